import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingKey } from '../../../../shared/checks/finding.ts';
import { HouseStyle } from '../../../../shared/checks/style/houseStyle.ts';
import { StoryChecker } from '../../../../shared/checks/StoryChecker.ts';
import { STARTER_STYLE } from '../../../../shared/checks/style/starterStyle.ts';
import { bindPullQuotes } from '../../../../shared/pullQuote/bindPullQuotes.ts';
import type { Block } from '../../../../shared/story/block.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import { countWords } from '../../../../shared/story/wordCount.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { arbitraryBlock, arbitraryFields, arbitraryStory } from '../../../fixtures/arbitraryStory.ts';
import { SALT_AND_SWEET_WATER } from '../../../fixtures/stories/saltAndSweetWater.ts';
import { paragraph, pullQuote } from '../pullQuote/storyOf.ts';
import { copyStory, figure } from './copyStory.ts';
import { RULE_CASES } from './ruleCases.ts';

/** One change as somebody at a desk makes it; numbers are taken round the story's length. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), at: fc.nat(20), block: arbitraryBlock }),
  fc.record({ kind: fc.constant('wrong' as const), at: fc.nat(20), rule: fc.nat(RULE_CASES.length - 1) }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(20), to: fc.nat(20) }),
  fc.record({
    kind: fc.constant('type' as const),
    at: fc.nat(20),
    words: fc.constantFrom(' the the', '“', ' TK', ' Aug. 3, 2021', ''),
  }),
  fc.record({ kind: fc.constant('fields' as const), fields: arbitraryFields }),
);
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

function edited(story: Story, change: Edit): Story {
  if (change.kind === 'fields') return { ...story, fields: change.fields };
  const blocks: Block[] = [...story.blocks];
  const at = blocks.length === 0 ? 0 : change.at % blocks.length;
  const here = blocks[at];
  if (change.kind === 'add') blocks.splice(at, 0, change.block);
  else if (change.kind === 'wrong') blocks.splice(at, 0, ...(RULE_CASES[change.rule]?.wrong.blocks ?? []));
  else if (change.kind === 'remove') blocks.splice(at, 1);
  else if (change.kind === 'move') blocks.splice(change.to % (blocks.length || 1), 0, ...blocks.splice(at, 1));
  else if (here) blocks[at] = paragraph(here.id, blockText(here) + change.words);
  const known = new Set<string>();
  return { ...story, blocks: blocks.filter(({ id }) => !known.has(id) && known.add(id)) };
}

/** The despatch as it should go out. */
function despatch(): Story {
  const { paragraphs, pullQuotes, caption, credit, alt, ...fields } = SALT_AND_SWEET_WATER;
  const { headline, deck, dateline, byline, slug } = fields;
  const quotes = pullQuotes.map(({ words, attribution }, i) => ({
    ...pullQuote(words, undefined, `q${i}`),
    attribution,
  }));
  const story = copyStory([figure({ words: caption, credit, alt }), ...paragraphs, ...quotes], {
    headline,
    deck,
    dateline,
    byline,
    slug,
  });
  return { ...story, blocks: [...bindPullQuotes(story.blocks)] };
}

describe('StoryChecker', () => {
  it('says after any edits what it says of the same story read afresh', () => {
    fc.assert(
      fc.property(arbitraryStory, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
        const checker = new StoryChecker();
        let story = first;
        checker.check(story);
        for (const change of edits) {
          story = edited(story, change);
          expect(checker.check(story)).toEqual(new StoryChecker().check(story));
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('may be given up between two steps for a newer story', () => {
    fc.assert(
      fc.property(arbitraryStory, edit, fc.nat(30), (story, change, steps) => {
        const checker = new StoryChecker();
        const given = checker.steps(story);
        for (let i = 0; i < steps && !given.next().done; i += 1);
        const newer = edited(story, change);
        expect(checker.check(newer)).toEqual(new StoryChecker().check(newer));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('reads again only what changed', () => {
    const read: string[] = [];
    const spy = { id: 'spy', level: 'note', title: '', why: '', scope: 'text' } as const;
    const checker = new StoryChecker({ rules: [{ ...spy, look: ({ text }) => (read.push(text), []) }] });
    checker.check(copyStory(['One.', 'Two.', 'Three.']));
    read.length = 0;
    checker.check(copyStory(['One.', 'Two, changed.', 'Three.']));
    expect(read).toEqual(['Two, changed.']);
  });

  it('takes levels from the profile, and leaves out what is off', () => {
    const story = copyStory(['The boats  left.'], { byline: '' });
    const profile = { rules: { 'double-space': 'block', 'byline-missing': 'off' } } as const;
    const { findings, counts } = new StoryChecker({ profile }).check(story);
    expect(findings.map(({ ruleId, level }) => [ruleId, level])).toEqual([['double-space', 'block']]);
    expect(counts).toEqual({ note: 0, warn: 0, block: 1 });
  });

  it('keeps a skip when the words move, and drops it when they change', () => {
    const story = copyStory(['The TK boats left.']);
    const [finding] = new StoryChecker().check(story).findings;
    if (!finding) throw new Error('nothing to skip');
    const skip = { key: findingKey(finding), reason: 'A ship’s name.', by: 'Bano', at: '2025-01-01T00:00:00.000Z' };
    const checker = new StoryChecker({ skips: [skip] });
    expect(checker.check(copyStory(['At dawn the TK boats left.'])).skipped).toMatchObject([{ skip }]);
    expect(checker.check(copyStory(['At dawn the TKTK boats left.'])).counts.block).toBe(1);
  });

  it('finds in a list and in a cell at offsets of the block’s text', () => {
    const story = copyStory([
      {
        ...paragraph('x', ''),
        type: 'list',
        kind: 'bulleted',
        items: ['One.', 'Two  two.'].map((text) => ({ content: [{ type: 'text', text }] })),
      },
    ]);
    const [finding] = new StoryChecker().check(story).findings.filter(({ ruleId }) => ruleId === 'double-space');
    expect(finding?.place).toMatchObject({ slot: 'content', start: 8, end: 10 });
  });

  it('has nothing to mend in a clean despatch, and under ten notes in a thousand words', () => {
    const story = despatch();
    const { findings } = new StoryChecker().check(story);
    const words = countWords(story.blocks.map(blockText).join(' '));
    expect(findings.filter(({ level }) => level !== 'note').map(({ ruleId, excerpt }) => [ruleId, excerpt])).toEqual(
      [],
    );
    const notes = findings.filter(({ ruleId }) => ruleId !== 'pull-quote-long');
    expect((notes.length / words) * 1000).toBeLessThan(10);
  });

  it('lets a house bring its own style', () => {
    const style = new HouseStyle({ ...STARTER_STYLE, entries: [], words: ['StateCouncil'] });
    const story = copyStory(['The goverment met the StateCouncil.', 'The Council agreed.']);
    expect(new StoryChecker({ style }).check(story).findings).toEqual([]);
  });
});
