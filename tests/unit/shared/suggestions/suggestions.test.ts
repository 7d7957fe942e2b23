import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeStories } from '../../../../shared/merge/mergeStories.ts';
import type { Block } from '../../../../shared/story/block.ts';
import { canonicalJson } from '../../../../shared/story/canonicalJson.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import { layersSchema } from '../../../../shared/story/suggestions.ts';
import { listSuggestions } from '../../../../shared/suggestions/listSuggestions.ts';
import { hunksBetween, mixVersions } from '../../../../shared/suggestions/mixVersions.ts';
import { settleLayers, settleSuggestions } from '../../../../shared/suggestions/settleSuggestions.ts';
import { versionsOf, type Suggested, type Version } from '../../../../shared/suggestions/versions.ts';
import { arbitraryEdits, edited, mergeableStory, paragraph } from '../../../fixtures/merge/storyEdits.ts';
import { withEdit } from '../../../fixtures/suggestions/suggestedEdits.ts';

const AT = '2026-11-30T10:00:00.000Z';
const BASE: Suggested = mergeableStory();
const content = ({ fields, blocks }: Version) => canonicalJson({ fields, blocks });

/** The base with these edits made one after the other as suggestions. */
function suggested(edits: Edits, by: string, story = BASE): Suggested {
  return edits.reduce((now, edit, index) => withEdit(now, edited(now, [edit], `${by}${index}x`), by, AT), story);
}

const all = () => true;

type Edits = Parameters<typeof edited>[1][number][];
/** All that is left of one layer in the end is that a comment was begun. */
const ONLY_TALK_LEFT: [Edits, Edits, [number, boolean][]] = [
  [
    { kind: 'mark', at: 12, place: 9 },
    { kind: 'word', at: 0, place: 0 },
    { kind: 'mark', at: 12, place: 0 },
    { kind: 'word', at: 9, place: 0 },
  ],
  [12, 9, 0].map((at) => ({ kind: 'word', at, place: 0 })),
  [
    [0, false],
    [12, false],
    [0, false],
    [3, true],
  ],
];

