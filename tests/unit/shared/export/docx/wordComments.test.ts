import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { exportDocx } from '../../../../../shared/export/docx/exportDocx.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import type { BlockId, NoteId, ThreadId } from '../../../../../shared/story/ids.ts';
import type { Anchor, Thread } from '../../../../../shared/story/review.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';

const block = (id: string) => ({ id: id as BlockId });
const marked = (text: string, ...threads: string[]) => ({
  ...{ type: 'text' as const, text },
  ...(threads.length > 0 && { marks: threads.map((id) => `comment:${id}`) }),
});

function thread(id: string, about: Anchor, ...texts: string[]): Thread {
  const notes = texts.map((text, index) => ({
    ...{ id: `${id}n${index}` as NoteId, by: index === 0 ? 'Omar Beg' : 'Ayesha R. Raza', text },
    at: `2026-11-30T10:0${index}:00.000Z`,
  }));
  return { id: id as ThreadId, about, notes, state: null };
}

function story(blocks: Block[], ...threads: Thread[]): Story {
  return {
    ...HARBOUR_STORY,
    fields: { ...HARBOUR_STORY.fields, headline: 'High tide', dateline: '' },
    blocks,
    review: { threads, steps: [], conflicts: [] },
  };
}

/** The words each comment stands on, by what it says; null where nothing in the text names it. */
function commentsOf(made: Story): Record<string, string | null> {
  const { parts } = exportDocx(made, new Map(), { version: '', comments: true });
  const body = parts.get('word/document.xml') ?? '';
  const said: Record<string, string | null> = {};
  for (const [, number, inside = ''] of (parts.get('word/comments.xml') ?? '').matchAll(
    /<w:comment w:id="(\d+)".*?>(.*?)<\/w:comment>/g,
  )) {
    const range = new RegExp(`<w:commentRangeStart w:id="${number}"/>(.*)<w:commentRangeEnd w:id="${number}"/>`, 's');
    const words = range.exec(body)?.[1];
    expect(body.match(new RegExp(`<w:commentReference w:id="${number}"/>`, 'g'))).toHaveLength(1);
    said[inside.replace(/<[^<>]*>/g, '')] =
      words === undefined
        ? null
        : words
            .replace(/<\/w:p>/g, '¶')
            .replace(/<[^<>]*>/g, '')
            .replaceAll('\n', '');
  }
  return said;
}

const PLACE = { words: '', before: '', after: '' };

describe('comments of a Word document', () => {
  it('stand on the words they are about, over marks, links and paragraphs', () => {
    const about = { kind: 'words', ...PLACE, blockId: 'a' as BlockId } as const;
    const made = story(
      [
        {
          ...block('a'),
          type: 'paragraph',
          content: [
            marked('The '),
            { ...marked('tide ', 'one'), marks: ['bold', 'comment:one'] },
            {
              type: 'link',
              url: 'https://example.org/',
              children: [marked('came', 'one', 'two'), marked(' in', 'two')],
            },
            marked(' fast.'),
          ],
        },
        { ...block('b'), type: 'list', kind: 'bulleted', items: [{ content: [marked('Rope', 'two')] }] },
      ],
      thread('one', about, 'Say when.', 'At six.'),
      thread('two', about, 'Sure?'),
    );
    expect(commentsOf(made)).toEqual({
      'Say when.': 'tide came',
      'At six.': 'tide came',
      'Sure?': 'came in fast.¶Rope',
    });
  });

  it('stand on blocks, captions and fields, and on the beginning where there is no such place', () => {
    const made = story(
      [
        {
          ...block('f'),
          ...{ type: 'figure', assetId: null, fileName: 'boat.jpg', caption: [marked('A boat')] },
          ...{ credit: 'A. Photographer', alt: '', origin: {} },
        },
        { ...block('a'), type: 'paragraph', content: [marked('It came.')] },
      ],
      thread('one', { kind: 'block', blockId: 'a' as BlockId, words: 'It came.' }, 'On the block'),
      thread('two', { kind: 'caption', blockId: 'f' as BlockId, words: 'A boat' }, 'On the caption'),
      thread('three', { kind: 'field', field: 'headline', words: '' }, 'On the headline'),
      thread('four', { kind: 'story' }, 'On all'),
      thread('five', { kind: 'words', blockId: 'gone' as BlockId, ...PLACE }, 'On what is gone'),
      thread('six', { kind: 'field', field: 'slug', words: '' }, 'On the slug'),
      thread('seven', { kind: 'block', blockId: 'f' as BlockId, words: '' }, 'On the figure'),
    );
    expect(commentsOf(made)).toEqual({
      'On the block': 'It came.',
      'On the caption': 'A boat',
      'On the headline': 'High tide',
      ...{ 'On all': '', 'On what is gone': '', 'On the slug': '' },
      'On the figure': 'Picture not included: boat.jpg¶A boat¶A. Photographer',
    });
  });

  it('say who wrote them and when, which answer which, and which are resolved; one taken back says nothing', () => {
    const about = { kind: 'story' } as const;
    const settled = { is: 'resolved', by: 'Omar Beg', at: '2026-11-30T11:00:00.000Z' } as const;
    const made = story(
      [],
      { ...thread('one', about, 'First\nand <second>', '', 'Answer'), state: settled },
      thread('two', about, ''),
    );
    const { parts } = exportDocx(made, new Map(), { version: '', comments: true });
    expect(parts.get('word/comments.xml')).toContain(
      '<w:comment w:id="0" w:author="Omar Beg" w:date="2026-11-30T10:00:00.000Z" w:initials="OB"><w:p>',
    );
    expect(parts.get('word/comments.xml')).toContain('and &lt;second&gt;');
    expect(parts.get('word/comments.xml')?.match(/<w:comment /g)).toHaveLength(2);
    expect(parts.get('word/commentsExtended.xml')).toContain(
      '<w15:commentEx w15:paraId="10000000" w15:done="1"/>' +
        '<w15:commentEx w15:paraId="10000001" w15:paraIdParent="10000000" w15:done="1"/>',
    );
    for (const part of ['word/comments.xml', 'word/commentsExtended.xml'])
      expect(parts.get('[Content_Types].xml')).toContain(`PartName="/${part}"`);
  });

  it('stay at home unless somebody asks', () => {
    const about = { kind: 'words', ...PLACE, blockId: 'a' as BlockId } as const;
    const made = story(
      [{ ...block('a'), type: 'paragraph', content: [marked('It '), marked('came', 'one')] }],
      thread('one', about, 'Secret'),
    );
    const text = JSON.stringify([...exportDocx(made, new Map()).parts]);
    for (const word of ['Secret', 'Beg', 'comment']) expect(text).not.toContain(word);
  });

  it('leave the document well-formed, and the words as they read', () => {
    const about = { kind: 'story' } as const;
    const made: Story = {
      ...HARBOUR_STORY,
      review: { threads: [thread('one', about, 'All')], steps: [], conflicts: [] },
    };
    const plain = exportDocx(made, new Map()).parts.get('word/document.xml') ?? '';
    const { parts } = exportDocx(made, new Map(), { version: '', comments: true });
    const text = (xml: string) =>
      (new DOMParser().parseFromString(xml, 'text/xml').documentElement as Element).textContent;
    expect(text(parts.get('word/document.xml') ?? '')).toBe(text(plain));
  });
});
