import { z } from 'zod';
import type { Block } from '../../../shared/story/block.ts';
import { blockSchema } from '../../../shared/story/block.ts';
import { newBlockId, newGalleryId, type BlockId, type GalleryId, type StoryId } from '../../../shared/story/ids.ts';
import { storyIdSchema } from '../../../shared/story/story.ts';

/** The clipboard type that carries our blocks as they are, from Stet to Stet. */
export const CLIP_TYPE = 'application/x-stet-clip+json';

/** Longest clip read, in UTF-16 units: beyond any story, below what would stall the page. */
const MAX_LENGTH = 32 * 1024 * 1024;

const clipSchema = z.strictObject({
  format: z.literal(1),
  storyId: storyIdSchema,
  /** Part of one block's words: they go into the text where they are pasted. */
  isInline: z.boolean(),
  /** Cut, not copied: the blocks may keep their ids where they land. */
  isCut: z.boolean(),
  blocks: z.array(blockSchema).min(1).max(100_000),
});

/** Blocks on their way through the clipboard. */
export type Clip = z.infer<typeof clipSchema>;

/** A clip as the clipboard keeps it. */
export function writeClip(clip: Clip): string {
  return JSON.stringify(clip);
}

/**
 * A clip read back, or null for anything that is not exactly one: other programs, and pages in a browser, can write
 * whatever they like under our type.
 */
export function readClip(text: string): Clip | null {
  if (text === '' || text.length > MAX_LENGTH) return null;
  try {
    const parsed = clipSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * The clip's blocks ready for a story. What was cut keeps its ids while they are free (`isTaken`), what was copied gets
 * new ones, and so do galleries. Pull-quotes stay bound to their passage: to its new id if it came along, to the old one in its own story.
 */
export function settleClip(clip: Clip, storyId: StoryId, isTaken: (id: BlockId) => boolean): Block[] {
  const keeps = clip.isCut && clip.storyId === storyId && !clip.blocks.some((block) => isTaken(block.id));
  const ids = new Map<BlockId, BlockId>();
  for (const block of clip.blocks) ids.set(block.id, keeps ? block.id : newBlockId());
  const used = new Set<BlockId>();
  const galleries = new Map<GalleryId, GalleryId>();
  const settleGallery = (gallery: GalleryId): GalleryId => {
    const settled = keeps ? gallery : (galleries.get(gallery) ?? newGalleryId());
    galleries.set(gallery, settled);
    return settled;
  };
  return clip.blocks.map((block) => {
    const settled = ids.get(block.id) ?? newBlockId();
    // Two blocks of one id cannot come from us, but they parse.
    const id = used.has(settled) ? newBlockId() : settled;
    used.add(id);
    if (block.type === 'figure' && block.gallery) return { ...block, id, gallery: settleGallery(block.gallery) };
    if (block.type !== 'pullQuote' || block.source === null) return { ...block, id };
    const moved = ids.get(block.source.blockId);
    if (moved) return { ...block, id, source: { ...block.source, blockId: moved } };
    return { ...block, id, source: clip.storyId === storyId ? block.source : null };
  });
}
