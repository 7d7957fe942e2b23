import { X } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';

/** A category as it is being typed: by what Stet calls it, and the site. */
export interface CategoryRow {
  readonly key: number;
  readonly ours: string;
  readonly theirs: string;
}

interface CategoryRowsProps {
  readonly rows: readonly CategoryRow[];
  readonly hint: string;
  readonly onChange: (rows: readonly CategoryRow[]) => void;
}

/** The rows as a profile keeps them; half a row says nothing. */
export function categoryMap(rows: readonly CategoryRow[]): Record<string, string> {
  const pairs = rows.map(({ ours, theirs }) => [ours.trim(), theirs.trim()] as const);
  return Object.fromEntries(pairs.filter(([ours, theirs]) => ours !== '' && theirs !== ''));
}

export function categoryRows(map: Readonly<Record<string, string>>): CategoryRow[] {
  return Object.entries(map).map(([ours, theirs], key) => ({ key, ours, theirs }));
}

/** Which category of a story is which on the site, row by row. */
export function CategoryRows({ rows, hint, onChange }: CategoryRowsProps) {
  const change = (row: CategoryRow, part: Partial<CategoryRow>) =>
    onChange(rows.map((one) => (one === row ? { ...row, ...part } : one)));
  const add = () => onChange([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, ours: '', theirs: '' }]);
  return (
    <fieldset className="category-rows">
      <legend className="field-label">Categories</legend>
      <p className="field-hint">{hint}</p>
      {rows.map((row, index) => (
        <div className="category-row" key={row.key}>
          <input
            className="input"
            dir="auto"
            aria-label={`Category ${index + 1} in the story`}
            placeholder="In the story"
            maxLength={500}
            value={row.ours}
            onChange={(event) => change(row, { ours: event.target.value })}
          />
          <input
            className="input"
            dir="auto"
            aria-label={`Category ${index + 1} on the site`}
            placeholder="On the site"
            maxLength={500}
            value={row.theirs}
            onChange={(event) => change(row, { theirs: event.target.value })}
          />
          <IconButton
            icon={X}
            label={`Remove category ${index + 1}`}
            onClick={() => onChange(rows.filter((one) => one !== row))}
          />
        </div>
      ))}
      <Button look="link" onClick={add}>
        Add a category
      </Button>
    </fieldset>
  );
}
