import type { LexicalNode } from 'lexical';
import { standTogether } from '../../../shared/story/galleries.ts';
import { newGalleryId } from '../../../shared/story/ids.ts';
import { $isFigureNode, type FigureNode } from '../nodes/FigureNode.ts';

type Side = 'before' | 'after';

/** What plays is no picture: it stands for itself, and parts a gallery as words do. */
function $isPicture(node: LexicalNode | null): node is FigureNode {
  return $isFigureNode(node) && node.getPlays().medium === undefined;
}

function $beside(node: LexicalNode, side: Side): FigureNode | null {
  const sibling = side === 'before' ? node.getPreviousSibling() : node.getNextSibling();
  return $isPicture(sibling) ? sibling : null;
}

/** The pictures around one, itself among them, as far as each neighbour `belongs`. */
function $neighbours(figure: FigureNode, belongs: (neighbour: FigureNode) => boolean): FigureNode[] {
  const figures = [figure];
  for (let at = $beside(figure, 'before'); at && belongs(at); at = $beside(at, 'before')) figures.unshift(at);
  for (let at = $beside(figure, 'after'); at && belongs(at); at = $beside(at, 'after')) figures.push(at);
  return figures;
}

/** The pictures of the gallery a picture stands in, in order; only itself when it stands in none. */
export function $galleryAround(figure: FigureNode): FigureNode[] {
  const gallery = figure.getGallery();
  return $neighbours(figure, (neighbour) => standTogether(gallery, neighbour.getGallery()));
}

/** All pictures that stand one right after another around this one, in whatever gallery. */
export function $picturesAround(figure: FigureNode): FigureNode[] {
  return $isPicture(figure) ? $neighbours(figure, () => true) : [figure];
}

/** The picture on that side of the same gallery. */
export function $nextInGallery(node: LexicalNode, side: Side): FigureNode | null {
  const neighbour = $beside(node, side);
  if (!neighbour || !$isFigureNode(node)) return null;
  return standTogether(node.getGallery(), neighbour.getGallery()) ? neighbour : null;
}

/** Makes pictures that stand one right after another a gallery: one that some of them are in already, else a new one. */
export function $makeGallery(figures: readonly FigureNode[]): void {
  const known = figures.find((figure) => $galleryAround(figure).length > 1)?.getGallery();
  const gallery = known ?? newGalleryId();
  for (const figure of figures.filter($isPicture)) figure.setGallery(gallery);
}

/**
 * Neighbouring pictures that came to stand between two of one gallery are part of it; beside its first or last only where
 * the `joined` picture says that they were put to it.
 */
export function $joinGallery(blocks: readonly LexicalNode[], joined: FigureNode | null = null): void {
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return;
  const before = $beside(first, 'before')?.getGallery() ?? null;
  const after = $beside(last, 'after')?.getGallery() ?? null;
  const gallery = standTogether(before, after) ? before : (joined?.getGallery() ?? null);
  // Words among them part what they came between.
  if (gallery === null || !blocks.every($isPicture)) return;
  for (const figure of blocks) figure.setGallery(gallery);
}

/**
 * Takes a picture out of its gallery. From between two others it goes behind the last, so that these stay together. Answers
 * false for one that is in none.
 */
export function $leaveGallery(figure: FigureNode): boolean {
  const pictures = $galleryAround(figure);
  const last = pictures.at(-1);
  if (pictures.length < 2 || !last) return false;
  if (!figure.is(last) && !figure.is(pictures[0])) last.insertAfter(figure, false);
  figure.setGallery(null);
  return true;
}
