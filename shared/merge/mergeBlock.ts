import type {
  Block,
  BlockType,
  Figure,
  Heading,
  ListBlock,
  Paragraph,
  PullQuote,
  Quote,
  Table,
} from '../story/block.ts';
import type { Inline } from '../story/inline.ts';
import { joinRows, listRows } from './listRows.ts';
import { mergeRows } from './mergeRows.ts';
import { pick, same } from './threeWay.ts';
import type { BlockPart } from '../story/review.ts';
import type { BlockId } from '../story/ids.ts';

type TextBlock = Paragraph | Heading | Quote;

/** Who says what becomes of something both sides changed. */
export interface Settler {
  /** The words of one place of a block. */
  words(blockId: BlockId, base: readonly Inline[], one: readonly Inline[], other: readonly Inline[]): Inline[];
  /** A part of a block that can only be one thing. */
  part<Value>(part: BlockPart, sides: readonly [Block, Block], base: Value, one: Value, other: Value): Value;
}

/** What became of a block on both sides; null where they cannot be one block. `base` is null for one that both added. */
export function mergeBlock(base: Block | null, one: Block, other: Block, context: Settler): Block | null {
  const { value, isClash } = pick<Block | null>(base, one, other);
  if (!isClash) return value;
  if (isText(one) && isText(other)) return mergeText(base, one, other, context);
  switch (one.type) {
    case 'pullQuote':
      return other.type === 'pullQuote' ? mergePullQuote(ofType(base, 'pullQuote'), one, other, context) : null;
    case 'figure':
      return other.type === 'figure' ? mergeFigure(ofType(base, 'figure'), one, other, context) : null;
    case 'list':
      return other.type === 'list' ? mergeList(ofType(base, 'list'), one, other, context) : null;
    case 'table':
      return other.type === 'table' ? mergeTable(ofType(base, 'table'), one, other, context) : null;
    default:
      return one.type === other.type ? { ...one, ...frame(base, one, other, context) } : null;
  }
}

function ofType<Type extends BlockType>(block: Block | null, type: Type): Extract<Block, { type: Type }> | null {
  return block?.type === type ? (block as Extract<Block, { type: Type }>) : null;
}

function isText(block: Block): block is TextBlock {
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote';
}

/** Language and direction. */
function frame(base: Block | null, one: Block, other: Block, context: Settler) {
  const sides = [one, other] as const;
  const language = context.part('language', sides, base?.language, one.language, other.language);
  const direction = context.part('direction', sides, base?.direction, one.direction, other.direction);
  return defined({ language, direction });
}

/** Without what is undefined. */
function defined<Values extends object>(values: Values): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Values]?: Exclude<Values[Key], undefined>;
  };
}

function kindOf(block: TextBlock): Pick<Paragraph, 'type'> | Pick<Heading, 'type' | 'level'> | Pick<Quote, 'type'> {
  return block.type === 'heading' ? { type: block.type, level: block.level } : { type: block.type };
}

function mergeText(base: Block | null, one: TextBlock, other: TextBlock, context: Settler): Block {
  const was = base && isText(base) ? base : null;
  const kind = context.part('kind', [one, other], was && kindOf(was), kindOf(one), kindOf(other)) ?? kindOf(one);
  const content = context.words(one.id, was?.content ?? [], one.content, other.content);
  return { id: one.id, ...frame(base, one, other, context), ...kind, content };
}

function mergePullQuote(base: PullQuote | null, one: PullQuote, other: PullQuote, context: Settler): PullQuote {
  const sides = [one, other] as const;
  const bound = ({ source, kept }: PullQuote) => ({ source, ...defined({ kept }) });
  return {
    ...{ id: one.id, ...frame(base, one, other, context), type: 'pullQuote' },
    content: context.words(one.id, base?.content ?? [], one.content, other.content),
    attribution: context.part('attribution', sides, base?.attribution ?? '', one.attribution, other.attribution),
    ...context.part('binding', sides, base ? bound(base) : { source: null }, bound(one), bound(other)),
  };
}

/** Each part of a figure for itself; where a word's origin is concerned it goes with the words. */
function mergeFigure(base: Figure | null, one: Figure, other: Figure, context: Settler): Figure {
  const sides = [one, other] as const;
  const file = ({ assetId, fileName, medium, poster }: Figure) => ({
    assetId,
    fileName,
    ...defined({ medium, poster }),
  });
  const none = { assetId: null, fileName: '' };
  const caption = context.words(one.id, base?.caption ?? [], one.caption, other.caption);
  const credit = context.part('credit', sides, base?.credit ?? '', one.credit, other.credit);
  const alt = context.part('alt', sides, base?.alt ?? '', one.alt, other.alt);
  const follows = (value: unknown, mine: unknown, theirs: unknown) => !same(value, mine) && same(value, theirs);
  const origin = defined({
    caption: (follows(caption, one.caption, other.caption) ? other : one).origin.caption,
    credit: (follows(credit, one.credit, other.credit) ? other : one).origin.credit,
    alt: (follows(alt, one.alt, other.alt) ? other : one).origin.alt,
  });
  return {
    ...{ id: one.id, ...frame(base, one, other, context), type: 'figure' },
    ...context.part('picture', sides, base ? file(base) : none, file(one), file(other)),
    ...{ caption, credit, alt, origin },
    ...defined({
      crop: context.part('crop', sides, base?.crop, one.crop, other.crop),
      turn: context.part('turn', sides, base?.turn, one.turn, other.turn),
      focus: context.part('focus', sides, base?.focus, one.focus, other.focus),
      gallery: context.part('gallery', sides, base?.gallery, one.gallery, other.gallery),
    }),
  };
}

/** Item by item; null where the same items were changed into different ones. */
function mergeList(base: ListBlock | null, one: ListBlock, other: ListBlock, context: Settler): ListBlock | null {
  const words = (was: readonly Inline[], mine: readonly Inline[], theirs: readonly Inline[]) =>
    context.words(one.id, was, mine, theirs);
  const rows = mergeRows(
    listRows(base?.items ?? []),
    listRows(one.items),
    listRows(other.items),
    (was, mine, theirs) =>
      mine.depth === theirs.depth && mine.kind === theirs.kind
        ? { ...mine, content: words(was.content, mine.content, theirs.content) }
        : null,
  );
  if (!rows) return null;
  const kind = context.part('kind', [one, other], base?.kind, one.kind, other.kind) ?? one.kind;
  const start = context.part('start', [one, other], base?.start, one.start, other.start);
  const framed = { id: one.id, ...frame(base, one, other, context), type: 'list' as const, kind };
  return { ...framed, ...defined({ start }), items: joinRows(rows) };
}

/** Cell by cell where all three have the same shape, else row by row; null where the same rows were changed into others. */
function mergeTable(base: Table | null, one: Table, other: Table, context: Settler): Table | null {
  const rows = mergeRows(base?.rows ?? [], one.rows, other.rows, (was, mine, theirs) => {
    if (was.length !== mine.length || mine.length !== theirs.length) return null;
    return mine.map((cell, at) => {
      const [before, their] = [was[at] ?? cell, theirs[at] ?? cell];
      const content = context.words(one.id, before.content, cell.content, their.content);
      const shape = ({ content: _, ...rest }: typeof cell) => rest;
      return { ...pick(shape(before), shape(cell), shape(their)).value, content };
    });
  });
  return rows && { id: one.id, ...frame(base, one, other, context), type: 'table', rows };
}
