import { pairTexts } from '../../compare/pairTexts.ts';
import { joinRows, listRows, type ListRow } from '../../merge/listRows.ts';
import type { Block, Heading, Paragraph, Quote } from '../../story/block.ts';
import type { BlockId } from '../../story/ids.ts';
import type { Inline } from '../../story/inline.ts';
import { inlineText } from '../../story/plainText.ts';
import type { Story } from '../../story/story.ts';
import { versionsOf, type Version } from '../../suggestions/versions.ts';
import { filledItems } from '../filledItems.ts';
import { blockBookmark, fieldBookmark } from './bookmarks.ts';
import { isTakenOut, weaveWords } from './weaveWords.ts';

/** What was done to a paragraph as a whole, by the number of the version that did it. */
export interface ParagraphTrack {
  readonly putIn: number | null;
  readonly takenOut: number | null;
  /** Its style before; empty for plain copy. */
  readonly styleBefore: { readonly level: number; readonly style: string } | null;
}

/** Whose suggestions a document shows as recorded changes; paragraphs and lines without marks by the names of their bookmarks. */
export interface StoryTracks {
  readonly levels: readonly { readonly by: string; readonly at: string }[];
  readonly paragraphs: ReadonlyMap<string, ParagraphTrack>;
  readonly lines: ReadonlyMap<string, readonly Inline[]>;
}

/** A story with all that is proposed woven into its words, and the tracks these marks refer to. */
export interface WovenStory {
  readonly story: Story;
  readonly tracks: StoryTracks;
}

type TextBlock = Paragraph | Heading | Quote;

/** Weaves a story's suggestions into it, to be shown beside what they replace. */
export function weaveStory(story: Story): WovenStory {
  const versions = versionsOf(story);
  const weaver = new Weaver(versions);
  const blocks = weaver.weave();
  const fields = { ...story.fields };
  for (const field of ['headline', 'deck', 'byline'] as const) {
    // As they are set: without blanks around them.
    const texts = versions.map((version) => version.fields[field].trim());
    fields[field] = weaver.weaveLine(fieldBookmark(field), texts);
  }
  const { suggestions: _, ...rest } = story;
  return {
    story: { ...rest, fields, blocks },
    tracks: {
      levels: (story.suggestions ?? []).map(({ by, at }) => ({ by, at })),
      ...{ paragraphs: weaver.paragraphs, lines: weaver.lines },
    },
  };
}

class Weaver {
  readonly paragraphs = new Map<string, ParagraphTrack>();
  readonly lines = new Map<string, readonly Inline[]>();

  constructor(readonly versions: readonly Version[]) {}

