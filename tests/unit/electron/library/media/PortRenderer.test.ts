import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPictures } from '../../../../../electron/images/drawPictures.ts';
import { serveRenders, type RenderPort } from '../../../../../electron/images/serveRenders.ts';
import { PortRenderer } from '../../../../../electron/library/media/PortRenderer.ts';
import type { Port } from '../../../../../electron/library/serve/ports.ts';
import type { ImagesMessage } from '../../../../../shared/ipc/portMessages.ts';
import { drawPicture } from '../../../../fixtures/pictures/drawPicture.ts';

let folder = '';
let picture = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-port-'));
  picture = join(folder, 'picture.jpg');
  await writeFile(picture, await drawPicture({ type: 'image/jpeg', width: 600, height: 400 }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Node's port with the manners of Electron's: what comes is an event that holds the data. */
function asPort(port: MessagePort): Port & RenderPort {
  return {
    on: (event: 'message' | 'close', listener: (message: { readonly data: unknown }) => void) =>
      port.on(event, (data: unknown) => listener({ data })),
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  };
}

/** A images process that behaves as `serve` says; answers the library's end of the port. */
type Serve = (port: RenderPort, end: () => void) => void;
const works: Serve = (port) => serveRenders(port, drawPictures);
const hangs: Serve = (port) => port.start();
const dies: Serve = (port, end) => {
  port.on('message', end);
  port.start();
};

/** A renderer whose main brings the given processes one after the other, as the real one does. */
function withProcesses(...processes: Serve[]) {
  const told: string[] = [];
  const waiting = [...processes];
  const bring = () => {
    const serve = waiting.shift();
    if (!serve) return;
    const { port1, port2 } = new MessageChannel();
    const end = () => {
      port1.close();
      bring();
    };
    serve(asPort(port1), end);
    renderer.attach(asPort(port2));
  };
  const renderer = new PortRenderer(
    ({ kind }) => {
      told.push(kind);
      setImmediate(bring);
    },
    { start: 200, answer: processes.includes(hangs) ? 100 : 30_000 },
  );
  return { renderer, told };
}

describe('PortRenderer', () => {
  it('asks for a decoder with the first picture only', async () => {
    const { renderer, told } = withProcesses(works);
    expect(told).toEqual([]);
    for (const edges of [[300], [100, 200]]) {
      const pictures = await renderer.render(picture, edges);
      const widths = await Promise.all(pictures.map(async (webp) => (await sharp(webp).metadata()).width));
      expect(widths).toEqual(edges);
    }
    expect(told).toEqual(['imagesWanted']);
  });

  it('hands over one picture at a time', async () => {
    let running = 0;
    let most = 0;
    const { renderer } = withProcesses((port) => {
      port.on('message', ({ data }) => {
        running += 1;
        most = Math.max(most, running);
        setTimeout(() => {
          running -= 1;
          port.postMessage({ kind: 'rendered', id: (data as ImagesMessage).id, pictures: [], error: null });
        }, 5);
      });
      port.start();
    });
    await Promise.all(Array.from({ length: 4 }, () => renderer.render(picture, [100])));
    expect(most).toBe(1);
  });

  it('says why a picture cannot be decoded', async () => {
    const { renderer } = withProcesses(works);
    const broken = join(folder, 'broken.jpg');
    await writeFile(
      broken,
      (await drawPicture({ type: 'image/jpeg', width: 600, height: 400, detailed: true })).subarray(0, 9000),
    );
    await expect(renderer.render(broken, [300])).rejects.toMatchObject({ code: 'truncated' });
    expect(await renderer.render(picture, [300])).toHaveLength(1);
  });

  it('gives the picture once more to a new decoder when the first one ends', async () => {
    const { renderer, told } = withProcesses(dies, works);
    expect(await renderer.render(picture, [300])).toHaveLength(1);
    expect(told).toEqual(['imagesWanted']);
  });

  it('has a decoder that hangs killed, and tries once more', async () => {
    const { renderer, told } = withProcesses(hangs, (port) => {
      port.on('message', ({ data }) =>
        port.postMessage({ kind: 'rendered', id: (data as ImagesMessage).id, pictures: [], error: null }),
      );
      port.start();
    });
    expect(await renderer.render(picture, [300])).toEqual([]);
    expect(told).toEqual(['imagesWanted', 'imagesStuck']);
  });

  it('refuses a picture that hangs two decoders', async () => {
    const { renderer, told } = withProcesses(hangs, hangs);
    await expect(renderer.render(picture, [300])).rejects.toMatchObject({ code: 'tooSlow', retryable: false });
    expect(told).toEqual(['imagesWanted', 'imagesStuck', 'imagesStuck']);
  });

  it('may be tried again when decoders keep ending, or none comes', async () => {
    const ending = withProcesses(dies, dies);
    await expect(ending.renderer.render(picture, [300])).rejects.toMatchObject({ code: 'noDecoder', retryable: true });
    const none = withProcesses();
    await expect(none.renderer.render(picture, [300])).rejects.toMatchObject({ code: 'noDecoder', retryable: true });
    await expect(none.renderer.render(picture, [300])).rejects.toMatchObject({ code: 'noDecoder', retryable: true });
    expect(none.told).toEqual(['imagesWanted', 'imagesWanted']);
  });
});

describe('serveRenders', () => {
  it('passes over what is no render message', async () => {
    const { port1, port2 } = new MessageChannel();
    serveRenders(asPort(port1), drawPictures);
    const answers: unknown[] = [];
    const answered = new Promise((done) => {
      port2.on('message', (answer) => {
        answers.push(answer);
        done(answer);
      });
    });
    for (const nonsense of [null, 7, {}, { kind: 'render', id: 1, path: 3, edges: [] }]) port2.postMessage(nonsense);
    port2.postMessage({ kind: 'render', id: 9, path: join(folder, 'none'), edges: [100] } satisfies ImagesMessage);
    await answered;
    expect(answers).toEqual([{ kind: 'rendered', id: 9, pictures: [], error: 'damaged' }]);
    port2.close();
  });
});
