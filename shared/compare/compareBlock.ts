import { assertNever } from '../lang/assertNever.ts';
import type { Block, Figure, ListBlock, ListItem, PullQuote, Table, TableCell } from '../story/block.ts';
import { canonicalJson } from '../story/canonicalJson.ts';
import type { Inline } from '../story/inline.ts';
import { inlineText } from '../story/plainText.ts';
import { compareLines, compareText } from './compareText.ts';
import type {
  BlockComparison,
  CellComparison,
  ListLine,
  PieceKind,
  TableLine,
  TextPart,
  Trait,
  TraitName,
} from './comparison.ts';
import { pairTexts, type Pair } from './pairTexts.ts';

type Traits = Partial<Record<TraitName, unknown>>;
/** A block whose words are one text. */
type WordsBlock = Extract<Block, { type: 'paragraph' | 'heading' | 'quote' }>;

export function hasWords(block: Block): block is WordsBlock {
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote';
}

/** Whether two blocks can be told apart word by word: of one type, or both paragraphs, headings or quotes. */
export function isComparable(before: Block, after: Block): boolean {
  return before.type === after.type || (hasWords(before) && hasWords(after));
}

/** How a block differs. One side may be missing: then all of the other is put in, or taken out. The two are comparable. */
export function compareBlock(before: Block | null, after: Block | null): BlockComparison {
  const block = after ?? before;
  if (!block) return { shape: 'separator', traits: [] };
  const traits = before && after ? compareTraits(traitsOf(before), traitsOf(after)) : [];
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { shape: 'words', traits, text: compareText(wordsOf(before), wordsOf(after)) };
    case 'pullQuote': {
      const [old, now] = [as<PullQuote>(before), as<PullQuote>(after)];
      const text = compareText(old?.content ?? [], now?.content ?? []);
      return {
        shape: 'pullQuote',
        traits,
        text,
        attribution: compareLines(old?.attribution ?? '', now?.attribution ?? ''),
      };
    }
    case 'list':
      return { shape: 'list', traits, items: compareLists(as<ListBlock>(before), as<ListBlock>(after)) };
    case 'table':
      return { shape: 'table', traits, rows: compareTables(as<Table>(before), as<Table>(after)) };
    case 'figure': {
      const [old, now] = [as<Figure>(before), as<Figure>(after)];
      return {
        ...{ shape: 'figure', traits, caption: compareText(old?.caption ?? [], now?.caption ?? []) },
        credit: compareLines(old?.credit ?? '', now?.credit ?? ''),
        alt: compareLines(old?.alt ?? '', now?.alt ?? ''),
      };
    }
    case 'separator':
      return { shape: 'separator', traits };
    default:
      return assertNever(block, 'block');
  }
}

/** Every text of a comparison, in the order it is read. */
export function textsOf(change: BlockComparison): (readonly TextPart[])[] {
  switch (change.shape) {
    case 'words':
      return [change.text];
    case 'pullQuote':
      return [change.text, change.attribution];
    case 'figure':
      return [change.caption, change.credit, change.alt];
    case 'list':
      return change.items.map((item) => item.text);
    case 'table':
      return change.rows.flatMap((row) => row.cells.map((cell) => cell.text));
    case 'separator':
      return [];
    default:
      return assertNever(change, 'shape');
  }
}

/** Both sides are of the type that was switched on, or missing. */
function as<Kind extends Block>(block: Block | null): Kind | null {
  return block as Kind | null;
}

function wordsOf(block: Block | null): readonly Inline[] {
  return block && hasWords(block) ? block.content : [];
}

function traitsOf(block: Block): Traits {
  const { type, language, direction } = block;
  const own = { type, language, direction };
  switch (block.type) {
    case 'heading':
      return { ...own, level: block.level };
    case 'list':
      return { ...own, kind: block.kind, start: block.start };
    case 'pullQuote':
      return { ...own, source: block.source, kept: block.kept };
    case 'figure': {
      const { assetId: picture, fileName, origin, crop, turn, focus, gallery, medium, poster } = block;
      return { ...own, picture, fileName, origin, crop, turn, focus, gallery, medium, poster };
    }
    default:
      return own;
  }
}

