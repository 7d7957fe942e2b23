import { describe, expect, it } from 'vitest';
import { readClipboardHtml } from '../../../../../renderer/editor/paste/readClipboard.ts';
import { COPIED_ARTICLE } from '../../../../fixtures/clipboard/copiedArticle.ts';

describe('the HTML of a clipboard', () => {
  it('tells the credit of a picture from the caption it is glued to', () => {
    const { blocks, notes } = readClipboardHtml(COPIED_ARTICLE);
    expect(blocks.filter((block) => block.type === 'figure')).toMatchObject([
      {
        caption: [{ text: 'The 6.40 boat waits at Sarand.' }],
        credit: 'Lina Beg/North Wire',
        alt: 'A ferry at a quay',
      },
    ]);
    expect(notes).toHaveLength(1);
  });

  it('makes no picture of a paragraph that ends in brackets', () => {
    const { blocks } = readClipboardHtml('<p>She said so twice. (Omar Beg/North Wire)</p><p>And went.</p>');
    expect(blocks.map((block) => block.type)).toEqual(['paragraph', 'paragraph']);
  });
});
