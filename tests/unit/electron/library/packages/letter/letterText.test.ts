import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { revisionStepId, seriesBlockId } from '../../../../../../electron/library/derivedIds.ts';
import { readLetterText, writeLetterText } from '../../../../../../electron/library/packages/letter/letterText.ts';
import { canonicalJson } from '../../../../../../shared/story/canonicalJson.ts';
import { newRevisionId, type BlockId, type RevisionId, type StoryId } from '../../../../../../shared/story/ids.ts';
import type { Story } from '../../../../../../shared/story/story.ts';
import { arbitraryStory } from '../../../../../fixtures/arbitraryStory.ts';

const AT = '2026-11-30T10:00:00.000Z';
const REVISION = '0b6f2a52-6d0e-4a53-8c41-5b1f2c7d9e10' as RevisionId;
const STORY = '6580ee47-9694-497e-acb9-9a80ec1a425c' as StoryId;
const ids = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc', 'dddddddddddd', 'eeeeeeeeeeee'] as BlockId[];

/** As a letter of the first Stet that wrote any reads, line by line: it has to be understood for ever. */
const FIRST_LETTER = [
  'Boats wait',
  'The wind\u0003s turn',
  'Torkham',
  '\u0001We wait,\u0002 she said. \u0001The wind decides.\u0002',
  '[-1,1,7,"!","Noor Jan",7]',
  '{"caption":"The pier.","credit":"A. Dars"}',
  '',
  '{"content":"[sic]","type":"paragraph"}',
  '[[6,"Amna",1,1796032800000,60000,90000],{"status":"submitted","byline":"Noor"},"Soon",{}]',
].join('\n');

describe('the text of a letter', () => {
  it('gives back any story letter by letter', () => {
    fc.assert(
      fc.property(arbitraryStory, fc.boolean(), (given, isOurs) => {
        const id = newRevisionId();
        const head = { id, by: 'Amna', createdAt: AT, parents: 1 };
        const { status, assignee } = given.fields;
        const step = {
          id: revisionStepId(id),
          by: 'Amna',
          at: AT,
          status,
          ...(assignee && { assignee }),
          note: 'Read it',
        };
        const review = { threads: [], steps: [step], conflicts: [] };
        const story: Story = isOurs ? { ...given, review } : given;
        const written = writeLetterText(story, head);
        const text = Buffer.from(written.text, 'utf8').toString('utf8');
        expect(canonicalJson(readLetterText({ ...written, text }, story.id, id))).toBe(canonicalJson({ head, story }));
      }),
      { numRuns: 400 },
    );
  });

  it('of the first letters is understood', () => {
    const { head, story } = readLetterText({ text: FIRST_LETTER, ids }, STORY, REVISION);
    expect(head).toEqual({ id: REVISION, by: 'Amna', createdAt: '2026-11-30T10:01:30.000Z', parents: 1 });
    const words = '“We wait,” she said. “The wind decides.”';
    const text = (content: string) => [{ type: 'text', text: content }];
    expect(story).toEqual({
      ...{ format: 6, id: STORY, createdAt: AT, updatedAt: '2026-11-30T10:01:00.000Z' },
      fields: {
        ...{ language: 'en', direction: 'auto', slug: '', headline: 'Boats wait', deck: 'The wind’s turn' },
        ...{ dateline: 'Torkham', byline: 'Noor', status: 'submitted', desk: '', priority: null, embargo: null },
        ...{ deadline: null, targetWords: null, categories: [], topics: [], keywords: [], editorsNote: '' },
      },
      blocks: [
        { id: ids[0], type: 'paragraph', content: text(words) },
        {
          ...{ id: ids[1], type: 'pullQuote', content: text('We wait!'), attribution: 'Noor Jan' },
          source: { blockId: ids[0], start: 1, end: 8, passage: 'We wait', before: '“', after: words.slice(8, 48) },
        },
        {
          ...{ id: ids[2], type: 'figure', assetId: null, fileName: '', caption: text('The pier.'), credit: 'A. Dars' },
          ...{ alt: '', origin: { caption: 'typed', credit: 'typed' } },
        },
        { id: ids[3], type: 'paragraph', content: [] },
        { id: ids[4], type: 'paragraph', content: text('[sic]') },
      ],
      review: {
        ...{ threads: [], conflicts: [] },
        steps: [{ id: '9ls2gxmw5dfy', by: 'Amna', at: '2026-11-30T10:01:30.000Z', status: 'submitted', note: 'Soon' }],
      },
    });
    // What ids are derived to is told nowhere.
    expect([seriesBlockId(STORY, 0), seriesBlockId(STORY, 59)]).toEqual(['8ql841olysd9', '45o12zdagb5l']);
  });
});
