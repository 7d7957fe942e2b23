import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeStories, type MergedContent } from '../../../../shared/merge/mergeStories.ts';
import type { Block } from '../../../../shared/story/block.ts';
import { canonicalJson } from '../../../../shared/story/canonicalJson.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import { storySchema, STORY_FORMAT } from '../../../../shared/story/story.ts';
import { arbitraryEdits, edited, mergeableStory, paragraph } from '../../../fixtures/merge/storyEdits.ts';
import { arbitraryStory } from '../../../fixtures/arbitraryStory.ts';

const AT = '2026-11-30T10:00:00.000Z';
const BASE = mergeableStory();

function merge(mine: MergedContent, theirs: MergedContent, base = BASE) {
  return mergeStories(base, { by: 'Amna', content: mine }, { by: 'Leila', content: theirs }, AT);
}

function change(id: string, from: string, to: string, story = BASE): MergedContent {
  const text = JSON.stringify(story.blocks.find((block) => block.id === id));
  if (!text.includes(from)) throw new Error(`“${from}” is not in ${id}`);
  return {
    ...story,
    blocks: story.blocks.map((block) => (block.id === id ? JSON.parse(text.replace(from, to)) : block)),
  };
}

function textOf({ blocks }: MergedContent, id: string): string {
  const block = blocks.find((one) => one.id === id);
  return block ? blockText(block) : '(gone)';
}

