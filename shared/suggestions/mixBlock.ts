import { pairTexts } from '../compare/pairTexts.ts';
import type { Place, Slot } from '../checks/finding.ts';
import { joinRows, listRows, type ListRow } from '../merge/listRows.ts';
import { same } from '../merge/threeWay.ts';
import type { Block, Figure, ListBlock, PullQuote, Table, TableCell } from '../story/block.ts';
import type { Inline } from '../story/inline.ts';
import { inlineText } from '../story/plainText.ts';
import type { Choose, Hunk } from './hunk.ts';
import { mixText, type Rest } from './mixText.ts';

type TextBlock = Extract<Block, { type: 'paragraph' | 'heading' | 'quote' }>;

export function isText(block: Block): block is TextBlock {
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote';
}

/** Asks about the differences of one block, and remembers what was answered. */
class BlockMix {
  #asked = 0;
  #taken = 0;
  #number = 0;

  constructor(
    readonly before: Block,
    readonly after: Block,
    readonly choose: Choose,
    readonly rest: Rest,
  ) {}

  ask(hunk: Hunk): boolean {
    this.#asked += 1;
    const isTaken = this.choose(hunk);
    if (isTaken) this.#taken += 1;
    return isTaken;
  }

  /** The whole block of one side, where all answers were for it; null where it has to be mixed. */
  get whole(): Block | null {
    const isAfter = this.#asked === 0 ? this.rest === 'after' : this.#taken === this.#asked;
    if (isAfter) return this.after;
    return this.#asked > 0 && this.#taken > 0 ? null : this.before;
  }

  place(slot: Slot, start = 0, end = start): Place {
    return { in: 'block', blockId: this.after.id, slot, start, end };
  }

  key(kind: string): string {
    this.#number += 1;
    return `${kind}:${this.after.id}:${this.#number}`;
  }

  /** The words of a place; `from` is where they begin in the text of their slot. */
  text(slot: Slot, before: readonly Inline[], after: readonly Inline[], from = 0): readonly Inline[] {
    return mixText(
      before,
      after,
      ({ kind, start, end, ...sides }) =>
        this.ask({ key: this.key(kind), kind, place: this.place(slot, from + start, from + end), ...sides }),
      this.rest,
    );
  }

  /** The same for text without marks. */
  line(slot: Slot, before: string, after: string): string {
    return inlineText(this.text(slot, plain(before), plain(after)));
  }

  /** Something that is one thing: of the later version if it is chosen, or if nobody has to be asked as it is the same. */
  part<Value>(kind: 'kind' | 'picture' | 'frame' | 'gallery', slot: Slot, before: Value, after: Value): Value {
    if (same(before, after)) return after;
    const { before: one, after: other } = this;
    return this.ask({ key: this.key(kind), kind, place: this.place(slot), before: one, after: other }) ? after : before;
  }

  /** What nobody is asked about. */
  quiet<Value>(before: Value, after: Value): Value {
    return this.rest === 'after' ? after : before;
  }
}

