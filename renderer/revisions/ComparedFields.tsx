import type { FieldComparison } from '../../shared/compare/comparison.ts';
import { fieldName } from '../../shared/compare/fieldName.ts';
import type { Passage } from '../../shared/compare/passage.ts';
import type { StoryFields } from '../../shared/story/fields.ts';
import { STATUS_LABELS } from '../../shared/story/statusLabels.ts';
import { fullTime } from '../ui/relativeTime.ts';
import { FieldBack } from './FieldBack.tsx';
import { ComparedWords } from './ComparedWords.tsx';

/** Those that are set as part of the page. */
export const PAGE_FIELDS: readonly string[] = ['headline', 'deck', 'byline', 'dateline'];

/** The fields that changed, in the order they are shown: those beside the page first, then those on it. */
export function fieldsInOrder(fields: readonly FieldComparison[]): FieldComparison[] {
  const changed = fields.filter(({ isChanged }) => isChanged);
  const placeOf = ({ field }: FieldComparison) => PAGE_FIELDS.indexOf(field);
  return changed.toSorted((one, other) => placeOf(one) - placeOf(other));
}

interface ComparedFieldsProps {
  readonly fields: readonly FieldComparison[];
  /** Null where nothing can be brought back. */
  readonly onBringBack: ((passage: Passage) => void) | null;
}

/** The fields beside the page that changed, each with both values. */
export function ComparedFields({ fields, onBringBack }: ComparedFieldsProps) {
  const changed = fieldsInOrder(fields).filter(({ field }) => !PAGE_FIELDS.includes(field));
  if (changed.length === 0) return null;
  return (
    <dl className="compare-fields" aria-label="Fields that changed">
      {changed.map((comparison, at) => (
        <div key={comparison.field} data-change={at} tabIndex={-1}>
          <dt>{capitalised(fieldName(comparison.field))}</dt>
          <dd dir="auto">
            <Value comparison={comparison} />
            <FieldBack field={comparison.field} onBringBack={onBringBack} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function capitalised(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function Value({ comparison }: { readonly comparison: FieldComparison }) {
  switch (comparison.kind) {
    case 'text':
      return <ComparedWords text={comparison.text} />;
    case 'terms': {
      const { before, after, added, removed } = comparison;
      if (added.length === 0 && removed.length === 0) return <>In another order: {after.join(', ')}</>;
      return (
        <>
          {before
            .filter((term) => removed.includes(term))
            .map((term) => (
              <del key={`-${term}`}>{term}</del>
            ))}
          {after.map((term) => (added.includes(term) ? <ins key={term}>{term}</ins> : <span key={term}>{term}</span>))}
        </>
      );
    }
    default:
      return (
        <>
          {comparison.before !== null && <del>{valueText(comparison.field, comparison.before)}</del>}
          {comparison.after !== null && <ins>{valueText(comparison.field, comparison.after)}</ins>}
        </>
      );
  }
}

function valueText(field: keyof StoryFields, value: string | number): string {
  if (field === 'status') return STATUS_LABELS[value as StoryFields['status']];
  if ((field === 'embargo' || field === 'deadline') && typeof value === 'string') return fullTime(value);
  return String(value);
}
