import { $isLinkNode, $toggleLink } from '@lexical/link';
import { mergeRegister } from '@lexical/utils';
import {
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  PASTE_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { RUN_ACTION_COMMAND } from '../runActionCommand.ts';
import { EDIT_LINK_COMMAND } from './editLink.ts';
import { readLinkUrl, readPastedUrl } from './linkUrl.ts';

/** The address of the link a click landed on, if it is one we would open. */
function clickedUrl(editor: LexicalEditor, target: EventTarget | null): string | null {
  if (!(target instanceof Node)) return null;
  return editor.read(() => {
    const node = $getNearestNodeFromDOMNode(target);
    const link = node && $findMatchingParent(node, $isLinkNode);
    return link ? readLinkUrl(link.getURL()) : null;
  });
}

/**
 * Makes links behave: a click sets the caret, only Ctrl+click (Command on a Mac) opens, through `openLink`; an address
 * pasted over words links them. Answers its undo.
 */
export function registerLinks(editor: LexicalEditor, openLink: (url: string) => void): () => void {
  const click = (event: MouseEvent) => {
    if (!(event.target instanceof Element && event.target.closest('a'))) return;
    event.preventDefault();
    if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return;
    const url = clickedUrl(editor, event.target);
    if (url) openLink(url);
  };
  return mergeRegister(
    editor.registerCommand(
      RUN_ACTION_COMMAND,
      (action) => action === 'insert.link' && editor.dispatchCommand(EDIT_LINK_COMMAND, undefined),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('click', click);
      previous?.removeEventListener('auxclick', click);
      root?.addEventListener('click', click);
      root?.addEventListener('auxclick', click);
    }),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const url =
          event instanceof ClipboardEvent ? readPastedUrl(event.clipboardData?.getData('text/plain') ?? '') : null;
        const selection = $getSelection();
        if (!url || !$isRangeSelection(selection) || selection.isCollapsed()) return false;
        // Words over several blocks are being replaced, not linked.
        const blocks = new Set(selection.getNodes().map((node) => node.getTopLevelElement()?.getKey()));
        if (blocks.size !== 1) return false;
        event.preventDefault();
        $toggleLink(url, { rel: null });
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