function compareTraits(before: Traits, after: Traits): Trait[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)] as TraitName[]);
  return [...names].flatMap((name) => {
    const [old, now] = [before[name] ?? null, after[name] ?? null];
    return canonicalJson(old) === canonicalJson(now) ? [] : { name, before: old, after: now };
  });
}

interface FlatItem {
  readonly depth: number;
  readonly list: ListLine['list'];
  readonly content: readonly Inline[];
}

function flatten(items: readonly ListItem[], list: ListLine['list'], depth: number): FlatItem[] {
  return items.flatMap((item) => [
    { depth, list, content: item.content },
    ...(item.list ? flatten(item.list.items, item.list.kind, depth + 1) : []),
  ]);
}

function compareLists(before: ListBlock | null, after: ListBlock | null): ListLine[] {
  const old = before ? flatten(before.items, before.kind, 0) : [];
  const now = after ? flatten(after.items, after.kind, 0) : [];
  return pairUp(
    old,
    now,
    ({ content }) => inlineText(content),
    ([one, other]) => {
      const { depth, list } = other ?? one ?? { depth: 0, list: 'bulleted' };
      const traits =
        one && other
          ? compareTraits({ depth: one.depth, kind: one.list }, { depth: other.depth, kind: other.list })
          : [];
      const text = compareText(one?.content ?? [], other?.content ?? []);
      return { kind: kindOf(one, other, traits, [text]), depth, list, traits, text };
    },
  );
}

function compareTables(before: Table | null, after: Table | null): TableLine[] {
  const rowText = (row: readonly TableCell[]) => row.map(({ content }) => inlineText(content)).join('\t');
  return pairUp(before?.rows ?? [], after?.rows ?? [], rowText, ([one, other]) => {
    const cells = compareCells(one ?? [], other ?? []);
    if (!one) return { kind: 'added', cells };
    if (!other) return { kind: 'removed', cells };
    return { kind: cells.every(({ kind }) => kind === 'same') ? 'same' : 'changed', cells };
  });
}

function compareCells(before: readonly TableCell[], after: readonly TableCell[]): CellComparison[] {
  return pairUp(
    before,
    after,
    ({ content }) => inlineText(content),
    ([one, other]) => {
      const spans = ({ header = false, colSpan = 1, rowSpan = 1 }: TableCell) => ({ header, colSpan, rowSpan });
      const shown = spans(other ?? one ?? { content: [] });
      const traits = one && other ? compareTraits(spans(one), spans(other)) : [];
      const text = compareText(one?.content ?? [], other?.content ?? []);
      return { kind: kindOf(one, other, traits, [text]), ...shown, traits, text };
    },
  );
}

function pairUp<Item, Line>(
  before: readonly Item[],
  after: readonly Item[],
  textOf: (item: Item) => string,
  lineOf: (pair: readonly [Item | undefined, Item | undefined]) => Line,
): Line[] {
  const itemsAt = ({ before: one, after: other }: Pair) =>
    [one === null ? undefined : before[one], other === null ? undefined : after[other]] as const;
  return pairTexts(before.map(textOf), after.map(textOf)).map((pair) => lineOf(itemsAt(pair)));
}

function kindOf(
  before: unknown,
  after: unknown,
  traits: readonly Trait[],
  texts: readonly (readonly TextPart[])[],
): PieceKind {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return traits.length === 0 && texts.every(isSame) ? 'same' : 'changed';
}

/** Whether a text is the same in both versions. */
export function isSame(text: readonly TextPart[]): boolean {
  return text.every(({ kind }) => kind === 'same');
}