describe('merging two versions of a story', () => {
  it('takes changes at different places from both, without a conflict', () => {
    const mine = change('figure', 'at dawn', 'at dusk', change('three', 'Cooks complained', 'Cooks were angry'));
    let theirs = change('one', 'Nobody said why', 'Nobody would say why');
    theirs = { ...theirs, fields: { ...theirs.fields, headline: 'Boats leave the pier' } };
    const { content, conflicts } = merge(mine, theirs);
    expect(conflicts).toEqual([]);
    expect(textOf(content, 'figure')).toContain('The pier at dusk.');
    expect(textOf(content, 'three')).toContain('Cooks were angry.');
    expect(textOf(content, 'one')).toContain('Nobody would say why.');
    expect(content.fields.headline).toBe('Boats leave the pier');
  });

  it('takes changes of different sentences of one paragraph from both', () => {
    const { content, conflicts } = merge(
      change('one', 'on Monday', 'on Sunday night'),
      change('one', 'The crews went home.', 'The crews went home. Some stayed.'),
    );
    expect(conflicts).toEqual([]);
    expect(textOf(content, 'one')).toBe(
      'The harbour was closed on Sunday night. Nobody said why. The crews went home. Some stayed.',
    );
  });

  it('keeps both texts where both changed one sentence, be it at different words of it', () => {
    const { content, conflicts } = merge(
      change('one', 'The harbour', 'The old harbour'),
      change('one', 'on Monday', 'on Sunday'),
    );
    expect(textOf(content, 'one')).toBe(
      'The harbour was closed on Sunday. The old harbour was closed on Monday. Nobody said why. The crews went home.',
    );
    expect(conflicts).toEqual([
      {
        ...{
          id: 'one.1',
          at: AT,
          settled: null,
          kind: 'words',
          blockId: 'one',
          base: 'The harbour was closed on Monday. ',
        },
        sides: [
          { by: 'Leila', words: 'The harbour was closed on Sunday. ' },
          { by: 'Amna', words: 'The old harbour was closed on Monday. ' },
        ],
      },
    ]);
    expect(content.review?.conflicts).toEqual(conflicts);
  });

  it('has no conflict where both made the same change', () => {
    const same = change('one', 'Monday', 'Sunday');
    expect(merge(same, structuredClone(same))).toEqual({ content: same, conflicts: [] });
  });

  it('keeps what one side changed and the other took out, and says so', () => {
    const without = { ...BASE, blocks: BASE.blocks.filter(({ id }) => id !== 'four') };
    const { content, conflicts } = merge(without, change('four', 'no answer', 'an answer'));
    expect(textOf(content, 'four')).toBe('The ministry gave an answer.');
    expect(conflicts).toMatchObject([{ kind: 'removed', blockId: 'four', removedBy: 'Amna', changedBy: 'Leila' }]);
    expect(merge(without, BASE).content.blocks.map(({ id }) => id)).not.toContain('four');
  });

  it('takes a move from one side and the words from the other', () => {
    const [first, ...rest] = BASE.blocks;
    const moved = { ...BASE, blocks: first ? [...rest, first] : [] };
    const { content, conflicts } = merge(moved, change('figure', 'at dawn', 'at dusk'));
    expect(conflicts).toEqual([]);
    expect(content.blocks.at(-1)?.id).toBe('figure');
    expect(textOf(content, 'figure')).toContain('at dusk');
  });

  it('takes a cut from one side and words of either half from the other', () => {
    const cut = (story: MergedContent, at: number, id: string): MergedContent => {
      const text = textOf(story, 'one');
      const index = story.blocks.findIndex((block) => block.id === 'one');
      const pieces = [paragraph('one', text.slice(0, at).trimEnd()), paragraph(id, text.slice(at).trimStart())];
      return { ...story, blocks: story.blocks.toSpliced(index, 1, ...pieces) };
    };
    const sentence = 'The harbour was closed on Monday.'.length;
    const mine = cut(BASE, sentence, 'half');
    const first = merge(mine, change('one', 'on Monday', 'on Sunday'));
    expect(first.conflicts).toEqual([]);
    expect([textOf(first.content, 'one'), textOf(first.content, 'half')]).toEqual([
      'The harbour was closed on Sunday.',
      'Nobody said why. The crews went home.',
    ]);
    const both = merge(mine, change('one', 'crews', 'old crews', change('one', 'on Monday', 'on Sunday')));
    expect(both.conflicts).toEqual([]);
    expect([textOf(both.content, 'one'), textOf(both.content, 'half')]).toEqual([
      'The harbour was closed on Sunday.',
      'Nobody said why. The old crews went home.',
    ]);
    // Both cut it, at two places or at the same one.
    const thrice = merge(mine, cut(BASE, 'The harbour was closed on Monday. Nobody said why.'.length, 'rest'));
    expect(thrice.conflicts).toEqual([]);
    expect(['one', 'half', 'rest'].map((id) => textOf(thrice.content, id))).toEqual([
      'The harbour was closed on Monday.',
      'Nobody said why.',
      'The crews went home.',
    ]);
    const twins = merge(mine, change('twin', 'crews', 'old crews', cut(BASE, sentence, 'twin')));
    expect(twins.conflicts).toEqual([]);
    expect(twins.content.blocks).toHaveLength(BASE.blocks.length + 1);
    expect(JSON.stringify(twins.content)).toContain('Nobody said why. The old crews went home.');
    // What stood across the cut was put differently by whoever cut it; the other wrote beside it, or took out what begins there.
    const reworded = change('one', 'Monday. Nobody said', 'Monday: but nobody said', BASE);
    const parts = [
      paragraph('one', 'The harbour was closed on Monday.'),
      paragraph('half', 'Nobody said why. The crews went home.'),
    ];
    const own = { ...BASE, blocks: BASE.blocks.flatMap((block) => (block.id === 'one' ? parts : [block])) };
    const beside = merge(own, change('one', 'went home', 'went back', reworded), reworded);
    expect(beside.conflicts).toEqual([]);
    expect(textOf(beside.content, 'half')).toBe('Nobody said why. The crews went back.');
    const shorter = merge(mine, change('one', ' Nobody said why.', ''));
    expect(shorter.conflicts).toEqual([]);
    expect(['one', 'half'].map((id) => textOf(shorter.content, id))).toEqual([
      'The harbour was closed on Monday.',
      'The crews went home.',
    ]);
    // The very place it was cut at was changed: somebody has to look.
    const { conflicts } = merge(cut(BASE, 'The harbour was cl'.length, 'half'), change('one', 'was closed', 'is open'));
    expect(conflicts).toHaveLength(1);
  });

  it('takes a join from one side and words of either paragraph from the other', () => {
    for (const glue of ['', ' ']) {
      const joined: MergedContent = {
        ...BASE,
        blocks: BASE.blocks.flatMap((block) => {
          if (block.id === 'two') return [];
          return block.id === 'one' ? [paragraph('one', textOf(BASE, 'one') + glue + textOf(BASE, 'two'))] : [block];
        }),
      };
      const theirs = change('two', 'before noon', 'at noon', change('one', 'on Monday', 'on Sunday'));
      const { content, conflicts } = merge(joined, theirs);
      expect(conflicts).toEqual([]);
      expect(textOf(content, 'one')).toBe(
        `The harbour was closed on Sunday. Nobody said why. The crews went home.${glue}On Tuesday the wind turned. The first boats left at noon.`,
      );
      expect(content.blocks.map(({ id }) => id)).not.toContain('two');
    }
  });

  it('keeps paragraphs both put in at one place, one after the other', () => {
    const add = (id: string, text: string) => ({ ...BASE, blocks: BASE.blocks.toSpliced(3, 0, paragraph(id, text)) });
    const { content, conflicts } = merge(add('mine', 'Mine.'), add('theirs', 'Theirs.'));
    expect(conflicts).toEqual([]);
    expect(content.blocks.map(({ id }) => id).slice(2, 6)).toEqual(['two', 'mine', 'theirs', 'quote']);
  });

  it('merges each part of a figure for itself, and keeps the other’s where both changed one', () => {
    const mine = change('figure', 'N. Rahim', 'Noor Rahim');
    const theirs = change(
      'figure',
      'A pier',
      'A wooden pier with two boats',
      change('figure', 'N. Rahim', 'N. Rahim / AFP'),
    );
    const { content, conflicts } = merge(mine, theirs);
    const figure = content.blocks.find(({ id }) => id === 'figure');
    expect(figure).toMatchObject({ alt: 'A wooden pier with two boats', credit: 'Noor Rahim' });
    expect(conflicts).toMatchObject([
      { kind: 'part', part: 'credit', sides: [{ by: 'Amna' }, { by: 'Leila', block: { credit: 'N. Rahim / AFP' } }] },
    ]);
  });

  it('keeps bold and a thread of one side on the words the other left, and a thread on words the other changed', () => {
    const run = (text: string, mark?: string) => ({ type: 'text' as const, text, ...(mark && { marks: [mark] }) });
    const withContent = (content: ReturnType<typeof run>[]): MergedContent => ({
      ...BASE,
      blocks: BASE.blocks.map((block) =>
        block.id === 'four' && block.type === 'paragraph' ? { ...block, content } : block,
      ),
    });
    const mine = withContent([run('The '), run('ministry', 'comment:t1'), run(' gave no answer.')]);
    const theirs = withContent([run('The ministry gave '), run('no', 'bold'), run(' answer.')]);
    expect(merge(mine, theirs).content.blocks.find(({ id }) => id === 'four')).toMatchObject({
      content: [run('The '), run('ministry', 'comment:t1'), run(' gave '), run('no', 'bold'), run(' answer.')],
    });
    expect(
      merge(mine, change('four', 'ministry', 'minister')).content.blocks.find(({ id }) => id === 'four'),
    ).toMatchObject({
      content: [run('The '), run('minister', 'comment:t1'), run(' gave no answer.')],
    });
  });

  it('merges lists by their items and tables by their cells', () => {
    const { content, conflicts } = merge(
      change('table', 'none', 'three', change('list', 'Tie the boats.', 'Tie all boats.')),
      change('table', 'Boats', 'Boats out', change('list', 'Count the crews.', 'Count the crews twice.')),
    );
    expect(conflicts).toEqual([]);
    expect(textOf(content, 'list')).toBe('Bring the nets in.\nTie all boats.\nCount the crews twice.');
    expect(textOf(content, 'table')).toBe('Day\tBoats out\nMonday\tthree');
  });

  it('has terms of both, and the other’s headline where both wrote one', () => {
    const with_ = (fields: Partial<MergedContent['fields']>) => ({ ...BASE, fields: { ...BASE.fields, ...fields } });
    const { content, conflicts } = merge(
      with_({ keywords: ['sea', 'wind'], headline: 'Mine' }),
      with_({ keywords: ['fish'], headline: 'Theirs' }),
    );
    expect(content.fields.keywords.toSorted()).toEqual(['fish', 'wind']);
    expect(conflicts).toMatchObject([{ kind: 'field', field: 'headline' }]);
    expect(JSON.stringify(conflicts)).toMatch(/Mine.*Theirs|Theirs.*Mine/u);
  });
});

