import { $isElementNode, COMMAND_PRIORITY_EDITOR, type LexicalEditor } from 'lexical';
import type { ActionId } from '../../../shared/actions/actions.ts';
import type { QuoteSuggestion } from '../../../shared/pullQuote/suggestPullQuotes.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import { Signal } from '../../ui/Signal.ts';
import type { PassageRange } from '../../../shared/pullQuote/sourceText.ts';
import { $matchRanges } from '../find/matchRanges.ts';
import { highlightRanges } from '../highlights.ts';
import { $findBlock } from '../model/topLevel.ts';
import { revealPlace } from '../places/revealPlace.ts';
import { RUN_ACTION_COMMAND } from '../runActionCommand.ts';
import { applyAttribution, applyKeep, applyRepull, moveBefore, pullSuggestion } from './editQuote.ts';
import type { PageQuotes } from './PageQuotes.ts';

/** The passages that are shown stay marked until somebody goes on. */
const HIGHLIGHT = 'stet-quote-source';
/** What the page settles by itself after showing them (ms) is nobody going on. */
const SETTLES_MS = 500;

/** A pull-quote whose source is being looked at. */
export interface OpenedQuote {
  readonly id: BlockId;
  /** What gets the keyboard back. */
  readonly returnTo: { focus(): void };
}

interface ActionParts {
  readonly editor: LexicalEditor;
  readonly quotes: PageQuotes;
  readonly announce: (message: string, kind: 'note' | 'error') => void;
  /** What whoever sits here calls themselves; may be empty. */
  readonly signature: () => string;
}

/** What can be done to a pull-quote, from its foot on the page, a menu, a key or the palette; each is one step to undo. */
export class QuoteActions {
  /** The pull-quote whose source is looked at; null if none. */
  readonly opened = new Signal<OpenedQuote | null>(null);
  /** Passages worth pulling, while somebody chooses among them. */
  readonly suggested = new Signal<readonly QuoteSuggestion[] | null>(null);
  readonly #parts: ActionParts;
  readonly #stop: () => void;
  #shownAt: number | null = null;

  constructor(parts: ActionParts) {
    this.#parts = parts;
    const { editor } = parts;
    const stops = [
      editor.registerCommand(RUN_ACTION_COMMAND, (action) => this.#run(action), COMMAND_PRIORITY_EDITOR),
      editor.registerUpdateListener(() => {
        if (this.#shownAt !== null && performance.now() - this.#shownAt > SETTLES_MS) this.#unmark();
      }),
    ];
    this.#stop = () => {
      for (const stop of stops) stop();
      this.#unmark();
    };
  }

  stop(): void {
    this.#stop();
  }

  #mark(passages: readonly PassageRange[]): void {
    const { editor } = this.#parts;
    const ranges = editor.getEditorState().read(() =>
      passages.flatMap((passage) => {
        const block = $findBlock(passage.blockId);
        return $isElementNode(block) ? $matchRanges(editor, block, [passage]) : [];
      }),
    );
    highlightRanges(HIGHLIGHT, ranges);
    this.#shownAt = performance.now();
  }

