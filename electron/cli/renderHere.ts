import { StetError } from '../../shared/lang/result.ts';
import type { Renderer } from '../library/media/Renderer.ts';

/**
 * Decodes pictures in this process. The app has another process for that, so that a picture made to break a decoder cannot
 * stall typing; here it would only end this command, and a library takes no harm from that.
 */
export const renderHere: Renderer = {
  async render(path, edges) {
    const { renderPicture } = await loadDecoder();
    return renderPicture(path, edges);
  },
};

/** Loaded with the first picture: most commands need none. */
async function loadDecoder() {
  try {
    return await import('../images/renderPicture.ts');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StetError('noDecoder', `Pictures cannot be decoded on this machine: ${reason}`, true);
  }
}