  weave(): Block[] {
    return this.#order()
      .map((id) => this.#weaveBlock(id))
      .filter((block) => block !== null);
  }

  /** The last version's, and what was taken out behind what it stood behind. */
  #order(): BlockId[] {
    const [last, ...before] = this.versions.toReversed().map(({ blocks }) => blocks.map(({ id }) => id));
    const order = [...(last ?? [])];
    for (const ids of before)
      for (const [place, id] of ids.entries()) {
        if (order.includes(id)) continue;
        const previous = ids[place - 1];
        order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id);
      }
    return order;
  }

  #weaveBlock(id: BlockId): Block | null {
    const stands = this.versions.flatMap(({ blocks }, level) => {
      const block = blocks.find((one) => one.id === id);
      return block ? [{ block, level }] : [];
    });
    const [first, last] = [stands[0], stands.at(-1)];
    if (!first || !last) return null;
    const putIn = first.level === 0 ? null : first.level;
    const takenOut = last.level === this.versions.length - 1 ? null : last.level + 1;
    const blocks = stands.map(({ block }) => block);
    const levels = stands.map(({ level }) => level);
    const whole = { putIn, takenOut };
    const words = (contents: readonly (readonly Inline[])[]) => this.#words(contents, levels, whole);
    const { block } = last;
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'quote': {
        const texts = blocks.every(isText) ? blocks : [block];
        const at = blocks.every(isText) ? levels : [last.level];
        const styles = texts.map(styleOf);
        const changed = styles.findLastIndex((style, index) => index > 0 && style !== styles[index - 1]);
        const styleBefore = changed > 0 ? { level: at[changed] ?? 0, style: styles[0] ?? '' } : null;
        this.paragraphs.set(blockBookmark(id), { ...whole, styleBefore });
        return {
          ...block,
          content: this.#words(
            texts.map(({ content }) => content),
            at,
            whole,
          ),
        };
      }
      case 'pullQuote': {
        const quotes = blocks.filter((one) => one.type === 'pullQuote');
        for (const place of [undefined, 'attribution'] as const)
          this.paragraphs.set(blockBookmark(id, place), { ...whole, styleBefore: null });
        const attribution = this.weaveLine(
          blockBookmark(id, 'attribution'),
          quotes.map((one) => one.attribution),
          levels,
          whole,
        );
        return { ...block, attribution, content: words(quotes.map(({ content }) => content)) };
      }
      case 'figure': {
        const figures = blocks.filter((one) => one.type === 'figure');
        for (const place of ['picture', 'note', 'alt', 'caption', 'credit'] as const)
          this.paragraphs.set(blockBookmark(id, place), { ...whole, styleBefore: null });
        const credit = this.weaveLine(
          blockBookmark(id, 'credit'),
          figures.map((one) => one.credit),
          levels,
          whole,
        );
        return { ...block, credit, caption: words(figures.map(({ caption }) => caption)) };
      }
      case 'list': {
        const lists = blocks.filter((one) => one.type === 'list');
        const rows = lists.map(({ items }) => listRows(filledItems(items)));
        return { ...block, items: joinRows(this.#weaveRows(id, rows, levels, whole)) };
      }
      case 'table': {
        this.paragraphs.set(blockBookmark(id), { ...whole, styleBefore: null });
        const tables = blocks
          .filter((one) => one.type === 'table')
          .map(({ rows }) => rows.filter((row) => row.length > 0));
        const shape = (rows: (typeof tables)[number]) => rows.map((row) => row.length).join();
        const shown = tables.every((rows) => shape(rows) === shape(tables[0] ?? [])) ? tables : tables.slice(-1);
        const at = shown.length === tables.length ? levels : levels.slice(-1);
        const rows = (shown.at(-1) ?? []).map((row, y) =>
          row.map((cell, x) => ({
            ...cell,
            content: this.#words(
              shown.map((one) => one[y]?.[x]?.content ?? []),
              at,
              whole,
            ),
          })),
        );
        return { ...block, rows };
      }
      default:
        this.paragraphs.set(blockBookmark(id), { ...whole, styleBefore: null });
        return block;
    }
  }

  /** All words of what was put in or taken out as a whole are so. */
  #words(
    contents: readonly (readonly Inline[])[],
    levels: readonly number[],
    { putIn, takenOut }: Pick<ParagraphTrack, 'putIn' | 'takenOut'>,
  ): Inline[] {
    const before = putIn === null ? [] : [[]];
    const after = takenOut === null ? [] : [[]];
    return weaveWords(
      [...before, ...contents, ...after],
      [...before.map(() => 0), ...levels, ...after.map(() => takenOut ?? 0)],
    );
  }

  #weaveRows(
    id: BlockId,
    versions: readonly (readonly ListRow[])[],
    levels: readonly number[],
    { putIn, takenOut }: Pick<ParagraphTrack, 'putIn' | 'takenOut'>,
  ): ListRow[] {
    let woven: {
      row: ListRow;
      contents: (readonly Inline[])[];
      at: number[];
      out: number | null;
      in: number | null;
    }[] = [];
    for (const [index, rows] of versions.entries()) {
      const level = levels[index] ?? 0;
      const there = woven.filter(({ out }) => out === null);
      const text = ({ content }: ListRow) => inlineText(content);
      const pairs = pairTexts(
        there.map(({ row }) => text(row)),
        rows.map(text),
      );
      const next: typeof woven = [];
      const rest = [...woven];
      for (const { before, after } of pairs) {
        const old = before === null ? undefined : there[before];
        const row = after === null ? undefined : rows[after];
        // What was taken out earlier stays where it stood.
        while (rest[0] && rest[0].out !== null) next.push(...rest.splice(0, 1));
        if (old) rest.splice(rest.indexOf(old), 1);
        if (old && row) next.push({ ...old, row, contents: [...old.contents, row.content], at: [...old.at, level] });
        else if (old) next.push({ ...old, out: level });
        else if (row)
          next.push({ row, contents: [row.content], at: [level], out: null, in: index === 0 ? putIn : level });
      }
      woven = [...next, ...rest];
    }
    const count = { item: 0, gone: 0 };
    return woven.map(({ row, contents, at, in: begun, out }) => {
      const whole = { putIn: begun, takenOut: out ?? takenOut };
      const content = this.#words(contents, at, whole);
      const kind = isTakenOut(content) ? 'gone' : 'item';
      this.paragraphs.set(blockBookmark(id, `${kind}${count[kind]}`), { ...whole, styleBefore: null });
      count[kind] += 1;
      return { ...row, content };
    });
  }

  /** A text without marks; its woven form is kept beside it, where it has more than one. */
  weaveLine(
    name: string,
    texts: readonly string[],
    levels: readonly number[] = texts.map((_text, level) => level),
    whole: Pick<ParagraphTrack, 'putIn' | 'takenOut'> = { putIn: null, takenOut: null },
  ): string {
    if (new Set(texts).size < 2 && whole.putIn === null && whole.takenOut === null) return texts.at(-1) ?? '';
    const contents = texts.map((text): Inline[] => (text === '' ? [] : [{ type: 'text', text }]));
    const woven = this.#words(contents, levels, whole);
    this.lines.set(name, woven);
    return inlineText(woven);
  }
}

function isText(block: Block): block is TextBlock {
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote';
}

function styleOf(block: TextBlock): string {
  return block.type === 'heading' ? `Heading${block.level}` : block.type === 'quote' ? 'Quote' : '';
}
