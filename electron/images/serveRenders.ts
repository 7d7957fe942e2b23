import { imagesMessageSchema, type ImagesMessage, type RenderedMessage } from '../../shared/ipc/portMessages.ts';
import { StetError } from '../../shared/lang/result.ts';

/** What is used of a `MessagePortMain`. */
export interface RenderPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  postMessage(message: RenderedMessage): void;
  start(): void;
}

/** Does what a message asks for; throws StetError. */
export type DrawPictures = (message: ImagesMessage) => Promise<Uint8Array<ArrayBuffer>[]>;

/** Answers every message of the library on the port, one after the other; what is none is passed over. */
export function serveRenders(port: RenderPort, draw: DrawPictures): void {
  let last: Promise<void> = Promise.resolve();
  port.on('message', ({ data }) => {
    const message = imagesMessageSchema.safeParse(data);
    if (!message.success) return;
    last = last.then(async () => port.postMessage(await answer(message.data, draw)));
  });
  port.start();
}

async function answer(message: ImagesMessage, draw: DrawPictures): Promise<RenderedMessage> {
  const { id } = message;
  try {
    return { kind: 'rendered', id, pictures: await draw(message), error: null };
  } catch (error) {
    // The code is enough: the library has the sentences.
    return { kind: 'rendered', id, pictures: [], error: error instanceof StetError ? error.code : 'unavailable' };
  }
}
