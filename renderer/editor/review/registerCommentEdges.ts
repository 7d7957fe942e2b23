import { mergeRegister } from '@lexical/utils';
import {
  $getNodeByKey,
  $getSelection,
  $hasUpdateTag,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  COMPOSITION_END_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  TextNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { threadOfMark } from '../../../shared/review/commentMark.ts';
import type { ThreadId } from '../../../shared/story/ids.ts';
import { $getOtherMarks, $setOtherMarks } from '../model/inlines.ts';
import { SETTLED_TAG } from '../suggestions/keepSuggestions.ts';
import { $threadsOnPage } from './threadNodes.ts';

/** Marks that end at this side: they go on neither in the neighbour nor beyond the line. */
function $endingMarks(node: TextNode, neighbour: LexicalNode | null): string[] {
  const beyond = $isTextNode(neighbour) ? $getOtherMarks(neighbour) : [];
  return $getOtherMarks(node).filter((mark) => threadOfMark(mark) !== null && !beyond.includes(mark));
}

/** Parts what was typed at the edge of a text from it, without the marks that end there. */
function $partOff(node: TextNode, offset: number, side: 'start' | 'end'): void {
  const ending = $endingMarks(node, side === 'end' ? node.getNextSibling() : node.getPreviousSibling());
  if (ending.length === 0) return;
  const [first, second] = node.splitText(offset);
  const typed = side === 'end' ? second : first;
  if (!typed || !first || !second) return;
  $setOtherMarks(
    typed,
    $getOtherMarks(typed).filter((mark) => !ending.includes(mark)),
  );
  typed.select();
}

/** Words typed in another format than those on both sides are inside a comment that goes on there. */
function $joinTyped(node: TextNode): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.key !== node.getKey()) return;
  const before = node.getPreviousSibling();
  const after = node.getNextSibling();
  if (!$isTextNode(before) || !$isTextNode(after)) return;
  const behind = $getOtherMarks(after);
  const around = $getOtherMarks(before).filter((mark) => threadOfMark(mark) !== null && behind.includes(mark));
  if (around.length > 0) $setOtherMarks(node, [...$getOtherMarks(node), ...around]);
}

/** The marks of comments on any of the selected words; none where nothing is selected. */
function $selectedMarks(): string[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return [];
  return selection
    .getNodes()
    .filter($isTextNode)
    .flatMap((node) => $getOtherMarks(node).filter((mark) => threadOfMark(mark) !== null));
}

/** Gives what was just typed the marks whose words were typed over, all of them; answers the text that has them now. */
function $takeOver(node: TextNode, { marks, size }: Typing): TextNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.key !== node.getKey()) return null;
  const here = $threadsOnPage();
  const left = marks.filter((mark) => !here.has(threadOfMark(mark) as ThreadId));
  const { offset } = selection.anchor;
  if (left.length === 0 || offset < size) return null;
  const start = offset - size;
  const parts = node.splitText(...[start, offset].filter((at) => at > 0 && at < node.getTextContentSize()));
  const typed = parts[start > 0 ? 1 : 0];
  if (!typed) return null;
  $setOtherMarks(typed, [...$getOtherMarks(typed), ...left]);
  typed.select();
  return typed;
}

/** A key that takes the place of selected words: the marks these had, and how many letters come. */
interface Typing {
  readonly marks: readonly string[];
  readonly size: number;
}

function hasComment(node: TextNode): boolean {
  return $getOtherMarks(node).some((mark) => threadOfMark(mark) !== null);
}

/**
 * Words typed right behind or before commented ones are not part of the comment; those typed inside, or over all of them, are.
 * Works on what the browser typed, too. Costs a look at one field at each key. Answers its undo.
 */
export function registerCommentEdges(editor: LexicalEditor): () => void {
  /** What a text said before an input method began to compose in it. */
  let composed: { readonly key: NodeKey; readonly text: string } | null = null;
  /** All of a thread's words are being typed over: what is typed on belongs to them. */
  let overwritten: { readonly key: NodeKey; readonly length: number } | null = null;

  let typing: Typing | null = null;

  const formerText = (key: NodeKey): string | null => {
    if (composed?.key === key) return composed.text;
    const former = editor.getEditorState()._nodeMap.get(key);
    return $isTextNode(former) ? former.__text : null;
  };

  const $settle = (node: TextNode): void => {
    // What stood there before comes back as it stood: nobody types it.
    if ($hasUpdateTag(SETTLED_TAG)) return;
    if (typing) {
      const typed = $takeOver(node, typing);
      if (typed) {
        typing = null;
        overwritten = { key: typed.getKey(), length: typed.getTextContentSize() };
        return;
      }
    }
    const key = node.getKey();
    const former = formerText(key);
    if (!hasComment(node)) {
      if (former === null) $joinTyped(node);
      return;
    }
    const text = node.getTextContent();
    if (former === null || former === text) return;
    if (node.isComposing()) {
      composed ??= { key, text: former };
      return;
    }
    if (composed?.key === key) composed = null;
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.key !== key) return;
    const { offset } = selection.anchor;
    const isAtEnd = offset === text.length;
    // Lexical asks twice in one update.
    const isTypedOn = overwritten?.key === key && [former.length, text.length].includes(overwritten.length);
    if (isAtEnd && isTypedOn) {
      overwritten = { key, length: text.length };
      return;
    }
    const grown = text.length - former.length;
    if (isAtEnd && grown > 0 && text.startsWith(former)) $partOff(node, former.length, 'end');
    else if (offset === grown && grown > 0 && text.endsWith(former)) $partOff(node, grown, 'start');
  };

  return mergeRegister(
    editor.registerNodeTransform(TextNode, $settle),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (typed) => {
        const marks = $selectedMarks();
        const size = typeof typed === 'string' ? typed.length : (typed.data?.length ?? 0);
        typing = marks.length > 0 && size > 0 ? { marks, size } : null;
        return false;
      },
      // Before what is selected is taken away.
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      COMPOSITION_END_COMMAND,
      () => {
        const key = composed?.key;
        if (key === undefined) return false;
        // Once the input method is done and its words are read.
        queueMicrotask(() => editor.update(() => $getNodeByKey(key)?.markDirty()));
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}
