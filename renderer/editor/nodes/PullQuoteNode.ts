import {
  $create,
  $getState,
  $setState,
  createState,
  ElementNode,
  setDOMUnmanaged,
  type ElementDOMSlot,
  type LexicalNode,
} from 'lexical';
import { keptQuoteSchema, quoteSourceSchema, type KeptQuote, type QuoteSource } from '../../../shared/story/block.ts';
import { $findSlot } from './slots.ts';
import type { SlotNode } from './SlotNode.ts';

function parseSource(value: unknown): QuoteSource | null {
  const parsed = quoteSourceSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

function parseKept(value: unknown): KeptQuote | null {
  const parsed = keptQuoteSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** The foot of a pull-quote on the page, where its state is told: no part of the words. */
function createNote(): HTMLElement {
  const note = document.createElement('div');
  note.className = 'pull-quote-note';
  note.contentEditable = 'false';
  setDOMUnmanaged(note, { captureSelection: true });
  // Keys that mean a button mean nothing to the words around it; shortcuts go on their way.
  note.addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  });
  return note;
}

/** The foot of a drawn pull-quote. */
export function noteOf(element: HTMLElement): HTMLElement | null {
  return element.querySelector<HTMLElement>(':scope > .pull-quote-note');
}

const sourceState = createState('source', { parse: parseSource });
const keptState = createState('kept', { parse: parseKept });

/** Words lifted out of the story: a quote and who said it, and the passage it came from. */
export class PullQuoteNode extends ElementNode {
  override $config() {
    return this.config('pull-quote', { extends: ElementNode, stateConfigs: [sourceState, keptState] });
  }

  getSource(): QuoteSource | null {
    return $getState(this, sourceState);
  }

  setSource(source: QuoteSource | null): this {
    return $setState(this, sourceState, source);
  }

  /** Who decided that it stands as it is; null if nobody did. */
  getKept(): KeptQuote | null {
    return $getState(this, keptState);
  }

  setKept(kept: KeptQuote | null): this {
    return $setState(this, keptState, kept);
  }

  getQuote(): SlotNode | null {
    return $findSlot(this, 'quote');
  }

  getAttribution(): SlotNode | null {
    return $findSlot(this, 'attribution');
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('aside');
    element.className = 'pull-quote';
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', 'Pull quote');
    element.append(createNote());
    return element;
  }

  // Its slots stand before the note.
  override getDOMSlot(element: HTMLElement): ElementDOMSlot {
    return super.getDOMSlot(element).withBefore(noteOf(element));
  }

  override updateDOM(): boolean {
    return false;
  }

  // A border no deletion merges across.
  override isShadowRoot(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }
}

/** A pull-quote without its slots; `registerSlots` sees that it has them by the end of the update. */
export function $createPullQuoteNode(source: QuoteSource | null = null): PullQuoteNode {
  return $create(PullQuoteNode).setSource(source);
}

export function $isPullQuoteNode(node: LexicalNode | null | undefined): node is PullQuoteNode {
  return node instanceof PullQuoteNode;
}
