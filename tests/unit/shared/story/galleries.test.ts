import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filledParts, isEmptyBlock } from '../../../../shared/export/isEmptyBlock.ts';
import type { Block, Figure } from '../../../../shared/story/block.ts';
import { withGalleries, type Gallery } from '../../../../shared/story/galleries.ts';
import type { BlockId, GalleryId } from '../../../../shared/story/ids.ts';
import { arbitraryBlocks } from '../../../fixtures/arbitraryStory.ts';

const id = (name: string) => name as BlockId;

function figure(name: string, gallery?: string): Figure {
  const own = gallery === undefined ? {} : { gallery: gallery as GalleryId };
  const plain = { fileName: `${name}.jpg`, credit: '', alt: '', origin: {}, ...own };
  return { ...plain, id: id(name), type: 'figure', assetId: null, caption: [] };
}

function words(name: string, text: string): Block {
  return { id: id(name), type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] };
}

function outline(parts: readonly (Block | Gallery)[]): string[] {
  return parts.map((part) => (part.type === 'gallery' ? part.figures.map(({ id: name }) => name).join('+') : part.id));
}

function flat(parts: readonly (Block | Gallery)[]): Block[] {
  return parts.flatMap((part): readonly Block[] => (part.type === 'gallery' ? part.figures : [part]));
}

/** Stories of few kinds of block, so that pictures often stand beside each other. */
const arbitraryPage = fc.array(fc.constantFrom('a', 'b', 'none', 'words', 'empty'), { maxLength: 12 }).map((kinds) =>
  kinds.map((kind, index): Block => {
    const name = `block${index}`;
    if (kind === 'words' || kind === 'empty') return words(name, kind === 'words' ? 'Words.' : '');
    return kind === 'none' ? figure(name) : figure(name, kind);
  }),
);

describe('the galleries of a story', () => {
  it('are pictures of one name that stand right after each other, two or more', () => {
    const blocks = [figure('a', 'x'), figure('b', 'x'), figure('c', 'y'), figure('d'), words('p', 'Words.')];
    const rest = [figure('e', 'x'), figure('f', 'x'), figure('g', 'x'), words('q', ''), figure('h', 'x')];
    expect(outline(withGalleries([...blocks, ...rest]))).toEqual(['a+b', 'c', 'd', 'p', 'e+f+g', 'q', 'h']);
  });

  it('leave every block where it was, themselves undone', () => {
    fc.assert(fc.property(arbitraryBlocks, (blocks) => void expect(flat(withGalleries(blocks))).toEqual(blocks)));
    fc.assert(fc.property(arbitraryPage, (blocks) => void expect(flat(withGalleries(blocks))).toEqual(blocks)));
  });

  it('are as large as they can be, and hold pictures of their own name alone', () => {
    fc.assert(
      fc.property(arbitraryPage, (blocks) => {
        const parts = withGalleries(blocks);
        parts.forEach((part, index) => {
          const next = parts[index + 1];
          const own = part.type === 'gallery' ? part.id : part.type === 'figure' ? part.gallery : undefined;
          const other = next?.type === 'gallery' ? next.id : next?.type === 'figure' ? next.gallery : undefined;
          expect(own !== undefined && own === other).toBe(false);
          if (part.type !== 'gallery') return;
          expect(part.figures.length).toBeGreaterThan(1);
          for (const one of part.figures) expect(one.gallery).toBe(part.id);
        });
      }),
    );
  });

  it('go out parted where an empty line parts them on the page, without what nobody would see', () => {
    const bare = { ...figure('b', 'x'), fileName: '' };
    const blocks = [figure('a', 'x'), bare, figure('c', 'x'), words('p', ''), figure('d', 'x'), bare];
    expect(outline(filledParts(blocks))).toEqual(['a+c', 'd']);
    fc.assert(
      fc.property(arbitraryPage, (page) => {
        expect(flat(filledParts(page))).toEqual(page.filter((block) => !isEmptyBlock(block)));
      }),
    );
  });
});
