import { filledItems } from '../../../../shared/export/filledItems.ts';
import { joinRows, listRows, type ListRow } from '../../../../shared/merge/listRows.ts';
import { joinLetters, toInlines, toLetters, type Letters } from '../../../../shared/merge/letters.ts';
import { mergeLetters } from '../../../../shared/merge/mergeLetters.ts';
import { same } from '../../../../shared/merge/threeWay.ts';
import type { Block, Figure, ListBlock, PullQuote, Table, TableCell } from '../../../../shared/story/block.ts';
import type { StoryFields } from '../../../../shared/story/fields.ts';
import { newBlockId, type BlockId } from '../../../../shared/story/ids.ts';
import type { Inline } from '../../../../shared/story/inline.ts';
import type { Story } from '../../../../shared/story/story.ts';
import type { LineAt } from './linesAt.ts';
import type { StorySlot } from './storySlots.ts';
import type { LineKind, WordLine } from './WordLine.ts';

/** The words of a story in one version of a document. */
export type StoryContent = Pick<Story, 'fields' | 'blocks'>;

/** What a document was made of. */
export interface Sent {
  readonly story: StoryContent;
  readonly slots: ReadonlyMap<string, StorySlot>;
  /** Its paragraphs as it left, by the names of their bookmarks. */
  readonly lines: ReadonlyMap<string, LineAt>;
  /** Blocks with a paragraph in the file that came back, in whichever version. */
  readonly seen: ReadonlySet<BlockId>;
  /** Whether the file that came back tells its dateline from the words behind it. */
  readonly hasDateline: boolean;
  /** The kind of each numbering of the document that came back. */
  readonly numberings: ReadonlyMap<string, 'bulleted' | 'numbered'>;
  /** The ids of paragraphs that are new, the same in each version. */
  readonly ids: ReadonlyMap<WordLine, BlockId>;
}

/**
 * The story one version of a document reads as. What nobody changed is what was sent, to the byte; what Word cannot hold (where
 * a quote was pulled from, a picture's file and crop) stays as it was.
 */
export function storyAt(sent: Sent, lines: readonly LineAt[]): StoryContent {
  return new StoryReader(sent, lines).read();
}

type OpenBlock =
  | { readonly kind: 'list'; readonly base: ListBlock | null; readonly lines: LineAt[] }
  | { readonly kind: 'table'; readonly base: Table | null; readonly lines: LineAt[] }
  | { readonly kind: 'parts'; readonly base: Figure | PullQuote; readonly lines: LineAt[] }
  | { readonly kind: 'words'; readonly line: LineAt };

class StoryReader {
  readonly #open = new Map<BlockId, OpenBlock>();
  readonly #base: ReadonlyMap<BlockId, Block>;
  #fields: StoryFields;
  #table: { readonly number: number; readonly id: BlockId } | null = null;
  #list: BlockId | null = null;

  constructor(
    readonly sent: Sent,
    readonly lines: readonly LineAt[],
  ) {
    this.#base = new Map(sent.story.blocks.map((block) => [block.id, block]));
    this.#fields = sent.story.fields;
  }

  read(): StoryContent {
    for (const line of this.lines) this.#place(line);
    this.#readFields();
    return { fields: this.#fields, blocks: this.#withHidden() };
  }

  #place(line: LineAt): void {
    const slot = line.slot === null ? undefined : this.sent.slots.get(line.slot);
    if (slot?.kind === 'field') return;
    if (line.cell) {
      this.#placeCell(line, slot);
      return;
    }
    this.#table = null;
    if (slot?.kind === 'item' && line.kind.list) {
      this.#list = slot.id;
      this.#pushList(slot.id, line);
      return;
    }
    if (slot?.kind === 'block' && !line.kind.list) {
      this.#list = null;
      this.#placeBlock(slot.id, line);
      return;
    }
    if (line.letters.text.trim() === '') return;
    if (line.kind.list) {
      this.#list ??= this.#newId(line.first);
      this.#pushList(this.#list, line);
      return;
    }
    this.#list = null;
    this.#open.set(this.#newId(line.first), { kind: 'words', line });
  }

