import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { ReviewChange } from '../../shared/review/reviewChange.ts';
import { newThreadId, type NoteId, type StoryId, type ThreadId } from '../../shared/story/ids.ts';
import { blankReview, isOpen, type Anchor, type Review, type Thread } from '../../shared/story/review.ts';
import { Signal } from '../ui/Signal.ts';

/** Which threads are listed. Settled ones are drawn on the page only if they are. */
export type ThreadFilter = 'open' | 'resolved' | 'all';

/** A thread nothing has been said in yet. */
export interface ThreadDraft {
  readonly id: ThreadId;
  readonly about: Anchor;
}

/** Whether something was said in a thread already. */
export function isSaid(thread: Thread | ThreadDraft): thread is Thread {
  return 'notes' in thread;
}

/** What comments need of the page they are drawn on. */
export interface CommentedPage {
  readonly spots: Signal<readonly { readonly id: ThreadId; readonly top: number }[]>;
  follow(followed: {
    readonly threads: readonly ThreadDraft[];
    readonly drawn: ReadonlySet<ThreadId>;
    readonly resolved: ReadonlySet<ThreadId>;
    readonly chosen: ThreadId | null;
    readonly onPick: (id: ThreadId) => void;
  }): void;
  begin(): ThreadDraft | null;
  drop(id: ThreadId): void;
  reveal(id: ThreadId): boolean;
  fromCaret(way: 1 | -1): ThreadId | null;
}

interface CommentsHost {
  readonly library: LibraryClient;
  /** The story on the page; null without one. */
  readonly storyId: () => StoryId | null;
  /** Its page, once that can be asked. */
  readonly page: () => CommentedPage | null;
  /** Calls back whenever one of the two may be another. */
  readonly onChange: (listener: () => void) => () => void;
  /** Gives the keyboard back to the page. */
  readonly focusPage: () => void;
  readonly announce: (message: string, kind: 'note' | 'error') => void;
}

/**
 * What people say of the story on the page: read from the library and written there at once, word by word of theirs, apart from
 * the history of the page, so that undo never takes an answer away.
 */
export class StoryComments {
  readonly review = new Signal<Review>(blankReview());
  readonly draft = new Signal<ThreadDraft | null>(null);
  readonly chosen = new Signal<ThreadId | null>(null);
  readonly filter = new Signal<ThreadFilter>('open');
  readonly page = new Signal<CommentedPage | null>(null);
  /** Grows when the chosen card is to have the keyboard. */
  readonly keyboardAsked = new Signal(0);
  #storyId: StoryId | null = null;
  #isWatched = false;

  constructor(private readonly host: CommentsHost) {}

