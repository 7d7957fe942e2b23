import type { ComparedRow } from '../../shared/compare/comparison.ts';
import type { Block } from '../../shared/story/block.ts';
import type { Passage } from '../../shared/compare/passage.ts';
import { blockText } from '../../shared/story/plainText.ts';
import { Button } from '../ui/Button.tsx';
import { ComparedBlock } from './ComparedBlock.tsx';
import { ComparedWords } from './ComparedWords.tsx';
import { ReadBlock } from './ReadBlock.tsx';
import { traitText, typeName } from '../../shared/compare/traitText.ts';

interface ComparedPassageProps {
  readonly row: ComparedRow;
  /** Its number among the changes; null for what did not change. */
  readonly change: number | null;
  /** Null where nothing can be brought back. */
  readonly onBringBack: ((passage: Passage) => void) | null;
}

/** A passage of the body: as it reads, or with its changes, and what kind of change that is in words. */
export function ComparedPassage({ row, change, onBringBack }: ComparedPassageProps) {
  if (row.kind === 'movedAway')
    return (
      <p className="compare-away">
        <span aria-hidden>⤷ </span>
        <bdi>Moved from here:</bdi> <bdi>{excerpt(row.block)}</bdi>
      </p>
    );
  if (change === null) return row.kind === 'same' ? <ReadBlock block={row.block} /> : null;
  const passage = passageOf(row);
  const signs = signsOf(row);
  return (
    <div
      className="compare-row"
      role="group"
      aria-label={`Change ${change + 1}: ${signs.join(', ')}`}
      data-change={change}
      data-kind={row.kind}
      tabIndex={-1}
    >
      <div className="compare-signs">
        <bdi>{signs.join(' · ')}</bdi>
        {passage && onBringBack && (
          <Button look="link" onClick={() => onBringBack(passage)}>
            Bring this passage back
          </Button>
        )}
      </div>
      <Body row={row} />
      {'change' in row && row.change.traits.length > 0 && (
        <ul className="compare-traits">
          {row.change.traits.map((trait) => (
            <li key={trait.name}>
              <bdi>{traitText(trait)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Body({ row }: { readonly row: Exclude<ComparedRow, { kind: 'movedAway' }> }) {
  switch (row.kind) {
    case 'same':
      return <ReadBlock block={row.block} />;
    case 'changed':
      return <ComparedBlock change={row.change} before={row.before} after={row.after} />;
    case 'added':
      return <ComparedBlock change={row.change} before={null} after={row.block} />;
    case 'removed':
      return <ComparedBlock change={row.change} before={row.block} after={null} />;
    default: {
      const Sign = row.kind === 'split' ? 'ins' : 'del';
      return row.segments.map((segment, at) => (
        <p key={at} dir="auto">
          <ComparedWords text={segment} />
          {at < row.segments.length - 1 && <Sign className="compare-break">¶</Sign>}
        </p>
      ));
    }
  }
}

const KINDS = {
  same: '',
  changed: 'Changed',
  added: 'Put in',
  removed: 'Taken out',
  split: 'Cut into several',
  joined: 'Joined into one',
} as const;

function signsOf(row: Exclude<ComparedRow, { kind: 'movedAway' }>): string[] {
  const block = blockOf(row);
  const kind = KINDS[row.kind] && `${KINDS[row.kind]}: ${typeName(block.type)}`;
  if (!('isMoved' in row) || !row.isMoved) return [kind];
  const { before, after } = row.place;
  const where = (before ?? 0) > (after ?? 0) ? 'further down' : 'further up';
  const moved = `Moved here from ${where} (was passage ${(before ?? 0) + 1}, is ${(after ?? 0) + 1})`;
  return [moved, ...(kind ? [kind] : [])];
}

function blockOf(row: Exclude<ComparedRow, { kind: 'movedAway' }>): Block {
  if (row.kind === 'changed' || row.kind === 'joined') return row.after;
  return row.kind === 'split' ? row.before : row.block;
}

/** What the earlier version has of a row; null where it has nothing else. */
function passageOf(row: Exclude<ComparedRow, { kind: 'movedAway' }>): Passage | null {
  switch (row.kind) {
    case 'removed':
      return { bring: [row.block.id], remove: [] };
    case 'changed':
      return { bring: [row.before.id], remove: [row.after.id] };
    case 'split':
      return { bring: [row.before.id], remove: row.after.map(({ id }) => id) };
    case 'joined':
      return { bring: row.before.map(({ id }) => id), remove: [row.after.id] };
    default:
      return null;
  }
}

function excerpt(block: Block): string {
  const text = blockText(block).trim();
  if (text === '') return typeName(block.type);
  return text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text;
}
