import { getDOMTextNode, type ElementNode, type LexicalEditor } from 'lexical';
import { $readLines, type TextStretch } from '../model/textOffsets.ts';

interface DrawnLeaf extends TextStretch {
  readonly text: Text;
}

function $drawnLeaves(editor: LexicalEditor, block: ElementNode): DrawnLeaf[] {
  return $readLines(block).flatMap(({ leaves }) =>
    leaves.flatMap(({ node, start, end }) => {
      const element = editor.getElementByKey(node.getKey());
      const text = element && getDOMTextNode(element);
      // What the browser has changed and the editor has not read yet does not line up.
      return text?.length === end - start ? { text, start, end } : [];
    }),
  );
}

/** Stretches of a block's text as ranges of what is drawn; those that are not drawn (yet) are left out. */
export function $matchRanges(editor: LexicalEditor, block: ElementNode, stretches: readonly TextStretch[]): Range[] {
  const leaves = $drawnLeaves(editor, block);
  return stretches.flatMap(({ start, end }) => {
    const first = leaves.find((leaf) => leaf.start <= start && start < leaf.end);
    const last = leaves.find((leaf) => leaf.start < end && end <= leaf.end);
    if (!first || !last) return [];
    const range = document.createRange();
    range.setStart(first.text, start - first.start);
    range.setEnd(last.text, end - last.start);
    return range;
  });
}
