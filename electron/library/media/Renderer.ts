/** Turns a stored picture into small ones for the screen; what does it lies outside the engine. */
export interface Renderer {
  /**
   * Decodes the picture at `path` (a still one, or the first frame) and answers one WebP for each of `edges`: its longest
   * side in pixels at most that, upright, in sRGB, without any metadata, never enlarged.
   *
   * Throws StetError `damaged` or `truncated` when the picture is at fault, and one that is retryable when the decoder is.
   */
  render(path: string, edges: readonly number[]): Promise<Uint8Array[]>;
}
