import type { LexicalEditor } from 'lexical';
import type { Block, PullQuote } from '../../../shared/story/block.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import type { QuoteSuggestion } from '../../../shared/pullQuote/suggestPullQuotes.ts';
import { Signal } from '../../ui/Signal.ts';
import type { DraftChange } from '../autosave/DraftSaver.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $readBlocks } from '../model/storyModel.ts';
import { $caretBlock, $findBlock } from '../model/topLevel.ts';
import { $isPullQuoteNode, PullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { BlockCache } from './BlockCache.ts';
import { bindQuotes } from './editQuote.ts';
import type { QuoteEngine } from './quoteEngine.ts';
import type { QuotesView, QuoteView } from './quoteViews.ts';

/** Pull-quotes are looked at when the keys rest this long (ms), and the page is idle. */
const REST_MS = 400;
/** And looking takes at most this long (ms) at a stretch. */
const SLICE_MS = 8;
const NONE: QuotesView = { quotes: [], share: 0 };

let loading: Promise<QuoteEngine> | undefined;

function loadEngine(): Promise<QuoteEngine> {
  loading ??= import('./quoteEngine.ts').then(({ quoteEngine }) => quoteEngine);
  return loading;
}

/**
 * Follows the pull-quotes of the open page: what state each is in, and that its binding points at its passage wherever that
 * went. Off the typing path: nothing happens while keys come, and nothing at all in a story without pull-quotes.
 */
export class PageQuotes {
  readonly view = new Signal<QuotesView>(NONE);
  /** Counts up when a pull-quote is drawn anew. */
  readonly drawn = new Signal(0);
  readonly #cache: BlockCache;
  readonly #stopWatching: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #askedAt = 0;
  #turn = 0;
  #saidTurn = 0;
  #idle = 0;
  #said = '';
  #hasChanged = false;
  #isBinding = false;
  #isStopped = false;

  constructor(private readonly editor: LexicalEditor) {
    this.#cache = new BlockCache(editor);
    this.#stopWatching = editor.registerMutationListener(PullQuoteNode, (mutations) => {
      if ([...mutations.values()].includes('created')) this.drawn.set(this.drawn.value + 1);
    });
  }

  /** Something changed on the page. */
  changed(change: DraftChange): void {
    this.#cache.changed(change);
    if (this.#isBinding) return;
    this.#hasChanged = true;
    this.ask();
  }

  /** Looks when there is time. A key that comes while the rest is awaited costs a glance at the clock. */
  ask(): void {
    if (!this.#cache.mayHaveQuotes && this.view.value === NONE) return;
    this.#askedAt = performance.now();
    this.#timer ??= setTimeout(() => this.#rest(), REST_MS);
  }

  #rest(): void {
    this.#timer = undefined;
    const left = this.#askedAt + REST_MS - performance.now();
    if (left > 1) this.#timer = setTimeout(() => this.#rest(), left);
    else this.#idle = requestIdleCallback(() => void this.look(), { timeout: 1000 });
  }

  /** Looks now, and binds what moved since. */
  async look(): Promise<void> {
    const turn = (this.#turn += 1);
    const blocks = this.#cache.read();
    if (blocks.length === 0) {
      this.#say(NONE, turn);
      return;
    }
    const engine = await loadEngine();
    let view = await this.#work(engine.viewSteps(blocks));
    if (view && this.#bind(engine, view, blocks)) view = await this.#work(engine.viewSteps(this.#cache.read()));
    if (view) this.#say(view, turn);
  }

  /** Goes step by step, with a rest whenever a frame's time is used up; null if the page was closed meanwhile. */
  async #work(steps: Generator<undefined, QuotesView>): Promise<QuotesView | null> {
    let until = performance.now() + SLICE_MS;
    for (;;) {
      if (this.#isStopped) return null;
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() < until) continue;
      await new Promise((resolve) => setTimeout(resolve));
      until = performance.now() + SLICE_MS;
    }
  }

  /** Writes where passages went; true if any did. A story that was only opened is not written to. */
  #bind(engine: QuoteEngine, { quotes }: QuotesView, blocks: readonly Block[]): boolean {
    // Somebody wrote meanwhile: what was found out is about another page, and will be looked for again.
    if (!this.#hasChanged || !this.#cache.isFresh || this.editor.isComposing()) return false;
    this.#hasChanged = false;
    const writing = this.caretBlock();
    const moved = quotes.flatMap(({ quote, state }) => {
      // Whoever writes a quote by hand is not done yet.
      if (quote.source === null && quote.id === writing) return [];
      const source = engine.followSource(quote, state, blocks);
      return source && source !== quote.source ? [{ id: quote.id, source }] : [];
    });
    if (moved.length === 0) return false;
    this.#isBinding = true;
    try {
      bindQuotes(this.editor, moved);
    } finally {
      this.#isBinding = false;
    }
    return true;
  }

  #say(view: QuotesView, turn: number): void {
    if (turn < this.#saidTurn) return;
    this.#saidTurn = turn;
    const said = view === NONE ? '' : JSON.stringify(view);
    if (said === this.#said) return;
    this.#said = said;
    this.view.set(view);
  }

  /** What is known of a pull-quote, from the last look. */
  find(id: BlockId): QuoteView | null {
    return this.view.value.quotes.find(({ quote }) => quote.id === id) ?? null;
  }

  /** Where a pull-quote is drawn; null if it is not. */
  elementOf(id: BlockId): HTMLElement | null {
    const key = this.editor.getEditorState().read(() => $findBlock(id)?.getKey());
    return key === undefined ? null : this.editor.getElementByKey(key);
  }

  /** A pull-quote and the story as they are now, with what can be found out about them; null if it is gone. */
  async readNow(id: BlockId): Promise<{ quote: PullQuote; blocks: readonly Block[]; engine: QuoteEngine } | null> {
    const engine = await loadEngine();
    const blocks = this.editor.read($readBlocks);
    const quote = blocks.find((block) => block.id === id);
    return quote?.type === 'pullQuote' ? { quote, blocks, engine } : null;
  }

  /** Passages worth pulling. */
  async suggest(): Promise<readonly QuoteSuggestion[]> {
    const engine = await loadEngine();
    return engine.suggestPullQuotes(this.editor.read($readBlocks));
  }

  /** The pull-quote that is meant where the caret is: the one it is in, else the first that drifted from its block. */
  quoteAtCaret(): BlockId | null {
    const at = this.caretBlock();
    if (at === null) return null;
    const { quotes } = this.view.value;
    const meant =
      quotes.find(({ quote }) => quote.id === at) ??
      quotes.find(({ state, passages }) => state.kind === 'drifted' && passages.some(({ blockId }) => blockId === at));
    if (meant) return meant.quote.id;
    // One that was made a moment ago was not looked at yet.
    return this.editor.getEditorState().read(() => ($isPullQuoteNode($findBlock(at)) ? at : null));
  }

  /** The block the caret is in, or that is selected as a whole. */
  caretBlock(): BlockId | null {
    return this.editor.getEditorState().read(() => {
      const block = $caretBlock();
      return block ? $getBlockId(block) : null;
    });
  }

  /** Everything that is found out is written: before the story leaves the page. */
  async settle(): Promise<void> {
    if (this.#hasChanged && this.#cache.mayHaveQuotes) await this.look().catch(reportError);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    cancelIdleCallback(this.#idle);
    this.#stopWatching();
  }
}
