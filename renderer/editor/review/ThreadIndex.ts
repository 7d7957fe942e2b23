import { $getRoot, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical';
import type { BlockId, ThreadId } from '../../../shared/story/ids.ts';
import { $hasNewOrder, type PageUpdate } from '../autosave/pageChanges.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $readLines } from '../model/textOffsets.ts';
import { $elementText, $markableElement, pieceAt, type CommentedPiece } from './commentedText.ts';
import { $threadNodes } from './threadNodes.ts';

/** The words of a thread in one block. */
export interface ThreadPart {
  readonly block: NodeKey;
  /** Which block of the story it is, from 0. */
  readonly index: number;
  readonly nodes: readonly NodeKey[];
  /** How far into the block they begin. */
  readonly start: number;
}

interface KnownPart extends Omit<ThreadPart, 'index' | 'block'> {
  readonly piece: CommentedPiece | null;
}

const NO_PARTS: ReadonlyMap<ThreadId, KnownPart> = new Map();

/** Which words of the page belong to which thread; only blocks that changed are read again. */
export class ThreadIndex {
  readonly #blocks = new Map<NodeKey, ReadonlyMap<ThreadId, KnownPart>>();
  /** The words of each thread as they were last seen, also of one whose marks are gone. */
  readonly #seen = new Map<ThreadId, readonly CommentedPiece[]>();

  constructor(private readonly editor: LexicalEditor) {}

  /** Takes note of what an update touched; whether commented words may have come, gone or moved. */
  touch(update: PageUpdate): boolean {
    const { dirtyElements, editorState, prevEditorState } = update;
    // Blocks came, went or changed places.
    const size = prevEditorState.read(() => $getRoot().getChildrenSize());
    let isMoved = editorState.read(() => $hasNewOrder(update, size));
    for (const key of dirtyElements.keys()) {
      if ((this.#blocks.get(key)?.size ?? 0) > 0) isMoved = true;
      this.#blocks.delete(key);
    }
    return isMoved;
  }

  forget(): void {
    this.#blocks.clear();
  }

  /** Where the threads' words stand now, in reading order. */
  read(): ReadonlyMap<ThreadId, readonly ThreadPart[]> {
    const all = new Map<ThreadId, ThreadPart[]>();
    const pieces = new Map<ThreadId, CommentedPiece[]>();
    this.editor.read(() => {
      let index = 0;
      for (let node = $getRoot().getFirstChild(); node; node = node.getNextSibling(), index += 1) {
        const block = node.getKey();
        let parts = this.#blocks.get(block);
        if (!parts) {
          parts = $readParts(node);
          this.#blocks.set(block, parts);
        }
        for (const [id, { nodes, start, piece }] of parts) {
          const part = { block, index, nodes, start };
          const known = all.get(id);
          if (known) known.push(part);
          else all.set(id, [part]);
          if (piece) pieces.set(id, [...(pieces.get(id) ?? []), piece]);
        }
      }
    });
    for (const [id, seen] of pieces) this.#seen.set(id, seen);
    return all;
  }

  /** The words of a thread as they were last seen. */
  seen(id: ThreadId): readonly CommentedPiece[] {
    return this.#seen.get(id) ?? [];
  }
}

function $readParts(block: LexicalNode): ReadonlyMap<ThreadId, KnownPart> {
  const found = $threadNodes(block);
  if (found.size === 0) return NO_PARTS;
  const element = $markableElement(block);
  const blockId: BlockId | null = $getBlockId(block);
  const leaves = element ? $readLines(element).flatMap((line) => line.leaves) : [];
  const text = element ? $elementText(element) : '';
  const parts = new Map<ThreadId, KnownPart>();
  for (const [id, nodes] of found) {
    const keys = nodes.map((node) => node.getKey());
    const own = leaves.filter(({ node }) => keys.includes(node.getKey()));
    const start = own[0]?.start ?? 0;
    const end = own.at(-1)?.end ?? 0;
    const piece = blockId !== null && end > start ? pieceAt(blockId, text, { start, end }) : null;
    parts.set(id, { nodes: keys, start, piece });
  }
  return parts;
}
