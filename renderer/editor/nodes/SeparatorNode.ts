import { $create, DecoratorNode, type LexicalNode } from 'lexical';

/** A rule between two parts of a story. */
export class SeparatorNode extends DecoratorNode<null> {
  override $config() {
    return this.config('separator', { extends: DecoratorNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('hr');
    element.className = 'separator';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return '\n';
  }

  override decorate(): null {
    return null;
  }
}

export function $createSeparatorNode(): SeparatorNode {
  return $create(SeparatorNode);
}

export function $isSeparatorNode(node: LexicalNode | null | undefined): node is SeparatorNode {
  return node instanceof SeparatorNode;
}
