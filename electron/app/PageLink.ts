import type { WebContents } from 'electron';
import type { MainEvent, MainEventData } from '../../shared/ipc/mainContract.ts';
import { emitEvent } from '../ipc/emitEvent.ts';

/** Main's word to the page. What is said while no page is up waits for the next one. */
export class PageLink {
  #contents: WebContents | null = null;
  #waiting: ((contents: WebContents) => void)[] = [];

  /** True between a page's first word and its end. */
  get isUp(): boolean {
    return this.#contents !== null && !this.#contents.isDestroyed();
  }

  /** A page has come up and listens. */
  connect(contents: WebContents): void {
    this.#contents = contents;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const say of waiting) say(contents);
  }

  /** Resolves when a page is up. */
  whenUp(): Promise<WebContents> {
    return new Promise((done) => {
      if (this.#contents && this.isUp) done(this.#contents);
      else this.#waiting.push(done);
    });
  }

  /** The page's process is gone. (One that is only loaded again says hello once more.) */
  disconnect(): void {
    this.#contents = null;
  }

  tell<Name extends MainEvent>(name: Name, data: MainEventData<Name>): void {
    if (this.#contents && this.isUp) emitEvent(this.#contents, name, data);
    else this.#waiting.push((contents) => emitEvent(contents, name, data));
  }
}
