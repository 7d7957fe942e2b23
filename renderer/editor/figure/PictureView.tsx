import type { LexicalEditor, NodeKey } from 'lexical';

interface PictureViewProps {
  readonly editor: LexicalEditor;
  readonly figureKey: NodeKey;
  readonly pictureKey: NodeKey;
}

/** The picture of a figure, or what stands in for it. */
export function PictureView(_props: PictureViewProps) {
  return null;
}
