import type { DevelopOrder } from '../../../shared/ipc/portMessages.ts';

/** Turns a stored picture into smaller ones, for the screen and for the world; what does it lies outside the engine. */
export interface Renderer {
  /**
   * Decodes the picture at `path` (a still one, or the first frame) and answers one WebP for each of `edges`: its longest
   * side in pixels at most that, upright, in sRGB, without any metadata, never enlarged.
   *
   * Throws StetError `damaged` or `truncated` when the picture is at fault, and one that is retryable when the decoder is.
   */
  render(path: string, edges: readonly number[]): Promise<Uint8Array[]>;
  /**
   * Decodes the picture at `path` the same way, turns and crops it, and answers every copy that was ordered, with a profile
   * that says sRGB and no other metadata. Throws as `render` does.
   */
  develop(path: string, order: DevelopOrder): Promise<Uint8Array[]>;
}
