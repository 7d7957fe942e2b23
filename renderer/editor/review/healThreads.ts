import {
  $getRoot,
  HISTORY_MERGE_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from 'lexical';
import { findWords } from '../../../shared/review/findWords.ts';
import type { ThreadId } from '../../../shared/story/ids.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $findBlock } from '../model/topLevel.ts';
import { $cutTexts, $elementText, $markableElement, type CommentedPiece } from './commentedText.ts';
import { $addThread, TALK_TAG } from './threadNodes.ts';

/** A thread whose words have lost their marks, and how these were last known; the surest first. */
export interface LostThread {
  readonly id: ThreadId;
  readonly pieces: readonly CommentedPiece[];
}

interface Found {
  readonly blockId: CommentedPiece['blockId'];
  readonly start: number;
}

/** Where a piece stands: in its own block, else in the one other block where it does. */
function $find(piece: CommentedPiece): Found | null {
  const home = $findBlock(piece.blockId);
  const element = home && $markableElement(home);
  const start = element ? findWords($elementText(element), piece) : null;
  if (start !== null) return { blockId: piece.blockId, start };
  const others = $getRoot()
    .getChildren()
    .flatMap((block): Found[] => {
      const blockId = $getBlockId(block);
      const words = blockId !== null && blockId !== piece.blockId ? $markableElement(block) : null;
      const at = words ? findWords($elementText(words), piece) : null;
      return blockId !== null && at !== null ? [{ blockId, start: at }] : [];
    });
  const [only] = others;
  return only && others.length === 1 ? only : null;
}

function $heal({ id, pieces }: LostThread): boolean {
  let isHealed = false;
  for (const piece of pieces) {
    const found = $find(piece);
    const block = found && $findBlock(found.blockId);
    const element = block && $markableElement(block);
    if (!found || !element) continue;
    const end = found.start + piece.words.length;
    $addThread($cutTexts(element, { start: found.start, end }), id);
    isHealed = true;
  }
  return isHealed;
}

/**
 * Puts marks back where the words of threads that lost them stand unmistakably. No step of the history: undo goes past it. The
 * page is left alone where nothing is found. Answers the threads that have their words again.
 */
export function healThreads(editor: LexicalEditor, lost: readonly LostThread[]): ThreadId[] {
  const canHeal = editor.read(() => lost.filter(({ pieces }) => pieces.some((piece) => $find(piece) !== null)));
  if (canHeal.length === 0) return [];
  let healed: ThreadId[] = [];
  editor.update(
    () => {
      healed = canHeal.filter($heal).map(({ id }) => id);
    },
    { discrete: true, tag: [HISTORY_MERGE_TAG, TALK_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  );
  return healed;
}