  #unmark(): void {
    highlightRanges(HIGHLIGHT, []);
    this.#shownAt = null;
  }

  #run(action: ActionId): boolean {
    if (!action.startsWith('quote.')) return false;
    // After the update this was asked in: each of these is one of its own.
    if (action === 'quote.suggest') void this.suggest();
    else {
      const id = this.#parts.quotes.quoteAtCaret();
      if (id === null) this.#say('Put the caret into a pull-quote first.');
      else void Promise.resolve().then(() => this.#runFor(action, id));
    }
    return true;
  }

  #runFor(action: ActionId, id: BlockId): Promise<void> | void {
    if (action === 'quote.state') return this.open(id, this.#parts.editor);
    if (action === 'quote.showSource') return this.showSource(id);
    if (action === 'quote.repull') return this.repull(id);
    if (action === 'quote.keep') return this.keep(id);
    if (action === 'quote.moveToSource') return this.moveToSource(id);
    return this.attribute(id);
  }

  #say(message: string): void {
    this.#parts.announce(message, 'note');
  }

  /** Opens what is known of a pull-quote and its source. */
  async open(id: BlockId, returnTo: OpenedQuote['returnTo']): Promise<void> {
    if (!this.#parts.quotes.find(id)) await this.#parts.quotes.look();
    this.opened.set({ id, returnTo });
  }

  /** Selects the words a pull-quote comes from and brings them into view; all pieces of a spliced one are marked. */
  async showSource(id: BlockId): Promise<void> {
    const { editor, quotes } = this.#parts;
    await quotes.look();
    const passages = quotes.find(id)?.passages ?? [];
    const [first] = passages;
    if (!first) {
      this.#say('The words of this pull-quote stand nowhere in the story.');
      return;
    }
    revealPlace(editor, { in: 'block', slot: 'content', ...first });
    this.#mark(passages);
  }

  /** Puts the words of the source into the pull-quote. */
  async repull(id: BlockId): Promise<void> {
    const { editor, quotes } = this.#parts;
    const now = await quotes.readNow(id);
    if (!now) return;
    const { engine, quote, blocks } = now;
    const pulled = engine.repullQuote(quote, blocks);
    if (!pulled) {
      this.#say('There is no passage in the story to pull this from.');
      return;
    }
    applyRepull(editor, id, pulled);
    await quotes.look();
  }

  /** Records that the pull-quote stands although it differs from the story. */
  async keep(id: BlockId): Promise<void> {
    const { editor, quotes, signature } = this.#parts;
    const now = await quotes.readNow(id);
    if (!now) return;
    const { engine, quote, blocks } = now;
    const state = engine.pullQuoteState(quote, blocks);
    if (state.kind === 'exact' || state.kind === 'empty') {
      this.#say(
        state.kind === 'exact' ? 'This pull-quote says what the story says.' : 'This pull-quote has no words yet.',
      );
      return;
    }
    const by = signature().trim();
    applyKeep(editor, id, engine.keepQuote(quote, state, by, new Date().toISOString()));
    if (by === '') this.#say('Kept as it is, without a name: yours goes into Settings.');
    await quotes.look();
  }

  /** Takes back that it stands. */
  async unkeep(id: BlockId): Promise<void> {
    applyKeep(this.#parts.editor, id, null);
    await this.#parts.quotes.look();
  }

  /** Moves the pull-quote before the block its words come from. */
  async moveToSource(id: BlockId): Promise<void> {
    const { editor, quotes } = this.#parts;
    await quotes.look();
    const view = quotes.find(id);
    const source = view?.passages[0];
    if (!source) this.#say('The words of this pull-quote stand nowhere in the story.');
    else if (view.isBesideSource) this.#say('This pull-quote stands next to its source already.');
    else {
      moveBefore(editor, id, source.blockId);
      await quotes.look();
      quotes.elementOf(id)?.scrollIntoView({ block: 'center' });
    }
  }

  /** Writes the proposed speaker under the pull-quote. */
  async attribute(id: BlockId): Promise<void> {
    const { editor, quotes } = this.#parts;
    await quotes.look();
    const view = quotes.find(id);
    if (view?.proposal) {
      applyAttribution(editor, id, view.proposal.text);
      await quotes.look();
    } else if (view?.isAttributionMissing) this.#say('The story does not say who speaks here.');
    else this.#say('This pull-quote says already who speaks.');
  }

  /** Lists passages worth pulling. */
  async suggest(): Promise<void> {
    this.suggested.set(await this.#parts.quotes.suggest());
  }

  /** Pulls one of them. */
  pull(suggestion: QuoteSuggestion): void {
    this.suggested.set(null);
    pullSuggestion(this.#parts.editor, suggestion);
    this.#parts.editor.focus();
    void this.#parts.quotes.look();
  }

  /** Goes to one of them without pulling it. */
  showSuggestion({ source }: QuoteSuggestion): void {
    this.suggested.set(null);
    revealPlace(this.#parts.editor, { in: 'block', slot: 'content', ...source });
  }
}