describe('suggestions', () => {
  it('come out as what was typed when all are accepted, and as what was there, to the byte, when all are rejected', () => {
    fc.assert(
      fc.property(arbitraryEdits, (edits) => {
        const story = suggested(edits, 'Leila');
        const plain = edits.reduce((now, edit, index) => edited(now, [edit], `Leila${index}x`), BASE);
        expect(content(settleLayers(story, 'accept', all))).toBe(content(plain));
        // Comments are no proposals: they stay.
        if (edits.every(({ kind }) => kind !== 'mark'))
          expect(content(settleLayers(story, 'reject', all))).toBe(content(BASE));
        expect(settleLayers(story, 'reject', all).suggestions).toBeUndefined();
        layersSchema.parse(story.suggestions ?? []);
      }),
      { numRuns: 2000 },
    );
  });

  it('come to the same one by one, in any order', () => {
    fc.assert(
      fc.property(
        arbitraryEdits,
        fc.array(fc.nat(100), { maxLength: 60 }),
        fc.constantFrom('accept' as const, 'reject' as const),
        (edits, picks, verdict) => {
          let story = suggested(
            edits.filter(({ kind }) => kind !== 'mark'),
            'Leila',
          );
          const [want] = verdict === 'accept' ? [story] : [BASE];
          for (let step = 0; ; step += 1) {
            const open = listSuggestions(story);
            if (open.length === 0) break;
            expect(step).toBeLessThan(200);
            const pick = open[(picks[step] ?? 0) % open.length];
            if (pick) story = settleSuggestions(story, verdict, [pick]);
          }
          // What was done and taken back by hand leaves a layer in which nothing is.
          expect(settleLayers(story, 'accept', () => false).suggestions).toBeUndefined();
          expect(content(story)).toBe(content(want));
        },
      ),
      { numRuns: 600 },
    );
  });

  it('settled some this way and some that, come to an end, with every block once and no word nobody typed', () => {
    fc.assert(
      fc.property(
        arbitraryEdits,
        arbitraryEdits,
        fc.array(fc.tuple(fc.nat(100), fc.boolean()), { maxLength: 80 }),
        (edits, others, picks) => {
          let story = suggested(others, 'Amna', suggested(edits, 'Leila'));
          const typed = ({ blocks }: Version) =>
            blocks.flatMap((block) => blockText(block).match(/(?:Leila|Amna)\d+x\d/gu) ?? []);
          const known = new Set(versionsOf(story).flatMap(typed));
          for (let step = 0; ; step += 1) {
            const open = listSuggestions(story);
            if (open.length === 0) break;
            expect(step).toBeLessThan(300);
            const [at, isAccepted] = picks[step] ?? [0, true];
            const pick = open[at % open.length];
            const verdict = isAccepted ? 'accept' : 'reject';
            if (pick) story = settleSuggestions(story, verdict, [pick]);
            const ids = story.blocks.map(({ id }) => id);
            expect(new Set(ids).size).toBe(ids.length);
          }
          // What was done and taken back by hand leaves a layer in which nothing is.
          expect(settleLayers(story, 'accept', () => false).suggestions).toBeUndefined();
          for (const word of typed(story)) expect(known).toContain(word);
        },
      ),
      { numRuns: 400, examples: [ONLY_TALK_LEFT] },
    );
  });

  it('of two people come off one person at a time', () => {
    fc.assert(
      fc.property(arbitraryEdits, arbitraryEdits, (edits, others) => {
        const one = suggested(edits, 'Leila');
        const story = suggested(others, 'Amna', one);
        const withoutAmna = settleLayers(story, 'reject', ({ by }) => by === 'Amna');
        const isWordsOnly = [...edits, ...others].every(({ kind }) => kind !== 'mark');
        if (isWordsOnly) expect(content(withoutAmna)).toBe(content(one));
        const accepted = settleLayers(story, 'accept', ({ by }) => by === 'Leila');
        expect(content(accepted)).toBe(content(story));
        if (isWordsOnly && accepted.suggestions)
          expect(content(settleLayers(accepted, 'reject', all))).toBe(content(one));
      }),
      { numRuns: 600 },
    );
  });

  it('leave what is typed outright elsewhere alone', () => {
    const story = suggested([{ kind: 'word', at: 1, place: 0 }], 'Leila');
    const four = story.blocks.findIndex(({ id }) => id === 'four');
    const now = { ...story, blocks: story.blocks.with(four, paragraph('four', 'The ministry said no.')) };
    const typed = withEdit(story, now, null, AT);
    expect(blockText(settleLayers(typed, 'reject', all).blocks[four] as Block)).toBe('The ministry said no.');
  });

  it('take what is typed outright into the words that were there before, letter by letter', () => {
    const block = (text: string): Suggested => ({ ...BASE, blocks: [paragraph('p', text)] });
    const proposed = withEdit(block('The boats left early.'), block('The old boats left.'), 'Leila', AT);
    const typed = withEdit(proposed, block('All the old boats left.'), null, AT);
    const rejected = settleLayers(typed, 'reject', all);
    expect(blockText(rejected.blocks[0] as Block)).toBe('All the boats left early.');
    const inside = withEdit(proposed, block('The oldest boats left.'), null, AT);
    expect(blockText(settleLayers(inside, 'reject', all).blocks[0] as Block)).toBe('The boats left early.');
    expect(listSuggestions(inside)).toHaveLength(2);
  });

  it('are told as a person did them', () => {
    const kinds = (after: Suggested['blocks'], before = BASE.blocks) =>
      hunksBetween({ ...BASE, blocks: before }, { ...BASE, blocks: after }).map(({ kind }) => kind);
    const one = [paragraph('p', 'The harbour was closed. Nobody said why.')];
    expect(kinds([paragraph('p', 'The harbour was closed.'), paragraph('q', 'Nobody said why.')], one)).toEqual([
      'split',
    ]);
    expect(kinds(one, [paragraph('p', 'The harbour was closed.'), paragraph('q', 'Nobody said why.')])).toEqual([
      'joined',
    ]);
    expect(kinds([...one, paragraph('q', 'Boats left.')], one)).toEqual(['added']);
    expect(kinds([], one)).toEqual(['removed']);
    expect(kinds([paragraph('p', 'The old harbour was closed. Somebody said why.')], one)).toEqual(['words', 'words']);
    const [first, ...rest] = BASE.blocks;
    expect(kinds(first ? [...rest, first] : [])).toEqual(['moved']);
  });

  it('mix to either side exactly', () => {
    fc.assert(
      fc.property(arbitraryEdits, (edits) => {
        const after = edited(BASE, edits, 'A');
        expect(content(mixVersions(BASE, after, () => true, 'after'))).toBe(content(after));
        expect(content(mixVersions(BASE, after, () => false, 'before'))).toBe(content(BASE));
      }),
      { numRuns: 1000 },
    );
  });
});

