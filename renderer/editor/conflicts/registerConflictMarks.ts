import { $getRoot, getDOMTextNode, type LexicalEditor, type NodeKey } from 'lexical';
import { highlightRanges } from '../highlights.ts';
import { $getOtherMarks } from '../model/inlines.ts';
import './conflicts.css';

/** By side, the colours of words two people changed at once. */
const HIGHLIGHTS = { 1: 'stet-conflict-one', 2: 'stet-conflict-two' } as const;
type Side = keyof typeof HIGHLIGHTS;

/**
 * Shows which words of the page are one person's version and which the other's, where both stand (`conflict:ID.1`,
 * `conflict:ID.2`). They come with a merge, which opens the page anew: a story without any is not listened to.
 */
export function registerConflictMarks(editor: LexicalEditor): () => void {
  const draw = (): void => {
    const ranges: Record<Side, Range[]> = { 1: [], 2: [] };
    for (const [key, side] of editor.read(() => $findMarked())) {
      const element = editor.getElementByKey(key);
      const text = element && getDOMTextNode(element);
      if (!text) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      ranges[side].push(range);
    }
    for (const side of [1, 2] as const) highlightRanges(HIGHLIGHTS[side], ranges[side]);
  };
  if (editor.read(() => $findMarked().length) === 0) return () => undefined;
  let frame = requestAnimationFrame(draw);
  const forget = editor.registerUpdateListener(({ dirtyLeaves, dirtyElements }) => {
    if (dirtyLeaves.size === 0 && dirtyElements.size === 0) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  });
  return () => {
    forget();
    cancelAnimationFrame(frame);
    for (const side of [1, 2] as const) highlightRanges(HIGHLIGHTS[side], []);
  };
}

/** The text nodes that belong to one side of a conflict. */
function $findMarked(): (readonly [key: NodeKey, side: Side])[] {
  return $getRoot()
    .getAllTextNodes()
    .flatMap((node) => {
      const mark = $getOtherMarks(node).find((name) => name.startsWith('conflict:'));
      return mark ? [[node.getKey(), mark.endsWith('.2') ? 2 : 1] as const] : [];
    });
}