  #placeBlock(id: BlockId, line: LineAt): void {
    const base = this.#base.get(id);
    const open = this.#open.get(id);
    if (open?.kind === 'parts') open.lines.push(line);
    else if (base?.type === 'figure' || base?.type === 'pullQuote')
      this.#open.set(id, { kind: 'parts', base, lines: [line] });
    else this.#open.set(id, { kind: 'words', line });
  }

  #pushList(id: BlockId, line: LineAt): void {
    const open = this.#open.get(id);
    if (open?.kind === 'list') open.lines.push(line);
    else {
      const base = this.#base.get(id);
      this.#open.set(id, { kind: 'list', base: base?.type === 'list' ? base : null, lines: [line] });
    }
  }

  #placeCell(line: LineAt, slot: StorySlot | undefined): void {
    this.#list = null;
    const number = line.cell?.table ?? -1;
    if (this.#table?.number !== number) {
      const known = this.lines
        .filter(({ cell }) => cell?.table === number)
        .map((other) => (other.slot === null ? undefined : this.sent.slots.get(other.slot)))
        .find((other) => other?.kind === 'cell');
      this.#table = { number, id: (slot?.kind === 'cell' ? slot : known)?.id ?? this.#newId(line.first) };
    }
    const { id } = this.#table;
    const open = this.#open.get(id);
    if (open?.kind === 'table') open.lines.push(line);
    else {
      const base = this.#base.get(id);
      this.#open.set(id, { kind: 'table', base: base?.type === 'table' ? base : null, lines: [line] });
    }
  }

  #newId(line: WordLine): BlockId {
    return this.sent.ids.get(line) ?? newBlockId();
  }

  /** The words of a paragraph as the story has them: with what the document did not carry. */
  #words(line: LineAt, base: readonly Inline[] | null): Inline[] {
    const was = line.slot === null ? undefined : this.sent.lines.get(line.slot);
    if (!was || !base) return toInlines(line.letters);
    return patch(was.letters, base, line.letters);
  }

  #finish(id: BlockId, open: OpenBlock): Block[] {
    switch (open.kind) {
      case 'list':
        return [this.#finishList(id, open.base, open.lines)];
      case 'table':
        return [this.#finishTable(id, open.base, open.lines)];
      case 'parts':
        return this.#finishParts(open.base, open.lines);
      case 'words':
        return this.#finishWords(id, open.line);
    }
  }

  #finishWords(id: BlockId, line: LineAt): Block[] {
    const base = this.#base.get(id);
    if (base?.type === 'separator') {
      const isMark = line.letters.text.trim() === this.sent.lines.get(line.slot ?? '')?.letters.text.trim();
      return isMark ? [base] : [{ id: this.#newId(line.first), type: 'paragraph', content: toInlines(line.letters) }];
    }
    const isText = base?.type === 'paragraph' || base?.type === 'heading' || base?.type === 'quote';
    const content = this.#words(line, isText ? base.content : null);
    if (!isText) return [{ id, ...typeOf(line.kind), content }];
    // What nothing is left of was taken out.
    if (line.letters.text.trim() === '') return [];
    const was = this.sent.lines.get(line.slot ?? '');
    const isSame = was !== undefined && (!line.isKindKnown || same(typeOf(was.kind), typeOf(line.kind)));
    if (isSame) return [{ ...base, content }];
    const { language, direction } = base;
    const frame = { ...(language !== undefined && { language }), ...(direction !== undefined && { direction }) };
    return [{ id, ...frame, ...typeOf(line.kind), content }];
  }

  #finishList(id: BlockId, base: ListBlock | null, lines: readonly LineAt[]): ListBlock {
    const known = base ? listRows(filledItems(base.items)) : [];
    const rows = lines
      .filter(({ slot, letters }) => letters.text.trim() !== '' || this.#wasBlank(slot))
      .map((line): ListRow => {
        const slot = line.slot === null ? undefined : this.sent.slots.get(line.slot);
        const row = slot?.kind === 'item' && slot.id === id ? known[slot.item] : undefined;
        const level = line.kind.list?.level ?? 0;
        const sentLevel = this.sent.lines.get(line.slot ?? '')?.kind.list?.level;
        const content = this.#words(line, row?.content ?? null);
        if (row && level === sentLevel) return { ...row, content };
        return { depth: level, kind: level === 0 ? null : this.#kindOf(line), content };
      });
    if (base) return same(rows, known) ? base : { ...base, items: joinRows(rows) };
    const [first] = lines;
    return { id, type: 'list', kind: first ? this.#kindOf(first) : 'bulleted', items: joinRows(rows) };
  }

  #wasBlank(slot: string | null): boolean {
    return slot !== null && this.sent.lines.get(slot)?.letters.text.trim() === '';
  }

  #kindOf({ kind }: LineAt): 'bulleted' | 'numbered' {
    const { id, level } = kind.list ?? { id: '', level: 0 };
    return this.sent.numberings.get(`${id} ${level}`) ?? 'bulleted';
  }

  #finishTable(id: BlockId, base: Table | null, lines: readonly LineAt[]): Table {
    const known = base?.rows.filter((row) => row.length > 0) ?? [];
    const rows = new Map<number, Map<number, LineAt[]>>();
    for (const line of lines) {
      const { row = 0, column = 0 } = line.cell ?? {};
      const cells = rows.get(row) ?? new Map<number, LineAt[]>();
      rows.set(row, cells);
      cells.set(column, [...(cells.get(column) ?? []), line]);
    }
    const filled = [...rows.values()].map((row) => {
      const cells = [...row.values()];
      const isOurs = cells.flat().some(({ slot }) => this.#isCell(slot));
      return cells.flatMap((cell) => this.#cell(cell, known, isOurs) ?? []);
    });
    const made = filled.filter((row) => row.length > 0);
    if (base) return same(made, known) ? base : { ...base, rows: made };
    return { id, type: 'table', rows: made };
  }

  #isCell(slot: string | null): boolean {
    return slot !== null && this.sent.slots.get(slot)?.kind === 'cell';
  }

  /** null for one that goes on from above, or only fills a row of ours. */
  #cell(lines: readonly LineAt[], known: Table['rows'], isOurs: boolean): TableCell | null {
    const [first] = lines;
    if (!first?.cell) return null;
    const slotted = lines.find(({ slot: name }) => this.#isCell(name));
    const slot = slotted?.slot == null ? undefined : this.sent.slots.get(slotted.slot);
    const base = slot?.kind === 'cell' ? known[slot.row]?.[slot.at] : undefined;
    const written = lines.filter((line) => line === slotted || line.letters.text.trim() !== '');
    const pieces = written.map((line) => this.#words(line, line === slotted ? (base?.content ?? null) : null));
    const content = pieces.length < 2 ? (pieces[0] ?? []) : toInlines(joinLines(pieces.map(toLetters)));
    if (base) return { ...base, content };
    if ((first.cell.goesOn || isOurs) && content.length === 0) return null;
    const { span, isHeading } = first.cell;
    return { content, ...(isHeading && { header: true }), ...(span > 1 && { colSpan: span }) };
  }

  #finishParts(base: Figure | PullQuote, lines: readonly LineAt[]): Block[] {
    const named = (place: string) =>
      lines.find((line) => {
        const slot = line.slot === null ? undefined : this.sent.slots.get(line.slot);
        return slot?.kind === 'block' && slot.place === place;
      });
    const wasSent = (place: string) =>
      [...this.sent.lines.keys()].some((name) => {
        const slot = this.sent.slots.get(name);
        return slot?.kind === 'block' && slot.id === base.id && slot.place === place;
      });
    const plain = (place: string, value: string) => {
      const line = named(place);
      if (!line) return wasSent(place) ? '' : value;
      const was = this.sent.lines.get(line.slot ?? '')?.letters.text;
      return was === line.letters.text ? value : line.letters.text;
    };
    if (base.type === 'pullQuote') {
      const line = named('content');
      const content = line ? this.#words(line, base.content) : [];
      const attribution = plain('attribution', base.attribution);
      if (content.length === 0 && attribution.trim() === '') return [];
      const isSame = same(content, base.content) && attribution === base.attribution;
      return [isSame ? base : { ...base, content, attribution }];
    }
    const line = named('caption');
    const caption = line ? this.#words(line, base.caption) : wasSent('caption') ? [] : base.caption;
    const credit = plain('credit', base.credit);
    // Only where the picture itself was not in the document stands its description.
    const alt = named('alt') ? plain('alt', base.alt) : base.alt;
    const isEmpty = !named('picture') && !named('note') && !named('alt');
    if (isEmpty && caption.length === 0 && credit.trim() === '') return [];
    const typed = (was: unknown, now: unknown, origin: Figure['origin'][keyof Figure['origin']]) =>
      same(was, now) ? origin : ('typed' as const);
    const origin = {
      caption: typed(base.caption, caption, base.origin.caption),
      credit: typed(base.credit, credit, base.origin.credit),
      alt: typed(base.alt, alt, base.origin.alt),
    };
    const kept = Object.fromEntries(Object.entries(origin).filter(([, value]) => value !== undefined));
    const made = { ...base, caption: [...caption], credit, alt, origin: kept };
    return [same(made, base) ? base : made];
  }

  #readFields(): void {
    const changed: Partial<StoryFields> = {};
    for (const [name, slot] of this.sent.slots) {
      if (slot.kind !== 'field' || slot.field === 'dateline') continue;
      const was = this.sent.lines.get(name);
      if (!was) continue;
      const now = this.lines.find((line) => line.slot === name)?.letters.text ?? '';
      if (now !== was.letters.text) changed[slot.field] = now.replaceAll('\n', ' ').trim();
    }
    const was = [...this.sent.lines.values()].map(({ dateline }) => dateline).join('');
    const now = this.lines.map(({ dateline }) => dateline).join('');
    if (was !== now && this.sent.hasDateline)
      changed.dateline = now
        .trim()
        .replace(/^\[|\]$/g, '')
        .trim();
    this.#fields = { ...this.sent.story.fields, ...changed };
  }

  /** The blocks in the document's order, and those no document shows behind the ones they stood behind. */
  #withHidden(): Block[] {
    const blocks = [...this.#open].flatMap(([id, open]) => this.#finish(id, open));
    const shown = new Set(
      [...this.sent.lines.keys()].flatMap((name) => {
        const slot = this.sent.slots.get(name);
        return slot && slot.kind !== 'field' ? slot.id : [];
      }),
    );
    const there = new Set(blocks.map(({ id }) => id));
    let before: BlockId | null = null;
    for (const block of this.sent.story.blocks) {
      const isHidden =
        !shown.has(block.id) || (block.type === 'figure' && !this.sent.seen.has(block.id) && !hasWords(block));
      if (isHidden && !there.has(block.id)) {
        const at: number = before === null ? 0 : blocks.findIndex(({ id }) => id === before) + 1;
        blocks.splice(at, 0, block);
        there.add(block.id);
      }
      if (there.has(block.id)) before = block.id;
    }
    return blocks;
  }
}