/** A paragraph of a story cut in two, at a blank of its own, or joined to the one behind it. */
function reshaped(story: Suggested, { at, cut, isJoin }: { at: number; cut: number; isJoin: boolean }): Version | null {
  const { blocks } = story;
  const isText = (block?: Block) => block?.type === 'paragraph';
  const fitting = blocks.filter((block, place) => isText(block) && (!isJoin || isText(blocks[place + 1])));
  const block = fitting[at % fitting.length];
  if (!block) return null;
  const [place, text] = [blocks.indexOf(block), blockText(block)];
  const next = blocks[place + 1];
  if (isJoin && next)
    return { ...story, blocks: blocks.toSpliced(place, 2, paragraph(block.id, `${text} ${blockText(next)}`)) };
  const blanks = Array.from(text.matchAll(/ /gu), ({ index }) => index);
  const blank = blanks[cut % blanks.length] ?? 0;
  const halves = [paragraph(block.id, text.slice(0, blank)), paragraph('half', text.slice(blank + 1))];
  return { ...story, blocks: blocks.toSpliced(place, 1, ...halves) };
}

const reshaping = fc.record({ at: fc.nat(10), cut: fc.nat(200), isJoin: fc.boolean() });
const typing = arbitraryEdits.map((edits) => edits.filter(({ kind }) => ['word', 'cut', 'sentence'].includes(kind)));
/** All words of a story, blanks left out: a cut and a join change these alone. */
const letters = ({ blocks }: Version) => blocks.map(blockText).join('').replaceAll(/\s/gu, '');

describe('a paragraph cut or joined outright under open suggestions', () => {
  it('is cut or joined in what was there before, so that rejecting all leaves no word and loses none', () => {
    fc.assert(
      fc.property(typing, typing, reshaping, (edits, others, shape) => {
        const proposed = suggested(others, 'Amna', suggested(edits, 'Leila'));
        const now = reshaped(proposed, shape);
        fc.pre(now !== null);
        const cut = withEdit(proposed, now, null, AT);
        layersSchema.parse(cut.suggestions ?? []);
        const [rejected, accepted] = (['reject', 'accept'] as const).map((verdict) => settleLayers(cut, verdict, all));
        expect(letters(rejected as Version)).toBe(letters(BASE));
        expect(content(accepted as Version)).toBe(content(now));
        expect(rejected?.blocks.map(({ id }) => id)).toEqual(now.blocks.map(({ id }) => id));
      }),
      { numRuns: 800 },
    );
  });

  it('is so after a merge, too', () => {
    fc.assert(
      fc.property(typing, typing, typing, reshaping, (shared, edits, outright, shape) => {
        const base = suggested(shared, 'Noor');
        const type = (story: Suggested, by: string | null, list: typeof edits) =>
          list.reduce((now, edit, at) => withEdit(now, edited(now, [edit], `Amna${at}x`), by, AT), story);
        const mine = type(type(base, null, outright), 'Amna', edits);
        const shaped = reshaped(base, shape);
        fc.pre(shaped !== null);
        const theirs = withEdit(base, shaped, null, AT);
        const sides = (one: Suggested) =>
          [
            { by: 'Amna', content: one },
            { by: 'Leila', content: theirs },
          ] as const;
        const merged = mergeStories(base, ...sides(mine), AT);
        fc.pre(merged.conflicts.length === 0);
        layersSchema.parse(merged.content.suggestions ?? []);
        const rejected = settleLayers(merged.content, 'reject', all);
        expect(letters(rejected)).toBe(letters(settleLayers(mine, 'reject', all)));
        expect(rejected.blocks.map(({ id }) => id)).toEqual(theirs.blocks.map(({ id }) => id));
      }),
      { numRuns: 800 },
    );
  });

  it('that was proposed itself goes with both halves', () => {
    const added = withEdit(
      BASE,
      { ...BASE, blocks: BASE.blocks.toSpliced(2, 0, paragraph('new', 'One. Two.')) },
      'A',
      AT,
    );
    const halves = [paragraph('new', 'One.'), paragraph('half', 'Two.')];
    const cut = withEdit(added, { ...added, blocks: added.blocks.toSpliced(2, 1, ...halves) }, null, AT);
    expect(content(settleLayers(cut, 'reject', all))).toBe(content(BASE));
  });

  it('to one that was proposed keeps its own words', () => {
    const [first] = BASE.blocks;
    const added = withEdit(
      BASE,
      { ...BASE, blocks: BASE.blocks.toSpliced(1, 0, paragraph('new', 'Two boats.')) },
      'A',
      AT,
    );
    const whole = paragraph('new', `Two boats. ${blockText(BASE.blocks[1] as Block)}`);
    const joint = withEdit(added, { ...added, blocks: added.blocks.toSpliced(1, 2, whole) }, null, AT);
    expect(first?.type).toBe('figure');
    expect(letters(settleLayers(joint, 'reject', all))).toBe(letters(BASE));
  });
});

