import { $create, DecoratorNode, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical';
import type { ReactNode } from 'react';
import { PictureView } from '../figure/PictureView.tsx';

/** The picture itself inside a figure: the one part of the page that React draws. It keeps nothing; its figure does. */
export class PictureNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('picture', { extends: DecoratorNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'picture';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return '';
  }

  override decorate(editor: LexicalEditor): ReactNode {
    const figure: NodeKey | null = this.getParent()?.getKey() ?? null;
    return figure === null ? null : <PictureView editor={editor} figureKey={figure} />;
  }
}

export function $createPictureNode(): PictureNode {
  return $create(PictureNode);
}

export function $isPictureNode(node: LexicalNode | null | undefined): node is PictureNode {
  return node instanceof PictureNode;
}