function hasWords({ caption, credit }: Figure): boolean {
  return caption.length > 0 || credit.trim() !== '';
}

/** What was done to a paragraph on paper done to the story's own words, which have marks paper does not show. */
function patch(sent: Letters, base: readonly Inline[], now: Letters): Inline[] {
  if (areSame(sent, now)) return [...base];
  const { letters, clashes } = mergeLetters(sent, toLetters(base), now, () => 'clash');
  return toInlines(clashes.length > 0 ? now : letters);
}

function areSame(one: Letters, other: Letters): boolean {
  return one.text === other.text && same(toInlines(one), toInlines(other));
}

function joinLines(pieces: readonly Letters[]): Letters {
  const end = { text: '\n', dress: [{ marks: [], link: null, isBreak: true }] };
  return joinLetters(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [end, piece])));
}

function typeOf({ style, list }: LineKind): { type: 'paragraph' | 'quote' } | { type: 'heading'; level: 2 | 3 } {
  const level = /^heading (\d)$/.exec(style)?.[1];
  if (list) return { type: 'paragraph' };
  if (level !== undefined) return { type: 'heading', level: Number(level) <= 2 ? 2 : 3 };
  return { type: /^(?:quote|intense quote|block text|quotations?|block quote)$/.test(style) ? 'quote' : 'paragraph' };
}