describe('merging two versions with suggestions', () => {
  const merge = (mine: Suggested, theirs: Suggested, base = BASE) =>
    mergeStories(base, { by: 'Amna', content: mine }, { by: 'Leila', content: theirs }, AT).content;

  it('keeps what one side proposes over what the other typed', () => {
    const mine = {
      ...BASE,
      blocks: BASE.blocks.map((block) => (block.id === 'four' ? paragraph('four', 'The ministry said no.') : block)),
    };
    const theirs = suggested(
      [
        { kind: 'word', at: 1, place: 1 },
        { kind: 'field', at: 0, place: 0 },
      ],
      'Leila',
    );
    const merged = merge(mine, theirs);
    expect(listSuggestions(merged).map(({ by, hunk }) => [by, hunk.kind])).toEqual([
      ['Leila', 'field'],
      ['Leila', 'words'],
    ]);
    expect(content(settleLayers(merged, 'reject', all))).toBe(content(mine));
  });

  it('settles what one side settled', () => {
    const base = suggested([{ kind: 'word', at: 1, place: 1 }], 'Leila');
    for (const verdict of ['accept', 'reject'] as const) {
      const settled = settleLayers(base, verdict, all);
      const merged = merge(settled, base, base);
      expect(merged.suggestions).toBeUndefined();
      expect(content(merged)).toBe(content(settled));
    }
  });

  it('is the same from both sides, valid, and changes nothing the second time', () => {
    const anyone = fc.tuple(arbitraryEdits, fc.boolean());
    fc.assert(
      fc.property(arbitraryEdits, anyone, anyone, (shared, [edits, isProposed], [others, isOtherProposed]) => {
        const base = suggested(shared, 'Noor');
        const make = (list: typeof edits, by: string, isOne: boolean) =>
          list.reduce(
            (now, edit, index) => withEdit(now, edited(now, [edit], `${by}${index}x`), isOne ? by : null, AT),
            base,
          );
        const [mine, theirs] = [make(edits, 'Amna', isProposed), make(others, 'Leila', isOtherProposed)];
        const merged = merge(mine, theirs, base);
        const turned = mergeStories(base, { by: 'Leila', content: theirs }, { by: 'Amna', content: mine }, AT).content;
        expect(canonicalJson(turned)).toBe(canonicalJson(merged));
        layersSchema.parse(merged.suggestions ?? []);
        const again = mergeStories(
          theirs,
          { by: 'Amna', content: merged },
          { by: 'Leila', content: theirs },
          AT,
        ).content;
        expect(canonicalJson({ ...again, review: null })).toBe(canonicalJson({ ...merged, review: null }));
      }),
      { numRuns: 500 },
    );
  });
});
