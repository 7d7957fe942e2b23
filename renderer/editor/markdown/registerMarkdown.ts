import { $createLinkNode } from '@lexical/link';
import { $isListNode } from '@lexical/list';
import { mergeRegister } from '@lexical/utils';
import {
  $createTextNode,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  $isTextNode,
  COMMAND_PRIORITY_LOW,
  COMPOSITION_END_TAG,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  KEY_ENTER_COMMAND,
  PASTE_TAG,
  TEXT_TYPE_TO_FORMAT,
  type LexicalEditor,
  type ParagraphNode,
  type TextNode,
} from 'lexical';
import { $toggleList, $toggleTextBlocks } from '../blocks/convertBlocks.ts';
import { $selectAfter } from '../blocks/insertBlock.ts';
import { readLinkUrl } from '../link/linkUrl.ts';
import { $getBlockId, $setBlockId } from '../model/blockState.ts';
import { $blockAround } from '../model/topLevel.ts';
import { $typed, typedText, type Typed } from '../model/typedText.ts';
import { $createSeparatorNode } from '../nodes/SeparatorNode.ts';
import { $slotAround } from '../nodes/slots.ts';
import { findBlockShortcut, isSeparatorLine } from './blockPatterns.ts';
import { CLOSING_CHARACTERS, findInline } from './inlinePatterns.ts';

function couldClose(last: string): boolean {
  return last === ' ' || CLOSING_CHARACTERS.has(last);
}

function completesShortcut(before: string): boolean {
  const isBlock = before.endsWith(' ') && findBlockShortcut(before.slice(0, -1)) !== null;
  return isBlock || findInline(before, readLinkUrl) !== null;
}

/** The paragraph of the body that begins with this text node. */
function $lineOf(node: TextNode): ParagraphNode | null {
  const parent = node.getParent();
  const isLine = $isParagraphNode(parent) && $isRootNode(parent.getParent()) && node.getPreviousSibling() === null;
  return isLine ? parent : null;
}

function $runBlockShortcut({ node, offset, before }: Typed): boolean {
  const shortcut = before.endsWith(' ') ? findBlockShortcut(before.slice(0, -1)) : null;
  if (!shortcut || !$lineOf(node)) return false;
  node.spliceText(0, offset, '', true);
  if (node.getTextContentSize() === 0) {
    const line = node.getParent();
    node.remove();
    line?.selectStart();
  }
  if (shortcut.kind === 'text') $toggleTextBlocks(shortcut.block);
  else {
    $toggleList(shortcut.list);
    const selection = $getSelection();
    const list = $isRangeSelection(selection) ? $blockAround(selection.anchor.getNode()) : null;
    if ($isListNode(list) && shortcut.list === 'number') list.setStart(shortcut.start);
  }
  return true;
}

function $runInlineShortcut({ node, offset, before }: Typed): boolean {
  const match = findInline(before, readLinkUrl);
  const selection = $getSelection();
  if (!match || !$isRangeSelection(selection) || $slotAround(node)?.isRich() === false) return false;
  const parts = node.splitText(match.start, offset);
  const marked = match.start === 0 ? parts[0] : parts[1];
  if (!marked) return false;
  if (match.becomes.kind === 'link') {
    const link = $createLinkNode(match.becomes.url, { rel: null });
    marked.replace(link.append($createTextNode(match.words).setFormat(marked.getFormat())));
    link.selectNext(0, 0);
    return true;
  }
  const { format } = match.becomes;
  const plain = marked.getFormat();
  marked.setTextContent(match.words).setFormat(plain | (TEXT_TYPE_TO_FORMAT[format] ?? 0));
  const caret = marked.selectEnd();
  // What is typed next is ordinary again.
  caret.setFormat(plain);
  return true;
}

function $runSeparator(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const node = selection.anchor.getNode();
  const line = $isTextNode(node) ? $lineOf(node) : null;
  if (!line || !isSeparatorLine(line.getTextContent())) return false;
  const separator = $createSeparatorNode();
  $setBlockId(separator, $getBlockId(line));
  line.replace(separator);
  $selectAfter(separator);
  return true;
}

/**
 * Markdown as people type it: `# ` and `## ` for headings, `> `, `- `, `1. `, `---` and Enter, `**bold**`, `*italic*`,
 * `~~struck~~`, `` `code` `` and `[words](address)`. One undo gives back what was typed. A key that closes nothing costs a
 * look at one character. Answers its undo.
 */
export function registerMarkdown(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
      const text = typedText(editorState, couldClose);
      if (text === null || dirtyLeaves.size === 0 || editor.isComposing()) return;
      if (tags.has(HISTORIC_TAG) || tags.has(PASTE_TAG)) return;
      // Only a character that was typed just now: the text grew by one, or an input method put words in.
      const before = prevEditorState._nodeMap.get(text.key);
      const grown = text.length - ($isTextNode(before) ? before.__text.length : 0);
      if (!dirtyLeaves.has(text.key) || (grown !== 1 && !tags.has(COMPOSITION_END_TAG))) return;
      if (!completesShortcut(text.before)) return;
      editor.update(
        () => {
          const typed = $typed();
          if (typed) void ($runBlockShortcut(typed) || $runInlineShortcut(typed));
        },
        { tag: HISTORY_PUSH_TAG },
      );
    }),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event?.shiftKey || !$runSeparator()) return false;
        event?.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}
