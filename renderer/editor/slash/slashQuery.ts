import { $getSelection, $isParagraphNode, $isRangeSelection, $isRootNode, $isTextNode, type NodeKey } from 'lexical';

/** A `/` being typed: where it stands and what follows it up to the caret. */
export interface SlashQuery {
  readonly key: NodeKey;
  /** Offset of the slash in the text node. */
  readonly start: number;
  readonly typed: string;
}

// One word, or two as in "block quote"; a space straight after the slash means a plain slash.
const QUERY = /(?:^|\s)\/((?:[\p{L}\p{N}.-]+ ?){0,2})$/u;

/**
 * The `/` query the caret stands at the end of, or null. Only in a plain paragraph of the body: captions, cells and
 * lists hold no blocks.
 */
export function $readSlashQuery(): SlashQuery | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText()) return null;
  const paragraph = node.getParent();
  if (!$isParagraphNode(paragraph) || !$isRootNode(paragraph.getParent())) return null;
  const before = node.getTextContent().slice(0, selection.anchor.offset);
  const match = QUERY.exec(before);
  // A slash at the start of a later run (after bold, say) may follow a letter.
  if (!match || (match.index === 0 && before.startsWith('/') && node.getPreviousSibling() !== null)) return null;
  const typed = match[1] ?? '';
  return { key: node.getKey(), start: before.length - typed.length - 1, typed };
}

/** Takes the slash and its word out of the text, leaving the caret there. */
export function $removeSlashQuery(): void {
  const query = $readSlashQuery();
  const selection = $getSelection();
  if (!query || !$isRangeSelection(selection)) return;
  const node = selection.anchor.getNode();
  if ($isTextNode(node)) node.spliceText(query.start, query.typed.length + 1, '', true);
}
