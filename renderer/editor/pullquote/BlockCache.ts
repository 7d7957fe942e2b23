import { $getNodeByKey, $getRoot, type LexicalEditor } from 'lexical';
import type { Block } from '../../../shared/story/block.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import type { DraftChange } from '../autosave/DraftSaver.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $readBlock } from '../model/readBlock.ts';
import { $isPullQuoteNode } from '../nodes/PullQuoteNode.ts';

/**
 * The page's blocks as they are stored, read anew only where something changed: a block that did not keeps its identity,
 * and with it all that was found out about its words. A story without pull-quotes is not read at all.
 */
export class BlockCache {
  readonly #blocks = new Map<BlockId, Block>();
  readonly #stale = new Set<BlockId>();
  #order: readonly (readonly [BlockId, string])[] = [];
  #isOrderStale = true;
  #hasQuotes = false;

  constructor(private readonly editor: LexicalEditor) {}

  changed(change: DraftChange): void {
    for (const id of change.blocks.keys()) this.#stale.add(id);
    this.#isOrderStale ||= change.order;
  }

  /** Whether there may be anything to look at. */
  get mayHaveQuotes(): boolean {
    return this.#hasQuotes || this.#isOrderStale;
  }

  /** Whether what was read last is what is on the page. */
  get isFresh(): boolean {
    return this.#stale.size === 0 && !this.#isOrderStale;
  }

  /** The story's blocks in order; none if there is no pull-quote among them. */
  read(): readonly Block[] {
    return this.editor.getEditorState().read(() => {
      if (this.#isOrderStale) this.#readOrder();
      if (!this.#hasQuotes) return [];
      for (const id of this.#stale) this.#blocks.delete(id);
      this.#stale.clear();
      return this.#order.flatMap(([id, key]) => {
        let block = this.#blocks.get(id);
        if (!block) {
          const node = $getNodeByKey(key);
          block = node ? $readBlock(node) : undefined;
          if (block) this.#blocks.set(id, block);
        }
        return block ?? [];
      });
    });
  }

  #readOrder(): void {
    this.#isOrderStale = false;
    this.#hasQuotes = false;
    const order: [BlockId, string][] = [];
    for (let node = $getRoot().getFirstChild(); node; node = node.getNextSibling()) {
      const id = $getBlockId(node);
      if (id !== null) order.push([id, node.getKey()]);
      if ($isPullQuoteNode(node)) this.#hasQuotes = true;
    }
    this.#order = order;
    const kept = new Set(order.map(([id]) => id));
    for (const id of this.#blocks.keys()) if (!kept.has(id)) this.#blocks.delete(id);
  }
}
