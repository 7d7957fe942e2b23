import { Signal } from '../ui/Signal.ts';

/** A sentence for the user. Errors, and what offers something, stay until they are closed; notes go by themselves. */
export interface Notice {
  readonly id: number;
  readonly kind: 'note' | 'error';
  readonly message: string;
  /** What can be done about it, if anything. */
  readonly way: { readonly label: string; readonly run: () => void } | null;
}

/** How long a note stays (ms): long enough to read two lines. */
const NOTE_MS = 7000;

/** The sentences at the foot of the page. */
export class Notices {
  readonly list = new Signal<readonly Notice[]>([]);
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #next = 1;

  /** Shows a sentence; the same sentence twice is one. */
  show(message: string, kind: Notice['kind'] = 'note', way: Notice['way'] = null): void {
    const others = this.list.value.filter((notice) => notice.message !== message);
    const notice: Notice = { id: this.#next, kind, message, way };
    this.#next += 1;
    this.list.set([...others.slice(-2), notice]);
    if (kind === 'note' && way === null)
      this.#timers.set(
        notice.id,
        setTimeout(() => this.close(notice.id), NOTE_MS),
      );
  }

  /** Shows `message` as an error unless it is null: what `StoryDesk` answers. */
  showProblem(message: string | null): void {
    if (message !== null) this.show(message, 'error');
  }

  /** Keeps a note on the screen, while somebody points at it. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
  }

  close(id: number): void {
    this.hold(id);
    this.#timers.delete(id);
    this.list.set(this.list.value.filter((notice) => notice.id !== id));
  }
}
