import type { ToImages } from '../../shared/ipc/portMessages.ts';
import { serveRenders, type RenderPort } from './serveRenders.ts';

/*
 * The images process (a utility process of Electron): pictures are decoded here and nowhere else, so that one made to
 * break a decoder breaks nothing but this. It knows no database, keeps nothing, and may be killed at any time.
 */

interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown; readonly ports: RenderPort[] }) => void): unknown;
}

const parent = (process as unknown as { readonly parentPort: ParentPort }).parentPort;

parent.on('message', ({ data, ports: [port] }) => {
  if ((data as ToImages).kind !== 'serve' || !port) return;
  serveRenders(port, async (message) => {
    // Loaded with the first picture: a decoder that cannot be loaded is then said so, picture by picture.
    const { drawPictures } = await import('./drawPictures.ts');
    return drawPictures(message);
  });
});