describe('a paragraph one side cuts or joins', () => {
  it('takes every word the other changed, without a conflict', () => {
    const place = fc.record({ cut: fc.nat(200), word: fc.nat(40), isJoin: fc.boolean(), isMine: fc.boolean() });
    fc.assert(
      fc.property(place, ({ cut, word, isJoin, isMine }) => {
        const [whole, apart] = [BASE, { ...BASE, blocks: cutAt(BASE.blocks, 'three', cut) }];
        const [base, other] = isJoin ? [apart, whole] : [whole, apart];
        const index = base.blocks.findIndex(({ id }) => id === 'three');
        const at = isJoin && word % 2 === 0 ? index + 1 : index;
        const before = base.blocks[at] as Block;
        const words = blockText(before).split(' ');
        const spot = word % words.length;
        fc.pre(words[spot] !== '');
        const changed = paragraph(before.id, words.with(spot, 'Zanzibar').join(' '));
        const typed = { ...base, blocks: base.blocks.with(at, changed) };
        const { content, conflicts } = isMine ? merge(typed, other, base) : merge(other, typed, base);
        expect(conflicts).toEqual([]);
        expect(content.blocks.map(({ id }) => id)).toEqual(other.blocks.map(({ id }) => id));
        const all = (story: MergedContent) => halves(story).join('');
        expect(all(content)).toBe(all(typed));
      }),
      { numRuns: 500 },
    );
  });
});

