import type { FieldComparison } from '../../shared/compare/comparison.ts';
import type { StoryFields } from '../../shared/story/fields.ts';
import { STATUS_LABELS } from '../../shared/story/statusLabels.ts';
import { fullTime } from '../ui/relativeTime.ts';
import { ComparedWords } from './ComparedWords.tsx';

/** Those that are set as part of the page. */
export const PAGE_FIELDS: readonly string[] = ['headline', 'deck', 'byline', 'dateline'];

const NAMES: Partial<Record<keyof StoryFields, string>> = {
  editorsNote: 'Editor’s note',
  embargoZone: 'Embargo’s time zone',
  targetWords: 'Length wanted',
};

/** The fields that changed, in the order they are shown: those beside the page first, then those on it. */
export function fieldsInOrder(fields: readonly FieldComparison[]): FieldComparison[] {
  const changed = fields.filter(({ isChanged }) => isChanged);
  const placeOf = ({ field }: FieldComparison) => PAGE_FIELDS.indexOf(field);
  return changed.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** The fields beside the page that changed, each with both values. */
export function ComparedFields({ fields }: { readonly fields: readonly FieldComparison[] }) {
  const changed = fieldsInOrder(fields).filter(({ field }) => !PAGE_FIELDS.includes(field));
  if (changed.length === 0) return null;
  return (
    <dl className="compare-fields" aria-label="Fields that changed">
      {changed.map((comparison, at) => (
        <div key={comparison.field} data-change={at} tabIndex={-1}>
          <dt>
            {NAMES[comparison.field] ?? `${comparison.field.charAt(0).toUpperCase()}${comparison.field.slice(1)}`}
          </dt>
          <dd dir="auto">
            <Value comparison={comparison} />
          </dd>
        </div>
      ))}
    </dl>
  );
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
