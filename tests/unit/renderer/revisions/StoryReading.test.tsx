// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoryReading } from '../../../../renderer/revisions/StoryReading.tsx';
import type { Block } from '../../../../shared/story/block.ts';
import { newBlockId, newStoryId } from '../../../../shared/story/ids.ts';
import { blankFields } from '../../../../shared/story/fields.ts';
import { STORY_FORMAT, type Story } from '../../../../shared/story/story.ts';
import { render, the } from '../render.tsx';

const at = '2026-01-01T10:00:00.000Z';
const text = (words: string, marks?: string[]) => ({ type: 'text' as const, text: words, ...(marks && { marks }) });

function story(...blocks: Block[]): Story {
  return { format: STORY_FORMAT, id: newStoryId(), createdAt: at, updatedAt: at, fields: blankFields(), blocks };
}

const every: Block[] = [
  { id: newBlockId(), type: 'heading', level: 2, content: [text('A heading')] },
  { id: newBlockId(), type: 'paragraph', content: [text('Bold', ['bold', 'italic']), { type: 'lineBreak' }] },
  { id: newBlockId(), type: 'quote', content: [text('A quote')] },
  {
    id: newBlockId(),
    type: 'list',
    kind: 'numbered',
    start: 3,
    items: [{ content: [text('Item')], list: { kind: 'bulleted', items: [{ content: [text('Inner')] }] } }],
  },
  { id: newBlockId(), type: 'pullQuote', content: [text('A pull quote')], attribution: 'A nurse', source: null },
  {
    id: newBlockId(),
    type: 'figure',
    assetId: null,
    fileName: 'x.jpg',
    caption: [text('A caption')],
    credit: 'AFP',
    alt: '',
    origin: {},
  },
  { id: newBlockId(), type: 'table', rows: [[{ content: [text('Head')], header: true }, { content: [text('Cell')] }]] },
  { id: newBlockId(), type: 'separator' },
];

describe('StoryReading', () => {
  it('shows every kind of block', async () => {
    const { root } = await render(<StoryReading story={story(...every)} />);
    for (const words of [
      'A heading',
      'Bold',
      'A quote',
      'Item',
      'Inner',
      'A pull quote',
      'A nurse',
      'A caption',
      'AFP',
    ]) {
      expect(root.textContent).toContain(words);
    }
    expect(the('ol').getAttribute('start')).toBe('3');
    expect(the('th').textContent).toBe('Head');
    expect(root.querySelector('strong')).not.toBeNull();
    expect(root.querySelector('em')).not.toBeNull();
  });

  it('keeps the words of marks it does not know', async () => {
    const { root } = await render(
      <StoryReading story={story({ id: newBlockId(), type: 'paragraph', content: [text('Kept', ['comment:1'])] })} />,
    );
    expect(root.textContent).toBe('Kept');
  });

  it('never turns words or addresses into markup or links', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), fc.string(), async (words, url) => {
        const link = { type: 'link' as const, url: `javascript:${url}`, children: [text(`<img src=x>${words}`)] };
        const { root, draw } = await render(
          <StoryReading story={story({ id: newBlockId(), type: 'paragraph', content: [link] })} />,
        );
        expect(root.querySelector('img, a, script')).toBeNull();
        expect(root.textContent).toContain('<img src=x>');
        await draw(null);
      }),
      { numRuns: 20 },
    );
  });
});
