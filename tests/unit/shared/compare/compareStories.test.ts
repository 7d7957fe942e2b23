import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../../shared/compare/compareBlock.ts';
import { compareStories, isChange } from '../../../../shared/compare/compareStories.ts';
import type { ComparedRow, StoryComparison, TextPart } from '../../../../shared/compare/comparison.ts';
import { joinTokens, splitTokens } from '../../../../shared/compare/tokens.ts';
import { withoutThreads } from '../../../../shared/compare/withoutThreads.ts';
import type { Block } from '../../../../shared/story/block.ts';
import type { BlockId } from '../../../../shared/story/ids.ts';
import type { Inline } from '../../../../shared/story/inline.ts';
import { canonicalJson } from '../../../../shared/story/canonicalJson.ts';
import { inlineText } from '../../../../shared/story/plainText.ts';
import { blankFields, type StoryFields } from '../../../../shared/story/fields.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { arbitraryBlock, arbitraryInlines, arbitraryStory } from '../../../fixtures/arbitraryStory.ts';
import { changedStory } from '../../../fixtures/changedStory.ts';
import { paragraph } from '../../../fixtures/library/paragraph.ts';

type Content = Pick<Story, 'fields' | 'blocks'>;
type Side = 'before' | 'after';

const body = (...blocks: Block[]): Content => ({ fields: blankFields(), blocks });
const named = (id: string, text: string): Block => ({ ...paragraph(text), id: id as BlockId });
const rowsOf = (before: Content, after: Content) => compareStories(before, after).rows;
const kinds = (rows: readonly ComparedRow[]) =>
  rows.map((row) => ('isMoved' in row && row.isMoved ? `moved ${row.kind}` : row.kind));

/** The words of one side of a text, with how they are set. */
function sideOf(text: readonly TextPart[], side: Side): Inline[] {
  const left = side === 'before' ? 'removed' : 'added';
  return joinTokens(
    text.flatMap((part) => {
      if (part.kind === 'reformatted') return splitTokens(side === 'before' ? part.before : part.content);
      return part.kind === 'same' || part.kind === left ? splitTokens(part.content) : [];
    }),
  );
}

/** Every text of a block, in the order comparisons read it. */
function textsIn(block: Block): Inline[][] {
  const line = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }]);
  switch (block.type) {
    case 'list':
      return itemTexts(block.items);
    case 'table':
      return block.rows.flatMap((row) => row.map(({ content }) => content));
    case 'figure':
      return [block.caption, line(block.credit), line(block.alt)];
    case 'pullQuote':
      return [block.content, line(block.attribution)];
    case 'separator':
      return [];
    default:
      return [block.content];
  }
}
function itemTexts(items: Extract<Block, { type: 'list' }>['items']): Inline[][] {
  return items.flatMap((item) => [item.content, ...(item.list ? itemTexts(item.list.items) : [])]);
}

const normal = (content: readonly Inline[]) => joinTokens(splitTokens(content));
const words = (content: readonly Inline[]) => JSON.stringify(normal(content));

/** The body of one side, block by block, as the rows tell it. */
function bodyOf(comparison: StoryComparison, side: Side): { place: number; texts: string[] }[] {
  const found: { place: number; texts: string[] }[] = [];
  for (const row of comparison.rows) {
    const place = row.place[side];
    if (place === null || row.kind === 'movedAway') continue;
    if (row.kind === 'same') found.push({ place, texts: textsIn(row.block).map(words) });
    else if (row.kind === 'split' || row.kind === 'joined') {
      const isSeveral = (row.kind === 'split') === (side === 'after');
      if (isSeveral)
        row.segments.forEach((text, at) => found.push({ place: place + at, texts: [words(sideOf(text, side))] }));
      else found.push({ place, texts: [words(sideOf(row.segments.flat(), side))] });
    } else {
      const side_ = textsOf(row.change).map((text) => sideOf(text, side));
      // What only the other side has (items, cells, rows) leaves an empty text here.
      found.push({ place, texts: side_.filter((text) => text.length > 0).map((text) => JSON.stringify(text)) });
    }
  }
  return found.sort((one, other) => one.place - other.place);
}
const written = (block: Block) =>
  textsIn(block)
    .map(words)
    .filter((text) => text !== '[]');

const spelt = ({ fields, blocks }: Content) => canonicalJson([fields, withoutThreads(blocks)]);

