import { isChange } from '../../shared/compare/compareStories.ts';
import type {
  BlockComparison,
  ComparedRow,
  FieldComparison,
  StoryComparison,
  TextPart,
} from '../../shared/compare/comparison.ts';
import { formatChange } from '../../shared/compare/formatChange.ts';
import { traitText, typeName } from '../../shared/compare/traitText.ts';
import { assertNever } from '../../shared/lang/assertNever.ts';
import type { Block } from '../../shared/story/block.ts';
import { blockText, inlineText } from '../../shared/story/plainText.ts';
import { counted } from './terminal/counted.ts';
import type { Painter } from './terminal/Painter.ts';
import { isolate, visibleLine } from './terminal/visibleText.ts';

type ShownRow = Exclude<ComparedRow, { kind: 'movedAway' }>;
const INDENT = '    ';

/** A comparison as lines for a terminal: what was taken out as [-…-], what was put in as {+…+}, what is the same folded. */
export function comparisonLines({ fields, rows, changes, words }: StoryComparison, painter: Painter): string[] {
  if (changes === 0) return ['No differences.'];
  const summary = `${counted(changes, 'difference')}, ${counted(words.in, 'word')} in, ${counted(words.out, 'word')} out.`;
  const lines = [summary, '', ...fields.flatMap((field) => (field.isChanged ? [fieldLine(field, painter)] : []))];
  let quiet = 0;
  const closeQuiet = () => {
    if (quiet > 0) lines.push(painter.quiet(`  ${counted(quiet, 'unchanged passage')}`));
    quiet = 0;
  };
  for (const row of rows) {
    if (row.kind === 'movedAway') continue;
    if (!isChange(row)) {
      quiet += 1;
      continue;
    }
    closeQuiet();
    lines.push(...rowLines(row, painter));
  }
  closeQuiet();
  return lines;
}

function fieldLine(comparison: FieldComparison, painter: Painter): string {
  return `* ${comparison.field}: ${fieldValue(comparison, painter)}`;
}

function fieldValue(comparison: FieldComparison, painter: Painter): string {
  switch (comparison.kind) {
    case 'text':
      return textLine(comparison.text, painter);
    case 'terms': {
      const { added, removed, after } = comparison;
      if (added.length === 0 && removed.length === 0) return `in another order: ${visibleLine(after.join(', '))}`;
      return [...removed.map((term) => out(term, painter)), ...added.map((term) => put(term, painter))].join(' ');
    }
    default: {
      const { before, after } = comparison;
      const values = [
        before === null ? '' : out(String(before), painter),
        after === null ? '' : put(String(after), painter),
      ];
      return values.filter(Boolean).join(' ');
    }
  }
}

function out(text: string, painter: Painter): string {
  return painter.removed(`[-${visibleLine(text)}-]`);
}

function put(text: string, painter: Painter): string {
  return painter.added(`{+${visibleLine(text)}+}`);
}

const SIGNS = { same: '~', changed: '~', added: '+', removed: '-', split: '~', joined: '~' } as const;
const WORDS = {
  same: '',
  changed: 'changed',
  added: 'put in',
  removed: 'taken out',
  split: 'cut into several',
  joined: 'joined into one',
} as const;

function rowLines(row: ShownRow, painter: Painter): string[] {
  const moved =
    'isMoved' in row && row.isMoved ? [`moved from passage ${at(row.place.before)} to ${at(row.place.after)}`] : [];
  const told = [...moved, ...(WORDS[row.kind] ? [WORDS[row.kind]] : [])].join(', ');
  const head = `${SIGNS[row.kind]} ${typeName(blockOf(row).type)} ${told}`;
  const traits = 'change' in row ? row.change.traits.map((trait) => `${INDENT}(${visibleLine(traitText(trait))})`) : [];
  return [head, ...bodyLines(row, painter).map((line) => INDENT + line), ...traits];
}

function at(place: number | null): number {
  return (place ?? 0) + 1;
}

function blockOf(row: ShownRow): Block {
  if (row.kind === 'changed' || row.kind === 'joined') return row.after;
  return row.kind === 'split' ? row.before : row.block;
}

function bodyLines(row: ShownRow, painter: Painter): string[] {
  if (row.kind === 'same') return [isolate(visibleLine(blockText(row.block)))];
  if (row.kind === 'split' || row.kind === 'joined') {
    const cut = row.kind === 'split' ? put('¶', painter) : out('¶', painter);
    const last = row.segments.length - 1;
    return row.segments.map((text, index) => textLine(text, painter) + (index < last ? ` ${cut}` : ''));
  }
  return changeLines(row.change, painter);
}

function changeLines(change: BlockComparison, painter: Painter): string[] {
  const line = (name: string, text: readonly TextPart[]) =>
    text.length > 0 ? [`${name}${textLine(text, painter)}`] : [];
  switch (change.shape) {
    case 'words':
      return line('', change.text);
    case 'pullQuote':
      return [...line('', change.text), ...line('— ', change.attribution)];
    case 'figure':
      return [...line('caption: ', change.caption), ...line('credit: ', change.credit), ...line('alt: ', change.alt)];
    case 'list':
      return change.items.map(({ depth, text }) => `${'  '.repeat(depth)}- ${textLine(text, painter)}`);
    case 'table':
      return change.rows.map(({ cells }) => cells.map(({ text }) => textLine(text, painter)).join(' | '));
    case 'separator':
      return [];
    default:
      return assertNever(change, 'shape');
  }
}

function textLine(text: readonly TextPart[], painter: Painter): string {
  const line = text.map((part) => {
    // White space at the ends belongs to the line, which visibleLine would take for its own.
    const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inlineText(part.content)) ?? [];
    const space = (blank: string) => (blank === '' ? '' : ' ');
    return space(before) + partText(part, visibleLine(words), painter) + space(after);
  });
  return isolate(line.join(''));
}

function partText(part: TextPart, words: string, painter: Painter): string {
  switch (part.kind) {
    case 'added':
      return painter.added(`{+${words}+}`);
    case 'removed':
      return painter.removed(`[-${words}-]`);
    case 'reformatted':
      return `${words} ${painter.quiet(`(${visibleLine(formatChange(part.before, part.content))})`)}`;
    default:
      return words;
  }
}
