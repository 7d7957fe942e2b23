import { $getRoot, $isElementNode, $isTextNode, type LexicalNode, type TextNode } from 'lexical';
import { commentMark, threadOfMark } from '../../../shared/review/commentMark.ts';
import type { ThreadId } from '../../../shared/story/ids.ts';
import { $getOtherMarks, $setOtherMarks } from '../model/inlines.ts';

/** An update that only says which words a thread is about. */
export const TALK_TAG = 'talk';

/** The texts of a block that carry marks of comments, in reading order, by thread. */
export function $threadNodes(within: LexicalNode): Map<ThreadId, TextNode[]> {
  const found = new Map<ThreadId, TextNode[]>();
  const read = (node: LexicalNode): void => {
    if ($isTextNode(node)) {
      for (const mark of $getOtherMarks(node)) {
        const id = threadOfMark(mark);
        if (id !== null) found.set(id, [...(found.get(id) ?? []), node]);
      }
    } else if ($isElementNode(node)) {
      for (let child = node.getFirstChild(); child; child = child.getNextSibling()) read(child);
    }
  };
  read(within);
  return found;
}

/** The threads whose words stand in the story. */
export function $threadsOnPage(): ReadonlySet<ThreadId> {
  return new Set($threadNodes($getRoot()).keys());
}

/** Marks these texts as the words of a thread. */
export function $addThread(nodes: readonly TextNode[], id: ThreadId): void {
  for (const node of nodes) $setOtherMarks(node, [...$getOtherMarks(node), commentMark(id)]);
}

/** Takes the marks of a thread off its words. */
export function $removeThread(id: ThreadId): void {
  const mark = commentMark(id);
  for (const node of $threadNodes($getRoot()).get(id) ?? [])
    $setOtherMarks(
      node,
      $getOtherMarks(node).filter((one) => one !== mark),
    );
}