  /** Follows the page from now on; once for all. */
  watch(): void {
    if (this.#isWatched) return;
    this.#isWatched = true;
    this.host.onChange(() => this.#settle());
    this.host.library.on('review.changed', ({ storyId }) => {
      if (storyId === this.#storyId) void this.#read();
    });
    this.#settle();
  }

  /** Begins a comment on what is selected on the page. */
  begin(): void {
    this.watch();
    this.#forgetDraft();
    const begun = this.page.value?.begin() ?? null;
    if (begun) this.#open(begun);
    else this.host.announce('There is nothing here to comment on.', 'note');
  }

  /** Begins a note on the story as a whole. */
  beginOnStory(): void {
    this.#forgetDraft();
    this.#open({ id: newThreadId(), about: { kind: 'story' } });
  }

  /** Says the first words of the thread that is being begun. */
  async finishDraft(text: string, by: string): Promise<boolean> {
    const draft = this.draft.value;
    if (!draft) return false;
    const isDone = await this.#change({
      kind: 'addThread',
      ...draft,
      by,
      text,
    });
    if (isDone && this.draft.value === draft) {
      this.draft.set(null);
      this.#show();
      this.keyboardAsked.set(this.keyboardAsked.value + 1);
    }
    return isDone;
  }

  cancelDraft(): void {
    const { value } = this.draft;
    if (value) this.returnToWords(value.id);
    this.#forgetDraft();
  }

  reply(threadId: ThreadId, text: string, by: string): Promise<boolean> {
    return this.#change({ kind: 'addNote', threadId, text, by });
  }

  /** Has a note say something else; nothing takes it back. */
  edit(threadId: ThreadId, noteId: NoteId, text: string): Promise<boolean> {
    return this.#change({ kind: 'editNote', threadId, noteId, text });
  }

  async resolve(threadId: ThreadId, by: string): Promise<void> {
    if (!(await this.#change({ kind: 'setState', threadId, is: 'resolved', by }))) return;
    this.returnToWords(threadId);
    if (this.filter.value === 'open') this.choose(null);
  }

  async reopen(threadId: ThreadId, by: string): Promise<void> {
    await this.#change({ kind: 'setState', threadId, is: 'open', by });
  }

  choose(id: ThreadId | null, takesKeyboard = false): void {
    this.chosen.set(id);
    this.#show();
    if (takesKeyboard) this.keyboardAsked.set(this.keyboardAsked.value + 1);
  }

  setFilter(filter: ThreadFilter): void {
    this.filter.set(filter);
    this.#show();
  }

  /** Goes to the card of the comment at the caret, or to the next one; from a card to the next card. */
  step(way: 1 | -1): void {
    this.watch();
    const page = this.page.value;
    const id = page?.fromCaret(way) ?? null;
    if (!page || id === null) {
      this.host.announce('Nobody has commented on anything here.', 'note');
      return;
    }
    // So that the next step goes on from there, and Escape comes back there.
    page.reveal(id);
    this.choose(id, true);
  }

  /** Gives the keyboard to the words of a thread, or to the page where they are gone. */
  returnToWords(id: ThreadId): void {
    if (!this.page.value?.reveal(id)) this.host.focusPage();
  }

  #open(draft: ThreadDraft): void {
    this.draft.set(draft);
    this.choose(draft.id, true);
  }

  #forgetDraft(): void {
    const draft = this.draft.value;
    if (!draft) return;
    this.draft.set(null);
    if (this.chosen.value === draft.id) this.chosen.set(null);
    this.page.value?.drop(draft.id);
    this.#show();
  }

  /** Another story, or its page came. */
  #settle(): void {
    const storyId = this.host.storyId();
    const page = this.host.page();
    if (storyId !== this.#storyId) {
      this.#storyId = storyId;
      this.draft.set(null);
      this.chosen.set(null);
      this.filter.set('open');
      this.review.set(blankReview());
      void this.#read();
    }
    if (page === this.page.value) return;
    this.page.set(page);
    this.#show();
  }

  async #read(): Promise<void> {
    const storyId = this.#storyId;
    if (storyId === null) return;
    const answer = await this.host.library.request('review.read', { storyId });
    if (storyId !== this.#storyId) return;
    if (answer.ok) this.#take(answer.value);
    else this.host.announce(answer.error.message, 'error');
  }

  async #change(change: ReviewChange): Promise<boolean> {
    const storyId = this.#storyId;
    if (storyId === null) return false;
    const answer = await this.host.library.request('review.change', {
      storyId,
      change,
    });
    if (!answer.ok) this.host.announce(answer.error.message, 'error');
    else if (storyId === this.#storyId) this.#take(answer.value);
    return answer.ok;
  }

  #take(review: Review): void {
    // Every change is told as well as answered.
    if (JSON.stringify(review) === JSON.stringify(this.review.value)) return;
    this.review.set(review);
    this.#show();
  }

  #show(): void {
    const { threads } = this.review.value;
    const draft = this.draft.value;
    const chosen = this.chosen.value;
    const all = [...threads, ...(draft && !threads.some(({ id }) => id === draft.id) ? [draft] : [])];
    const isDrawn = (thread: Thread | ThreadDraft) =>
      !isSaid(thread) || isOpen(thread) || this.filter.value !== 'open' || thread.id === chosen;
    this.page.value?.follow({
      threads: all,
      drawn: new Set(all.filter((thread) => thread.about.kind !== 'story' && isDrawn(thread)).map(({ id }) => id)),
      resolved: new Set(threads.filter((thread) => !isOpen(thread)).map(({ id }) => id)),
      chosen,
      onPick: (id) => this.choose(id),
    });
  }
}
