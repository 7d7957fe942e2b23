import fc from 'fast-check';
import type { Block, ListItem } from '../../../../shared/story/block.ts';
import type { AssetId, BlockId } from '../../../../shared/story/ids.ts';
import { KNOWN_MARKS, type Inline, type LineBreak, type TextInline } from '../../../../shared/story/inline.ts';
import { arbitraryFraming, arbitraryGallery } from '../../../fixtures/arbitraryStory.ts';

const WORDS = fc.constantFrom(
  'Islamabad',
  'said',
  'three',
  'كتاب',
  'שלום',
  'اردو',
  'naïve',
  '\u00a0',
  ' ',
  '—',
  '“quoted”',
  '👩🏽‍🚒',
  'e\u0301',
  '\u200f',
  'a\tb',
);

const line = fc.array(WORDS, { maxLength: 4 }).map((words) => words.join(' '));
const text = fc.array(WORDS, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

const marks = fc
  .tuple(fc.subarray([...KNOWN_MARKS]), fc.subarray(['comment:c1', 'suggestion', 'tk']))
  .map(([known, others]) => [...known, ...others]);

const textInline: fc.Arbitrary<TextInline> = fc
  .tuple(text, marks)
  .map(([words, on]) => (on.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks: on }));

const lineBreak: fc.Arbitrary<LineBreak> = fc.constant({ type: 'lineBreak' });
const leaf = fc.oneof({ weight: 4, arbitrary: textInline }, lineBreak);

/** Neighbours with the same marks are one run, as the format says. */
function joinRuns<Item extends Inline>(content: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (const item of content) {
    const last = joined.at(-1);
    if (item.type === 'text' && last?.type === 'text' && (item.marks ?? []).join() === (last.marks ?? []).join()) {
      joined[joined.length - 1] = { ...last, text: last.text + item.text };
    } else joined.push(item);
  }
  return joined;
}

const leaves = fc.array(leaf, { minLength: 1, maxLength: 4 }).map((run) => joinRuns(run));
const link: fc.Arbitrary<Inline> = fc
  .tuple(fc.webUrl(), fc.option(fc.constantFrom('A title', 'عنوان')), leaves)
  .map(([url, title, children]) => ({ type: 'link', url, ...(title === null ? {} : { title }), children }));

/** The words of a block. */
export const arbitraryInlines: fc.Arbitrary<Inline[]> = fc
  .array(fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: link }), { maxLength: 5 })
  .map((run) => joinRuns(run));

const kind = fc.constantFrom<'bulleted' | 'numbered'>('bulleted', 'numbered');

const { items } = fc.letrec<{ items: ListItem[]; item: ListItem }>((tie) => ({
  items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
  item: fc
    .tuple(arbitraryInlines, fc.option(fc.tuple(kind, tie('items')), { depthSize: 'small', maxDepth: 3 }))
    .map(([content, nested]) => (nested ? { content, list: { kind: nested[0], items: nested[1] } } : { content })),
}));

/** A block id. */
export const arbitraryId: fc.Arbitrary<BlockId> = fc.stringMatching(/^[a-z0-9]{12}$/).map((id) => id as BlockId);

const base = fc
  .record({
    id: arbitraryId,
    language: fc.option(fc.constantFrom('ar', 'ur', 'he', 'en-GB')),
    direction: fc.option(fc.constantFrom<'ltr' | 'rtl'>('ltr', 'rtl')),
  })
  .map(({ id, language, direction }) => ({
    id,
    ...(language === null ? {} : { language }),
    ...(direction === null ? {} : { direction }),
  }));

const source = fc.option(
  fc.record(
    { blockId: arbitraryId, start: fc.nat(100), end: fc.nat(100), passage: text, before: line, after: line },
    { requiredKeys: ['blockId', 'start', 'end', 'passage'] },
  ),
);
const kept = fc.option(
  fc.record({ by: line, at: fc.constant('2026-03-04T05:06:07.000Z'), words: text, passage: text }),
);
const origin = fc.constantFrom<'embedded' | 'house' | 'typed'>('embedded', 'house', 'typed');
const plays = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constant({ medium: 'audio' as const }),
  fc.record(
    {
      medium: fc.constant('video' as const),
      poster: fc.stringMatching(/^[0-9a-f]{64}$/).map((id) => id as AssetId),
    },
    { requiredKeys: ['medium'] },
  ),
);
const lines = fc.array(line, { maxLength: 2 }).map((each) => each.join('\n'));

const cell = fc
  .tuple(arbitraryInlines, fc.boolean(), fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 }))
  .map(([content, header, colSpan, rowSpan]) => ({
    content,
    ...(header ? { header } : {}),
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  }));

const separator = base
  // A rule has no words, hence no direction.
  .map(({ direction: _, ...rest }): Block => ({ ...rest, type: 'separator' }));

/** Any block the format can hold, spelt as the format spells it. */
export const arbitraryBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.tuple(base, arbitraryInlines).map(([common, content]): Block => ({ ...common, type: 'paragraph', content })),
  fc
    .tuple(base, fc.constantFrom<2 | 3>(2, 3), arbitraryInlines)
    .map(([common, level, content]): Block => ({ ...common, type: 'heading', level, content })),
  fc.tuple(base, arbitraryInlines).map(([common, content]): Block => ({ ...common, type: 'quote', content })),
  fc.tuple(base, kind, fc.integer({ min: 1, max: 9 }), items).map(([common, listKind, start, all]): Block => ({
    ...common,
    type: 'list',
    kind: listKind,
    ...(start === 1 ? {} : { start }),
    items: all,
  })),
  fc.tuple(base, arbitraryInlines, lines, source, kept).map(([common, content, attribution, from, decided]): Block => ({
    ...common,
    type: 'pullQuote',
    content,
    attribution,
    source: from,
    ...(decided === null ? {} : { kept: decided }),
  })),
  fc
    .tuple(
      base,
      fc.option(fc.stringMatching(/^[0-9a-f]{64}$/).map((id) => id as AssetId)),
      line,
      arbitraryInlines,
      fc.tuple(lines, lines),
      fc.record({ caption: origin, credit: origin, alt: origin }, { requiredKeys: [] }),
      arbitraryFraming,
      arbitraryGallery,
      plays,
    )
    .map(([common, assetId, fileName, caption, [credit, alt], from, framing, gallery, playing]): Block => ({
      ...common,
      type: 'figure',
      assetId,
      fileName,
      caption,
      credit,
      alt,
      origin: from,
      ...framing,
      ...gallery,
      ...playing,
    })),
  fc
    .tuple(base, fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }))
    .map(([common, rows]): Block => ({ ...common, type: 'table', rows })),
  separator,
);

/** The blocks of a story: ids differ. */
export const arbitraryBlocks: fc.Arbitrary<Block[]> = fc.uniqueArray(arbitraryBlock, {
  maxLength: 8,
  selector: (block) => block.id,
});
