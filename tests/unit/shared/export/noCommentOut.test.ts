import { describe, expect, it } from 'vitest';
import { exportDocx } from '../../../../shared/export/docx/exportDocx.ts';
import { DOCUMENT_TARGETS, exportDocument } from '../../../../shared/export/exportDocument.ts';
import { ghostContent } from '../../../../shared/export/ghost/ghostContent.ts';
import { placePictures } from '../../../../shared/export/placePictures.ts';
import { printPage } from '../../../../shared/export/print/printPage.ts';
import { postContent } from '../../../../shared/export/wordpress/postContent.ts';
import type { Block } from '../../../../shared/story/block.ts';
import type { ThreadId, NoteId } from '../../../../shared/story/ids.ts';
import type { Inline } from '../../../../shared/story/inline.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { HARBOUR_ASSETS, HARBOUR_STORY } from '../../../fixtures/export/harbourStory.ts';

const ID = 'thr3adsecret' as ThreadId;

/** Marks from the middle of every run of words to its end, so that each is two runs. */
function commented(content: readonly Inline[]): Inline[] {
  return content.flatMap((inline): Inline[] => {
    if (inline.type !== 'text' || inline.text.length < 2) return [inline];
    const half = Math.floor(inline.text.length / 2);
    return [
      { ...inline, text: inline.text.slice(0, half) },
      { ...inline, text: inline.text.slice(half), marks: [...(inline.marks ?? []), `comment:${ID}`] },
    ];
  });
}

function commentedBlock(block: Block): Block {
  if (block.type === 'figure') return { ...block, caption: commented(block.caption) };
  if (block.type === 'list')
    return { ...block, items: block.items.map((item) => ({ ...item, content: commented(item.content) })) };
  if (block.type === 'table') {
    const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, content: commented(cell.content) })));
    return { ...block, rows };
  }
  return 'content' in block ? { ...block, content: commented(block.content) } : block;
}

const COMMENTED: Story = {
  ...HARBOUR_STORY,
  blocks: HARBOUR_STORY.blocks.map(commentedBlock),
  review: {
    threads: [
      {
        id: ID,
        about: { kind: 'story' },
        notes: [{ id: 'n1' as NoteId, by: 'Secret Author', at: '2026-03-04T05:06:07.000Z', text: 'Secret words' }],
        state: null,
      },
    ],
    steps: [],
    conflicts: [],
  },
};

const OPTIONS = { site: new Map(), hasByline: true, onTop: 'byline', key: 'k', leadTo: 'body' };

/** All ways out, by name. */
const WAYS: readonly (readonly [string, (story: Story) => unknown])[] = [
  ...DOCUMENT_TARGETS.map(
    (target) =>
      [target, (story: Story) => exportDocument(story, placePictures(story, HARBOUR_ASSETS), target).text] as const,
  ),
  ['docx', (story) => exportDocx(story, placePictures(story, HARBOUR_ASSETS))],
  ['pdf', (story) => printPage(story, placePictures(story, HARBOUR_ASSETS))],
  [
    'Ghost',
    (story) =>
      ghostContent(story, { ...OPTIONS, pictures: new Map() } as unknown as Parameters<typeof ghostContent>[1]),
  ],
  [
    'WordPress',
    (story) => postContent(story, { ...OPTIONS, pictures: new Map() } as unknown as Parameters<typeof postContent>[1]),
  ],
];

describe('what is said of a story', () => {
  it.each(WAYS)('does not leave with %s, nor does it part words there', (_, write) => {
    const written = write(COMMENTED);
    const text = JSON.stringify(written);
    for (const secret of [ID, 'Secret Author', 'Secret words', 'comment:']) expect(text).not.toContain(secret);
    expect(written).toEqual(write(HARBOUR_STORY));
  });
});
