import { mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $setSelection,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  KEY_ESCAPE_COMMAND,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from 'lexical';
import type { ActionId } from '../../../shared/actions/actions.ts';
import { Signal } from '../../ui/Signal.ts';
import { RUN_ACTION_COMMAND } from '../runActionCommand.ts';
import { isMac } from '../toolbar/isMac.ts';
import { FindSession } from './FindSession.ts';
import { readLastSearch } from './lastSearch.ts';
import { readOpeningSpot } from './openingSpot.ts';

/** The two boxes of the find bar. */
export type FindBox = 'query' | 'replacement';

/** An open find bar. */
export interface OpenFind {
  readonly session: FindSession;
  /** The box that is to have the keyboard. */
  readonly box: FindBox;
  /** Grows each time it is asked for. */
  readonly asked: number;
}

/** Actions for words at the caret: while somebody types in the find bar they mean nothing. */
const FOR_CARET = /^(?:insert|format|block|table)\./;

/**
 * Finding and replacing on one page: opens and closes the bar for the actions Find and Find and replace, for F3 and
 * Ctrl+G, for Escape, and decides whose undo the bar's Ctrl+Z is.
 */
export class PageFind {
  readonly open = new Signal<OpenFind | null>(null);
  #bar: HTMLElement | null = null;
  #returnTo: HTMLElement | null = null;
  /** The last thing done in the bar changed the story; else it changed the words in one of its boxes. */
  #changedStory = false;

  constructor(private readonly editor: LexicalEditor) {}

  /** Follows actions and keys. Answers its undo. */
  listen(): () => void {
    const { editor } = this;
    const onKey = (event: KeyboardEvent) => this.#takeKey(event);
    window.addEventListener('keydown', onKey);
    return mergeRegister(
      () => window.removeEventListener('keydown', onKey),
      () => this.#end(),
      // Before the page's own actions: in the bar some keys are for its boxes.
      editor.registerCommand(RUN_ACTION_COMMAND, (action) => this.#takeAction(action), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        (event) => {
          if (this.open.value === null) return false;
          event.preventDefault();
          this.#end();
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    );
  }

  /** The bar as it is drawn. */
  attach(bar: HTMLElement | null): void {
    this.#bar = bar;
  }

  /** The words in one of the boxes changed. */
  typed(): void {
    this.#changedStory = false;
  }

  replace(): void {
    this.#changedStory = true;
    this.open.value?.session.replace();
  }

  replaceAll(): void {
    this.#changedStory = true;
    this.open.value?.session.replaceAll();
  }

  /** Closes the bar; the writer goes on at the current hit, or where they were. */
  close(): void {
    const session = this.open.value?.session;
    if (!session) return;
    if (!session.select()) this.#return();
    this.#end();
  }

  /** Gives the keyboard back to the field or the body that had it. Nothing scrolls: the bar still covers a strip. */
  #return(): void {
    if (this.#returnTo?.isConnected) {
      this.#returnTo.focus({ preventScroll: true });
      return;
    }
    this.editor.getRootElement()?.focus({ preventScroll: true });
    this.editor.update(() => $setSelection($getSelection()?.clone() ?? null), {
      discrete: true,
      tag: SKIP_SCROLL_INTO_VIEW_TAG,
    });
  }

  #show(box: FindBox): void {
    const root = this.editor.getRootElement();
    if (!root) return;
    const open = this.open.value;
    const asked = (open?.asked ?? 0) + 1;
    // From the bar itself the keyboard only changes box.
    if (open && this.#bar?.contains(document.activeElement)) {
      this.open.set({ ...open, box, asked });
      return;
    }
    const { start, words } = readOpeningSpot(this.editor);
    const focus = document.activeElement;
    this.#returnTo = focus instanceof HTMLElement && focus.matches('[data-story-field]') ? focus : null;
    if (open) {
      if (words !== '') open.session.change({ query: words });
      open.session.moveTo(start);
      this.open.set({ ...open, box, asked });
      return;
    }
    const last = readLastSearch();
    const session = new FindSession(this.editor, root, words === '' ? last : { ...last, query: words }, start);
    // The words to look for come first: without them there is nothing to replace.
    this.open.set({ session, box: session.state.value.query === '' ? 'query' : box, asked });
  }

  #end(): void {
    this.open.value?.session.stop();
    this.open.set(null);
    this.#changedStory = false;
  }

  #takeAction(action: ActionId): boolean {
    if (action === 'edit.find' || action === 'edit.replace') {
      this.#show(action === 'edit.find' ? 'query' : 'replacement');
      return true;
    }
    const box = document.activeElement;
    if (!(box instanceof HTMLInputElement) || !this.#bar?.contains(box)) return false;
    if (action === 'edit.undo' || action === 'edit.redo') {
      if (this.#changedStory) return false;
      document.execCommand(action === 'edit.undo' ? 'undo' : 'redo');
      return true;
    }
    return FOR_CARET.test(action);
  }

  #takeKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.open.value && document.activeElement?.matches('[data-story-field]')) {
      event.preventDefault();
      this.#end();
      return;
    }
    const isNext = event.key === 'F3' || (event.code === 'KeyG' && (isMac ? event.metaKey : event.ctrlKey));
    if (!isNext || event.altKey || event.defaultPrevented || document.activeElement?.closest('[role="dialog"]')) return;
    event.preventDefault();
    if (this.open.value === null) this.#show('query');
    this.open.value?.session.step(event.shiftKey ? -1 : 1);
  }
}
