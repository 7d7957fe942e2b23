import type { Block, Figure } from './block.ts';
import type { GalleryId } from './ids.ts';

/** Pictures of a story that stand together, two or more, in their order. */
export interface Gallery {
  readonly type: 'gallery';
  readonly id: GalleryId;
  readonly figures: readonly Figure[];
}

/** Whether two pictures that stand one right after another are of one gallery; null is a picture that stands for itself. */
export function standTogether(gallery: GalleryId | null, next: GalleryId | null): boolean {
  return gallery !== null && gallery === next;
}

/** A story's blocks with its galleries taken together; a picture whose gallery has no other beside it comes as it is. */
export function withGalleries(blocks: readonly Block[]): (Block | Gallery)[] {
  const parts: (Block | Gallery)[] = [];
  let open: Figure[] = [];
  const close = () => {
    const [first] = open;
    if (first?.gallery && open.length > 1) parts.push({ type: 'gallery', id: first.gallery, figures: open });
    else if (first) parts.push(first);
    open = [];
  };
  for (const block of blocks) {
    // What plays is no picture, and stands for itself whatever it names.
    const isPicture = block.type === 'figure' && block.medium === undefined;
    const isNext = isPicture && standTogether(open[0]?.gallery ?? null, block.gallery ?? null);
    if (!isNext) close();
    if (isPicture) open.push(block);
    else parts.push(block);
  }
  close();
  return parts;
}
