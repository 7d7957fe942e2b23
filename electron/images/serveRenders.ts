import { renderMessageSchema, type RenderedMessage, type RenderMessage } from '../../shared/ipc/portMessages.ts';
import { StetError } from '../../shared/lang/result.ts';

/** What is used of a `MessagePortMain`. */
export interface RenderPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  postMessage(message: RenderedMessage): void;
  start(): void;
}

type Render = (path: string, edges: readonly number[]) => Promise<Uint8Array<ArrayBuffer>[]>;

/** Answers every render message on the port, one after the other; what is none is passed over. */
export function serveRenders(port: RenderPort, render: Render): void {
  let last: Promise<void> = Promise.resolve();
  port.on('message', ({ data }) => {
    const message = renderMessageSchema.safeParse(data);
    if (!message.success) return;
    last = last.then(async () => port.postMessage(await answer(message.data, render)));
  });
  port.start();
}

async function answer({ id, path, edges }: RenderMessage, render: Render): Promise<RenderedMessage> {
  try {
    return { kind: 'rendered', id, pictures: await render(path, edges), error: null };
  } catch (error) {
    // The code is enough: the library has the sentences.
    return { kind: 'rendered', id, pictures: [], error: error instanceof StetError ? error.code : 'unavailable' };
  }
}
