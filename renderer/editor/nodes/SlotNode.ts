import { $create, $getState, $setState, createState, ElementNode, type EditorConfig, type LexicalNode } from 'lexical';

/** The named places inside a pull-quote or a figure that hold words of their own. */
export const SLOT_NAMES = ['quote', 'attribution', 'caption', 'credit', 'alt'] as const;
export type SlotName = (typeof SLOT_NAMES)[number];

interface SlotLook {
  /** The accessible name, as tests and screen readers know it. */
  readonly label: string;
  readonly tag: 'blockquote' | 'cite' | 'div';
  readonly placeholder: string;
  /** Whether it keeps marks and links; the others are stored as a plain string. */
  readonly isRich: boolean;
}

/** How each slot is drawn; those of a recording are called otherwise once it is known to be one. */
export const SLOT_LOOKS: Readonly<Record<SlotName, SlotLook>> = {
  quote: { label: 'Quote', tag: 'blockquote', placeholder: 'The words worth pulling', isRich: true },
  attribution: { label: 'Attribution', tag: 'cite', placeholder: 'Who said it', isRich: false },
  caption: { label: 'Caption', tag: 'div', placeholder: 'What the picture shows', isRich: true },
  credit: { label: 'Credit', tag: 'div', placeholder: 'Photographer / Agency', isRich: false },
  alt: { label: 'Alt text', tag: 'div', placeholder: 'For readers who cannot see it', isRich: false },
};

function parseName(value: unknown): SlotName {
  return SLOT_NAMES.find((name) => name === value) ?? 'caption';
}

const nameState = createState('slot', { parse: parseName });

/** A line of words inside a pull-quote or figure: part of the one editor tree, so undo, search and selection cover it. */
export class SlotNode extends ElementNode {
  override $config() {
    return this.config('slot', { extends: ElementNode, stateConfigs: [nameState] });
  }

  getName(): SlotName {
    return $getState(this, nameState);
  }

  isRich(): boolean {
    return SLOT_LOOKS[this.getName()].isRich;
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const name = this.getName();
    const look = SLOT_LOOKS[name];
    const element = document.createElement(look.tag);
    element.className = `slot slot-${name}`;
    element.setAttribute('role', 'textbox');
    element.setAttribute('aria-label', look.label);
    element.setAttribute('aria-multiline', look.isRich ? 'true' : 'false');
    element.dataset['label'] = look.label;
    element.dataset['placeholder'] = look.placeholder;
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override canIndent(): false {
    return false;
  }

  override canBeEmpty(): true {
    return true;
  }

  // Backspace at its start stays inside: what happens there is decided by the block around it.
  override collapseAtStart(): true {
    return true;
  }
}

/** An empty slot of that name. */
export function $createSlotNode(name: SlotName): SlotNode {
  return $setState($create(SlotNode), nameState, name);
}

export function $isSlotNode(node: LexicalNode | null | undefined): node is SlotNode {
  return node instanceof SlotNode;
}
