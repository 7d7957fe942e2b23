import {
  renderedMessageSchema,
  type DevelopOrder,
  type FromLibrary,
  type ImagesMessage,
} from '../../../shared/ipc/portMessages.ts';
import { StetError } from '../../../shared/lang/result.ts';
import { refusePicture } from '../../../shared/media/pictureRefusal.ts';
import type { Port } from '../serve/ports.ts';
import { Lanes } from './Lanes.ts';
import type { Renderer } from './Renderer.ts';

/** How long to wait, in milliseconds. */
export interface RenderLimits {
  /** For a decoder to be started. */
  readonly start: number;
  /** For one answer; a picture of the largest size on a slow machine takes a fraction of it. */
  readonly answer: number;
}

type Want = Extract<FromLibrary, { kind: 'imagesWanted' | 'imagesStuck' }>;
type Answer = { readonly kind: 'answer'; readonly data: unknown } | { readonly kind: 'gone' | 'late' };

const LIMITS: RenderLimits = { start: 30_000, answer: 60_000 };
const TRIES = 2;

/**
 * Has pictures decoded by the images process, one at a time, over a port that main brings. A decoder that ends or hangs is
 * asked for anew and gets the picture once more; what hangs it twice is refused.
 */
export class PortRenderer implements Renderer {
  readonly #tell: (message: Want) => void;
  readonly #limits: RenderLimits;
  readonly #lane = new Lanes(1);
  #port: Port | null = null;
  #onAttach: (() => void) | null = null;
  #onAnswer: ((answer: Answer) => void) | null = null;
  /** Main brings a port when it was asked for the first time, and after that whenever the images process was started anew. */
  #isWanted = false;
  #lastId = 0;

  /** `tell` reaches main, which starts and ends the images process. */
  constructor(tell: (message: Want) => void, limits: RenderLimits = LIMITS) {
    this.#tell = tell;
    this.#limits = limits;
  }

  /** Uses this port from now on; the one before it is dead. */
  attach(port: Port): void {
    this.#port = port;
    this.#onAnswer?.({ kind: 'gone' });
    port.on('message', ({ data }) => this.#port === port && this.#onAnswer?.({ kind: 'answer', data }));
    port.on('close', () => {
      if (this.#port !== port) return;
      this.#port = null;
      this.#onAnswer?.({ kind: 'gone' });
    });
    port.start();
    this.#onAttach?.();
  }

  render(path: string, edges: readonly number[]): Promise<Uint8Array[]> {
    return this.#lane.run(() => this.#draw((id) => ({ kind: 'render', id, path, edges: [...edges] })));
  }

  develop(path: string, order: DevelopOrder): Promise<Uint8Array[]> {
    return this.#lane.run(() => this.#draw((id) => ({ kind: 'develop', id, path, order })));
  }

  async #draw(message: (id: number) => ImagesMessage): Promise<Uint8Array[]> {
    let answer: Answer = { kind: 'gone' };
    for (let attempt = 0; attempt < TRIES && answer.kind !== 'answer'; attempt += 1) {
      answer = await this.#ask(await this.#reach(), message);
      if (answer.kind === 'late') {
        this.#port?.close();
        this.#port = null;
        this.#tell({ kind: 'imagesStuck' });
      }
    }
    if (answer.kind === 'answer') return readAnswer(answer.data);
    if (answer.kind === 'late')
      throw new StetError(
        'tooSlow',
        'The picture cannot be decoded in any useful time. Save a smaller copy and add that.',
      );
    throw noDecoder();
  }

  /** The port, once there is one. */
  async #reach(): Promise<Port> {
    if (!this.#port) {
      if (!this.#isWanted) this.#tell({ kind: 'imagesWanted' });
      this.#isWanted = true;
      await new Promise<void>((done) => {
        const limit = setTimeout(done, this.#limits.start);
        this.#onAttach = () => {
          clearTimeout(limit);
          done();
        };
      });
      this.#onAttach = null;
    }
    if (this.#port) return this.#port;
    this.#isWanted = false;
    throw noDecoder();
  }

  async #ask(port: Port, message: (id: number) => ImagesMessage): Promise<Answer> {
    this.#lastId += 1;
    let limit: NodeJS.Timeout | undefined;
    const answered = new Promise<Answer>((done) => {
      this.#onAnswer = done;
      limit = setTimeout(() => done({ kind: 'late' }), this.#limits.answer);
    });
    port.postMessage(message(this.#lastId));
    const answer = await answered;
    clearTimeout(limit);
    this.#onAnswer = null;
    return answer;
  }
}

function noDecoder(): StetError {
  return new StetError('noDecoder', 'Pictures cannot be decoded right now; trying again may help.', true);
}

function readAnswer(data: unknown): Uint8Array[] {
  const { error, pictures } = renderedMessageSchema.parse(data);
  if (error === null) return pictures;
  if (error === 'truncated' || error === 'tooManyPixels' || error === 'damaged') throw refusePicture(error);
  throw noDecoder();
}
