import { StetError } from '../../shared/lang/result.ts';
import type { Renderer } from '../library/media/Renderer.ts';

/**
 * Decodes pictures in this process. The app has another process for that, so that a picture made to break a decoder cannot
 * stall typing; here it would only end this command, and a library takes no harm from that.
 */
export const renderHere: Renderer = {
  async render(path, edges) {
    const { drawPictures } = await loadDecoder();
    return drawPictures({ kind: 'render', id: 0, path, edges: [...edges] });
  },
  async develop(path, order) {
    const { drawPictures } = await loadDecoder();
    return drawPictures({ kind: 'develop', id: 0, path, order });
  },
};

/** Loaded with the first picture: most commands need none. */
async function loadDecoder() {
  try {
    return await import('../images/drawPictures.ts');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StetError('noDecoder', `Pictures cannot be decoded on this machine: ${reason}`, true);
  }
}