/** The words of the paragraph `three` and of what was cut off it. */
function halves(story: MergedContent): string[] {
  return story.blocks.filter(({ id }) => id === 'three' || id === 'half').map(blockText);
}

function cutAt(blocks: readonly Block[], id: string, cut: number): Block[] {
  return blocks.flatMap((block) => {
    if (block.id !== id) return [block];
    const text = blockText(block);
    // Before or behind a blank.
    const blanks = Array.from(text.matchAll(/ /gu), ({ index }) => [index, index + 1]).flat();
    const place = blanks[cut % blanks.length] ?? 0;
    return [paragraph(id, text.slice(0, place)), paragraph('half', text.slice(place))];
  });
}

describe('whatever two people do to a story', () => {
  const pair = fc.tuple(arbitraryEdits, arbitraryEdits);

  it('gives the same story whoever merges, valid, with nothing typed missing', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [mine, theirs] = [edited(BASE, a, 'Amna'), edited(BASE, b, 'Leila')];
        const merged = merge(mine, theirs);
        const back = mergeStories(BASE, { by: 'Leila', content: theirs }, { by: 'Amna', content: mine }, AT);
        expect(back).toEqual(merged);
        const whole = JSON.stringify(merged);
        for (const side of [mine, theirs])
          for (const word of JSON.stringify(side).match(/(?:Amna|Leila)\d+/gu) ?? [])
            expect(whole, `${word} is missing`).toContain(word);
        const story = {
          format: STORY_FORMAT,
          id: crypto.randomUUID(),
          createdAt: AT,
          updatedAt: AT,
          ...merged.content,
        };
        expect(storySchema.safeParse(story).error).toBeUndefined();
        expect(new Set(merged.content.blocks.map(({ id }) => id)).size).toBe(merged.content.blocks.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [mine, theirs] = [edited(BASE, a, 'Amna'), edited(BASE, b, 'Leila')];
        const { content } = merge(mine, theirs);
        expect(merge(content, theirs, theirs)).toEqual({ content, conflicts: [] });
        expect(merge(content, content)).toMatchObject({ content, conflicts: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('is what one of them did where the other did nothing, whatever the story', () => {
    fc.assert(
      fc.property(arbitraryStory, arbitraryStory, (base, changed) => {
        const { content } = merge(changed, base, base);
        const { fields, blocks, suggestions } = changed;
        expect(canonicalJson(content)).toBe(canonicalJson({ fields, blocks, ...(suggestions && { suggestions }) }));
      }),
    );
  });

  it('never fails on any three stories', () => {
    fc.assert(
      fc.property(arbitraryStory, arbitraryStory, arbitraryStory, (base, one, other) => {
        const shared = [...new Map([...base.blocks, ...one.blocks].map((block) => [block.id, block])).values()];
        const two = { ...other, blocks: shared.toReversed() };
        expect(merge(one, two, base)).toEqual(
          mergeStories(base, { by: 'Leila', content: two }, { by: 'Amna', content: one }, AT),
        );
      }),
    );
  });
});
