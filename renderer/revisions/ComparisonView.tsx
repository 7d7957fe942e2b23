import { useEffect, useMemo, useRef, useState } from 'react';
import { languageDirection } from '../../shared/lang/languageDirection.ts';
import { isChange } from '../../shared/compare/compareStories.ts';
import type { ComparedRow, FieldComparison, StoryComparison, TextField } from '../../shared/compare/comparison.ts';
import type { StoryFields } from '../../shared/story/fields.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';
import { ComparedFields, fieldsInOrder } from './ComparedFields.tsx';
import type { Passage } from '../../shared/compare/passage.ts';
import { FieldBack } from './FieldBack.tsx';
import { ComparedPassage } from './ComparedPassage.tsx';
import { ComparedWords } from './ComparedWords.tsx';

interface ComparisonViewProps {
  readonly comparison: StoryComparison;
  /** Of the later version: how the story is set. */
  readonly fields: StoryFields;
  /** Null where nothing can be brought back. */
  readonly onBringBack: ((passage: Passage) => void) | null;
}

/** Passages one after another that did not change. */
interface Quiet {
  readonly kind: 'quiet';
  readonly rows: readonly ComparedRow[];
}
interface Loud {
  readonly kind: 'loud';
  readonly row: ComparedRow;
  /** Its number among the changes; null for the place something was moved away from. */
  readonly change: number | null;
}

/** Two versions as one text, with a way from change to change. */
export function ComparisonView({ comparison, fields, onBringBack }: ComparisonViewProps) {
  const [isFolded, setFolded] = useState(false);
  const both = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const fieldOrder = useMemo(() => fieldsInOrder(comparison.fields).map(({ field }) => field), [comparison]);
  const parts = useMemo(() => partsOf(comparison.rows, fieldOrder.length), [comparison, fieldOrder]);
  const count = comparison.changes;

  const step = (way: 1 | -1) => {
    if (count === 0) return;
    const next = at === null ? (way > 0 ? 0 : count - 1) : (at + way + count) % count;
    setAt(next);
    const row = both.current?.querySelector<HTMLElement>(`[data-change="${next}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'center' });
  };
  const onKey = useRef(step);
  onKey.current = step;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F7') return;
      event.preventDefault();
      onKey.current(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  return (
    <div ref={both}>
      <div className="compare-bar">
        <p role="status">{summaryText(comparison)}</p>
        <label className="check">
          <input type="checkbox" checked={isFolded} onChange={(event) => setFolded(event.target.checked)} />
          Changed only
        </label>
        <div className="compare-steps">
          {at !== null && count > 0 && (
            <span className="compare-at">
              {at + 1} of {count}
            </span>
          )}
          <Button
            disabled={count === 0}
            aria-keyshortcuts="Shift+F7"
            title="Previous change (Shift+F7)"
            onClick={() => step(-1)}
          >
            Previous change
          </Button>
          <Button disabled={count === 0} aria-keyshortcuts="F7" title="Next change (F7)" onClick={() => step(1)}>
            Next change
          </Button>
        </div>
      </div>
      <ComparedFields fields={comparison.fields} onBringBack={onBringBack} />
      <article
        className="reading compared selectable"
        lang={fields.language}
        dir={fields.direction === 'auto' ? languageDirection(fields.language) : fields.direction}
        aria-label="Both versions"
      >
        <PageHead
          fields={comparison.fields}
          changeOf={(field) => fieldOrder.indexOf(field)}
          onBringBack={onBringBack}
        />
        {parts.map((part, index) =>
          part.kind === 'loud' ? (
            <ComparedPassage key={index} row={part.row} change={part.change} onBringBack={onBringBack} />
          ) : (
            <QuietPassages key={`${index} ${isFolded}`} rows={part.rows} isFolded={isFolded} />
          ),
        )}
      </article>
    </div>
  );
}

function partsOf(rows: readonly ComparedRow[], first: number): (Quiet | Loud)[] {
  const parts: (Quiet | Loud)[] = [];
  let change = first;
  for (const row of rows) {
    const last = parts.at(-1);
    if (isChange(row)) parts.push({ kind: 'loud', row, change: change++ });
    else if (row.kind === 'movedAway') parts.push({ kind: 'loud', row, change: null });
    else if (last?.kind === 'quiet') parts[parts.length - 1] = { kind: 'quiet', rows: [...last.rows, row] };
    else parts.push({ kind: 'quiet', rows: [row] });
  }
  return parts;
}

function QuietPassages({ rows, isFolded }: { readonly rows: readonly ComparedRow[]; readonly isFolded: boolean }) {
  const [isOpen, setOpen] = useState(!isFolded);
  if (!isOpen)
    return (
      <button type="button" className="compare-fold" aria-expanded={false} onClick={() => setOpen(true)}>
        {countText(rows.length, 'unchanged passage', 'unchanged passages')}
      </button>
    );
  return rows.map((row, at) => <ComparedPassage key={at} row={row} change={null} onBringBack={null} />);
}

interface PageHeadProps {
  readonly fields: readonly FieldComparison[];
  /** The field's number among the changes; -1 if it did not change. */
  readonly changeOf: (field: FieldComparison['field']) => number;
  /** Null where nothing can be brought back. */
  readonly onBringBack: ((passage: Passage) => void) | null;
}

/** Headline, deck, byline and dateline as they stand on the page. */
function PageHead({ fields, changeOf, onBringBack }: PageHeadProps) {
  const words = (name: TextField) => {
    const field = fields.find((one) => one.field === name);
    return field?.kind === 'text' && field.text.length > 0 ? <ComparedWords text={field.text} /> : null;
  };
  const place = (name: TextField) => (changeOf(name) < 0 ? {} : { 'data-change': changeOf(name), tabIndex: -1 });
  const back = (name: TextField) => changeOf(name) >= 0 && <FieldBack field={name} onBringBack={onBringBack} />;
  const [headline, deck, byline, dateline] = (['headline', 'deck', 'byline', 'dateline'] as const).map(words);
  return (
    <>
      {headline && (
        <h3 dir="auto" {...place('headline')}>
          {headline}
        </h3>
      )}
      {back('headline')}
      {deck && (
        <p className="reading-deck" dir="auto" {...place('deck')}>
          {deck}
        </p>
      )}
      {back('deck')}
      {(byline ?? dateline) && (
        <p className="reading-byline" dir="auto">
          <span {...place('byline')}>{byline}</span>
          {byline && dateline && ' · '}
          <span {...place('dateline')}>{dateline}</span>
        </p>
      )}
      {back('byline')}
      {back('dateline')}
    </>
  );
}

function summaryText({ changes, words }: StoryComparison): string {
  if (changes === 0) return 'No differences.';
  const told = countText(changes, 'difference', 'differences');
  return `${told} · ${countText(words.in, 'word', 'words')} in, ${countText(words.out, 'word', 'words')} out`;
}
