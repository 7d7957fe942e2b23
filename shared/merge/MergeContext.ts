import type { BlockId } from '../story/ids.ts';
import type { Block } from '../story/block.ts';
import type { BlockPart, Conflict } from '../story/review.ts';
import { toInlines, toLetters } from './letters.ts';
import { mergeLetters } from './mergeLetters.ts';
import { pick } from './threeWay.ts';
import type { Inline } from '../story/inline.ts';

/** What is found while two sides are merged: the conflicts, each under a name no other has, whose sides they are. */
export class MergeContext {
  readonly conflicts: Conflict[] = [];

  /** `taken` are names of conflicts either side has open already; `at` is when this merge is made (ISO 8601). */
  constructor(
    readonly names: { readonly one: string; readonly other: string },
    readonly at: string,
    readonly taken: Set<string>,
  ) {}

  /** A name for a conflict, beginning with `stem`. */
  readonly newId = (stem: string): string => {
    for (let number = 1; ; number += 1) {
      const id = `${stem}.${number}`;
      if (this.taken.has(id)) continue;
      this.taken.add(id);
      return id;
    }
  };

  /** The words of one place of a block. */
  words(blockId: BlockId, base: readonly Inline[], one: readonly Inline[], other: readonly Inline[]): Inline[] {
    const { value, isClash } = pick(base, one, other);
    if (!isClash) return [...value];
    const { letters, clashes } = mergeLetters(toLetters(base), toLetters(one), toLetters(other), () =>
      this.newId(blockId),
    );
    for (const clash of clashes) {
      this.conflicts.push({
        ...{ id: clash.id, at: this.at, settled: null, kind: 'words', blockId, base: clash.base },
        sides: [
          { by: this.names.one, words: clash.one },
          { by: this.names.other, words: clash.other },
        ],
      });
    }
    return toInlines(letters);
  }

  /** A part of a block that can only be one thing: the side's that changed it, or one's with the other's kept. */
  part<Value>(part: BlockPart, [one, other]: readonly [Block, Block], base: Value, mine: Value, theirs: Value): Value {
    const { value, isClash } = pick(base, mine, theirs);
    if (isClash) {
      const { names, at } = this;
      this.conflicts.push({
        ...{ id: this.newId(`${one.id}.${part}`), at, settled: null, kind: 'part', blockId: one.id, part },
        sides: [
          { by: names.one, block: one },
          { by: names.other, block: other },
        ],
      });
    }
    return value;
  }
}