function expectBothSides(before: Content, after: Content): void {
  const comparison = compareStories(before, after);
  for (const [side, story] of [
    ['before', before],
    ['after', after],
  ] as const) {
    expect(bodyOf(comparison, side).map(({ texts }) => texts.filter((text) => text !== '[]'))).toEqual(
      withoutThreads(story.blocks).map(written),
    );
    for (const field of comparison.fields)
      if (field.kind === 'text') expect(inlineText(sideOf(field.text, side))).toBe(story.fields[field.field]);
      else expect(field[side]).toEqual(story.fields[field.field as keyof StoryFields] ?? null);
  }
}

describe('a comparison', () => {
  it('has every word of both versions, wherever they come from', () => {
    fc.assert(
      fc.property(arbitraryStory, arbitraryStory, (before, after) => expectBothSides(before, after)),
      { numRuns: 150 },
    );
  });

  it('has every word of a story and of what an editor made of it', () => {
    fc.assert(
      fc.property(
        arbitraryStory.chain((story) => fc.tuple(fc.constant(story), changedStory(story))),
        ([before, after]) => {
          expectBothSides(before, after);
          expectBothSides(after, before);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of a story with itself finds nothing', () => {
    fc.assert(
      fc.property(arbitraryStory, (story) => {
        const { rows, fields, changes, words: count } = compareStories(story, structuredClone(story));
        expect(rows.every((row) => row.kind === 'same' && !row.isMoved)).toBe(true);
        expect(fields.some(({ isChanged }) => isChanged)).toBe(false);
        expect({ changes, ...count }).toEqual({ changes: 0, in: 0, out: 0 });
      }),
    );
  });

  it('misses nothing: what is the same row for row and field for field is the same story', () => {
    fc.assert(
      fc.property(
        arbitraryStory.chain((story) => fc.tuple(fc.constant(story), changedStory(story))),
        ([before, after]) => {
          const { changes } = compareStories(before, after);
          const isSame = spelt(before) === spelt(after);
          expect(changes === 0).toBe(isSame);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts no word of what was only moved', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(arbitraryBlock, { minLength: 2, maxLength: 8, selector: ({ id }) => id })
          .chain((blocks) => fc.tuple(fc.constant(blocks), fc.shuffledSubarray(blocks, { minLength: blocks.length }))),
        ([blocks, shuffled]) => {
          const comparison = compareStories(body(...blocks), body(...shuffled));
          expect(comparison.words).toEqual({ in: 0, out: 0 });
          expect(comparison.rows.filter(({ kind }) => kind !== 'same' && kind !== 'movedAway')).toEqual([]);
        },
      ),
    );
  });
});

describe('words', () => {
  it('are cut so that nothing is lost', () => {
    fc.assert(
      fc.property(arbitraryInlines, (content) => {
        const tokens = splitTokens(content);
        expect(tokens.map(({ text }) => text).join('')).toBe(inlineText(content));
        expect(normal(joinTokens(tokens))).toEqual(joinTokens(tokens));
      }),
    );
  });

  const change = (before: string, after: string) => {
    const [row] = rowsOf(body(named('a', before)), body(named('a', after)));
    if (row?.kind !== 'changed' || row.change.shape !== 'words') return row?.kind;
    return row.change.text.map(({ kind, content }) => `${kind}: ${inlineText(content)}`);
  };

  it('are compared one by one, in place', () => {
    expect(change('The river rose at night.', 'The river fell at night.')).toEqual([
      'same: The river ',
      'removed: rose',
      'added: fell',
      'same:  at night.',
    ]);
  });

  it('of Arabic, Urdu and Hebrew keep their vowels and joiners', () => {
    expect(change('ارتفع النَّهْرُ ليلاً', 'هبط النَّهْرُ ليلاً')).toEqual(['removed: ارتفع', 'added: هبط', 'same:  النَّهْرُ ليلاً']);
    expect(change('وہ کراچی گئے', 'وہ لاہور گئے')).toEqual([
      'same: وہ ',
      'removed: کراچی',
      'added: لاہور',
      'same:  گئے',
    ]);
    expect(change('הנהר עלה בלילה', 'הנהר עלה בבוקר')).toEqual(['same: הנהר עלה ', 'removed: בלילה', 'added: בבוקר']);
  });

  it('of scripts without blanks are told apart', () => {
    expect(change('河水在夜间上涨', '河水在早上上涨')).toEqual([
      'same: 河水在',
      'removed: 夜间',
      'added: 早上',
      'same: 上涨',
    ]);
    const thai = change('แม่น้ำขึ้นตอนกลางคืน', 'แม่น้ำขึ้นตอนเช้า');
    expect(Array.isArray(thai) && thai.length > 2).toBe(true);
  });

  it('whose marks or link changed are set differently, not new', () => {
    const bold: Block = {
      ...named('a', ''),
      type: 'paragraph',
      content: [
        { type: 'text', text: 'The ' },
        { type: 'text', text: 'river', marks: ['bold'] },
        { type: 'text', text: ' rose.' },
      ],
    };
    const comparison = compareStories(body(named('a', 'The river rose.')), body(bold));
    expect(comparison.words).toEqual({ in: 0, out: 0 });
    const [row] = comparison.rows;
    expect(row?.kind === 'changed' && row.change.shape === 'words' && row.change.text.map(({ kind }) => kind)).toEqual([
      'same',
      'reformatted',
      'same',
    ]);
  });
});

describe('a thread about some words', () => {
  it('does not change them', () => {
    const under = (marks?: string[]): Block => ({
      ...named('a', ''),
      type: 'paragraph',
      content: [
        { type: 'text', text: 'The river ' },
        { type: 'text', text: 'rose', ...(marks ? { marks } : {}) },
      ],
    });
    expect(compareStories(body(named('a', 'The river rose')), body(under(['comment:c1']))).changes).toBe(0);
    expect(compareStories(body(under(['bold'])), body(under(['bold', 'comment:c1']))).changes).toBe(0);
    expect(compareStories(body(under(['bold', 'comment:c1'])), body(under(['comment:c1']))).changes).toBe(1);
  });
});

describe('passages', () => {
  const one = named('a', 'The river rose at night and took the lower fields with it.');
  const two = named('b', 'Nobody was hurt.');
  const three = named('c', 'The dam upstream had been left open for two days, said the engineers.');

  it('that moved are shown as moved, where they are and where they were', () => {
    expect(kinds(rowsOf(body(one, two, three), body(two, one, three)))).toEqual([
      'moved same',
      'same',
      'movedAway',
      'same',
    ]);
  });

  it('that moved may be changed as well', () => {
    const changed = named('b', 'Nobody was badly hurt.');
    expect(kinds(rowsOf(body(one, two, three), body(one, three, changed)))).toEqual([
      'same',
      'movedAway',
      'same',
      'moved changed',
    ]);
  });

  it('that were cut in two are one passage that was cut', () => {
    const [first, second] = [named('a', 'The river rose at night'), named('new', 'and took the lower fields with it.')];
    const comparison = compareStories(body(one, two), body(first, second, two));
    expect(kinds(comparison.rows)).toEqual(['split', 'same']);
    expect(comparison.words).toEqual({ in: 0, out: 0 });
    // Whichever half kept the id.
    const other = [named('new', 'The river rose at night'), named('a', 'and took the lower fields with it.')];
    expect(kinds(rowsOf(body(one, two), body(...other, two)))).toEqual(['split', 'same']);
  });

  it('that became one are one passage that was joined', () => {
    const joined = named('a', 'The river rose at night and took the lower fields with it. Nobody was hurt.');
    expect(kinds(rowsOf(body(one, two, three), body(joined, three)))).toEqual(['joined', 'same']);
  });

  it('that came without their ids are found by their words', () => {
    const copies = [one, two, three].map((block, at) => ({ ...block, id: `x${at}` as BlockId }));
    expect(kinds(rowsOf(body(one, two, three), body(...copies)))).toEqual(['same', 'same', 'same']);
    const moved = [copies[2], named('x', 'The river rose at night and took the upper fields with it.'), copies[1]];
    const rows = rowsOf(body(one, two, three), body(...moved.flatMap((block) => block ?? [])));
    expect(kinds(rows).filter((kind) => kind.includes('changed'))).toHaveLength(1);
    expect(kinds(rows)).not.toContain('removed');
    const edited = [named('x', 'The river rose at night and took the upper fields with it.'), ...copies.slice(1)];
    expect(kinds(rowsOf(body(one, two, three), body(...edited)))).toEqual(['changed', 'same', 'same']);
  });

  it('whose type changed keep their words', () => {
    const heading: Block = { ...two, type: 'heading', level: 2, content: [{ type: 'text', text: 'Nobody was hurt.' }] };
    const [row] = rowsOf(body(two), body(heading));
    expect(row?.kind === 'changed' && row.change.traits.map(({ name }) => name)).toEqual(['type', 'level']);
  });

  it('put in and taken out are neither changed nor moved', () => {
    expect(kinds(rowsOf(body(one, two), body(one, three)))).toEqual(['same', 'removed', 'added']);
    expect(rowsOf(body(one, two), body(one)).filter(isChange)).toHaveLength(1);
  });
});

describe('pieces of a passage', () => {
  it('of a figure are compared each for itself', () => {
    const figure = (own: object): Block =>
      ({
        id: 'f',
        type: 'figure',
        assetId: null,
        fileName: 'a.jpg',
        caption: [],
        credit: '',
        alt: '',
        origin: {},
        ...own,
      }) as unknown as Block;
    const [row] = rowsOf(body(figure({ credit: 'A. Khan' })), body(figure({ credit: 'A. Khan/Stet', turn: 90 })));
    if (row?.kind !== 'changed' || row.change.shape !== 'figure') throw new Error(`${row?.kind}`);
    expect(row.change.traits).toEqual([{ name: 'turn', before: null, after: 90 }]);
    expect(row.change.credit.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added']);
    expect(row.change.caption).toEqual([]);
  });

  it('of a list are its items', () => {
    const list = (...items: string[]): Block =>
      ({
        id: 'l',
        type: 'list',
        kind: 'bulleted',
        items: items.map((text) => ({ content: [{ type: 'text', text }] })),
      }) as unknown as Block;
    const [row] = rowsOf(body(list('Rice', 'Wheat', 'Salt')), body(list('Rice', 'Cotton seed', 'Wheat', 'Sea salt')));
    expect(row?.kind === 'changed' && row.change.shape === 'list' && row.change.items.map(({ kind }) => kind)).toEqual([
      'same',
      'added',
      'same',
      'changed',
    ]);
  });

  it('of a table are its cells', () => {
    const table = (...rows: string[][]): Block =>
      ({
        id: 't',
        type: 'table',
        rows: rows.map((row) => row.map((text) => ({ content: [{ type: 'text', text }] }))),
      }) as unknown as Block;
    const [row] = rowsOf(
      body(table(['Town', 'Dead'], ['Sukkur', '3'])),
      body(table(['Town', 'Dead'], ['Sukkur', '5'], ['Larkana', '1'])),
    );
    if (row?.kind !== 'changed' || row.change.shape !== 'table') throw new Error(`${row?.kind}`);
    expect(row.change.rows.map(({ kind }) => kind)).toEqual(['same', 'changed', 'added']);
    expect(row.change.rows[1]?.cells.map(({ kind }) => kind)).toEqual(['same', 'changed']);
  });
});

describe('its speed', () => {
  /** `count` words in paragraphs of `length`; every ninth is one that only this `version` has. */
  const long = (count: number, length: number, version: string): Content => {
    const all = Array.from({ length: count }, (_word, at) =>
      at % 9 === 0 ? `${version}${at}` : `word${(at * 7919) % 3001}`,
    );
    const starts = Array.from({ length: Math.ceil(count / length) }, (_start, at) => at * length);
    return body(...starts.map((at) => named(`b${at}`, `${all.slice(at, at + length).join(' ')}.`)));
  };
  /** Of the processor's time, in milliseconds: other work on the machine does not count. */
  const fastest = (before: Content, after: Content, runs: number) => {
    const times = Array.from({ length: runs }, () => {
      const start = process.cpuUsage();
      compareStories(before, after);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    return Math.min(...times);
  };

  it('is below a blink for stories of 1,500 words', () => {
    expect(fastest(long(1500, 60, 'old'), long(1500, 60, 'new'), 20)).toBeLessThan(20);
  });

  it('is bounded for 20,000, whatever is in them', () => {
    expect(fastest(long(20_000, 60, 'old'), long(20_000, 60, 'new'), 3)).toBeLessThan(1000);
    expect(fastest(long(20_000, 20_000, 'old'), long(20_000, 20_000, 'new'), 2)).toBeLessThan(2000);
    expect(fastest(long(20_000, 20_000, 'old'), body(named('b0', 'x '.repeat(20_000))), 2)).toBeLessThan(2000);
  });
});
