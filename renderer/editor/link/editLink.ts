import { $createLinkNode, $isLinkNode, $toggleLink, type LinkNode } from '@lexical/link';
import { $createTextNode, $findMatchingParent, $getSelection, $isRangeSelection, createCommand } from 'lexical';

/** Opens the form that makes, changes or removes the link at the selection. */
export const EDIT_LINK_COMMAND = createCommand<void>('EDIT_LINK');

/** What a link form starts from. */
export interface LinkTarget {
  /** The address now; empty where there is no link yet. */
  readonly url: string;
  /** False when nothing is selected and there is no link: then the form asks for the words, too. */
  readonly hasWords: boolean;
}

function $linkAtSelection(): LinkNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return (
    $findMatchingParent(selection.anchor.getNode(), $isLinkNode) ??
    selection
      .getNodes()
      .map((node) => $findMatchingParent(node, $isLinkNode))
      .find((link) => link !== null) ??
    null
  );
}

/** What the selection offers a link form; null where no link can be. */
export function $readLinkTarget(): LinkTarget | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const link = $linkAtSelection();
  return { url: link?.getURL() ?? '', hasWords: link !== null || !selection.isCollapsed() };
}

/** Makes the selected words a link, changes the link the caret is in, or inserts `words` as a new one. */
export function $applyLink(url: string, words: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const link = $linkAtSelection();
  if (!selection.isCollapsed()) {
    $toggleLink(url, { rel: null });
  } else if (link) {
    link.setURL(url);
  } else {
    const node = $createLinkNode(url, { rel: null });
    node.append($createTextNode(words || url).setFormat(selection.format));
    selection.insertNodes([node]);
    node.selectNext(0, 0);
  }
}

/** Takes the link at the selection away and keeps its words: the whole link at a caret, else the selected part. */
export function $removeLink(): void {
  $toggleLink(null);
}
