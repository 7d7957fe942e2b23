import { developPicture } from './developPicture.ts';
import { renderPicture } from './renderPicture.ts';
import type { DrawPictures } from './serveRenders.ts';

/** Everything the decoder does for the library: pictures for its own screen, and for the world. Throws StetError. */
export const drawPictures: DrawPictures = (message) =>
  message.kind === 'render' ? renderPicture(message.path, message.edges) : developPicture(message.path, message.order);