function plain(text: string): Inline[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

/** A block of two versions as one, each difference settled by `choose`; what is all of one side is that side's, to the byte. */
export function mixBlock(before: Block, after: Block, choose: Choose, rest: Rest): Block {
  if (same(before, after)) return after;
  const mix = new BlockMix(before, after, choose, rest);
  const mixed = mixParts(mix, before, after);
  return mix.whole ?? mixed;
}

function mixParts(mix: BlockMix, before: Block, after: Block): Block {
  if (isText(before) && isText(after)) return mixWords(mix, before, after);
  if (before.type === 'pullQuote' && after.type === 'pullQuote') return mixPullQuote(mix, before, after);
  if (before.type === 'figure' && after.type === 'figure') return mixFigure(mix, before, after);
  if (before.type === 'list' && after.type === 'list') return mixList(mix, before, after);
  if (before.type === 'table' && after.type === 'table') return mixTable(mix, before, after);
  const key = mix.key('replaced');
  return mix.ask({ key, kind: 'replaced', place: mix.place('content'), before, after }) ? after : before;
}

function traits({ language, direction }: Block) {
  return { ...(language !== undefined && { language }), ...(direction !== undefined && { direction }) };
}

function mixWords(mix: BlockMix, before: TextBlock, after: TextBlock): Block {
  const look = (block: TextBlock) => {
    const { id: _id, content: _content, ...rest } = block;
    return rest;
  };
  const kind = mix.part('kind', 'content', look(before), look(after));
  return { id: after.id, ...kind, content: [...mix.text('content', before.content, after.content)] };
}

function mixPullQuote(mix: BlockMix, before: PullQuote, after: PullQuote): Block {
  const content = [...mix.text('content', before.content, after.content)];
  const attribution = mix.line('attribution', before.attribution, after.attribution);
  const look = mix.part('kind', 'content', traits(before), traits(after));
  const { source, kept } = mix.quiet(before, after);
  return { ...look, id: after.id, type: 'pullQuote', content, attribution, source, ...(kept && { kept }) };
}

function mixFigure(mix: BlockMix, before: Figure, after: Figure): Block {
  const file = ({ assetId, fileName, medium, poster }: Figure) => ({
    ...{ assetId, fileName },
    ...(medium !== undefined && { medium }),
    ...(poster !== undefined && { poster }),
  });
  const frame = ({ crop, turn, focus }: Figure) => ({
    ...(crop && { crop }),
    ...(turn !== undefined && { turn }),
    ...(focus && { focus }),
  });
  const gallery = ({ gallery: name }: Figure) => (name === undefined ? {} : { gallery: name });
  return {
    ...mix.part('kind', 'picture', traits(before), traits(after)),
    ...{ id: after.id, type: 'figure' },
    ...mix.part('picture', 'picture', file(before), file(after)),
    ...mix.part('frame', 'picture', frame(before), frame(after)),
    ...mix.part('gallery', 'picture', gallery(before), gallery(after)),
    caption: [...mix.text('caption', before.caption, after.caption)],
    credit: mix.line('credit', before.credit, after.credit),
    alt: mix.line('alt', before.alt, after.alt),
    origin: mix.quiet(before.origin, after.origin),
  };
}

function mixList(mix: BlockMix, before: ListBlock, after: ListBlock): Block {
  const look = ({ kind, start, ...block }: ListBlock) => ({
    ...traits(block as ListBlock),
    kind,
    ...(start !== undefined && { start }),
  });
  const rows = mixRows<ListRow>(
    mix,
    listRows(before.items),
    listRows(after.items),
    ({ content }) => inlineText(content),
    (one, other, from) => {
      const isRebuilt = one.depth !== other.depth || one.kind !== other.kind;
      return isRebuilt ? null : { ...other, content: mix.text('content', one.content, other.content, from) };
    },
  );
  const kind = mix.part('kind', 'content', look(before), look(after));
  return { id: after.id, type: 'list', ...kind, items: joinRows(rows) };
}

function mixTable(mix: BlockMix, before: Table, after: Table): Block {
  const rows = mixRows<readonly TableCell[]>(
    mix,
    before.rows,
    after.rows,
    (row) => row.map(({ content }) => inlineText(content)).join('\t'),
    (one, other, from) => {
      const shape = (row: readonly TableCell[]) => row.map(({ content: _, ...cell }) => cell);
      if (!same(shape(one), shape(other))) return null;
      let start = from;
      return other.map((cell, at) => {
        const content = [...mix.text('content', one[at]?.content ?? [], cell.content, start)];
        start += inlineText(cell.content).length + 1;
        return { ...cell, content };
      });
    },
  );
  const look = mix.part('kind', 'content', traits(before), traits(after));
  return { id: after.id, type: 'table', ...look, rows: rows.map((row) => [...row]) };
}

/** Rows beside each other; `mixRow` mixes two that stand for each other, null where they are not built alike. */
function mixRows<Row>(
  mix: BlockMix,
  before: readonly Row[],
  after: readonly Row[],
  textOf: (row: Row) => string,
  mixRow: (before: Row, after: Row, from: number) => Row | null,
): Row[] {
  const [old, now] = [before.map(textOf), after.map(textOf)];
  let from = 0;
  return pairTexts(old, now).flatMap((pair) => {
    const one = pair.before === null ? undefined : before[pair.before];
    const other = pair.after === null ? undefined : after[pair.after];
    const start = from;
    const words = { before: one ? textOf(one) : '', after: other ? textOf(other) : '' };
    if (other) from += words.after.length + 1;
    if (one && other) {
      if (same(one, other)) return [other];
      const mixed = mixRow(one, other, start);
      if (mixed) return [mixed];
    }
    const place = mix.place('content', start, start + words.after.length);
    const isTaken = mix.ask({ key: mix.key('row'), kind: 'row', place, ...words });
    const row = isTaken ? other : one;
    return row ? [row] : [];
  });
}
