import type { KeptBlock } from './mergeBlocks.ts';
import type { RemoteText } from './remoteBase.ts';

/** A piece of our text, and the blocks of the story it was written from. */
export interface OurPiece {
  readonly text: string;
  readonly sources: readonly string[];
}

/** Pieces of ours that stand at the target as one. */
export interface OurGroup extends OurPiece {
  readonly pieces: readonly OurPiece[];
}

/** Our pieces, with those taken together that are one block at the target: what was put in between them belongs to it too. */
export function groupOurs(base: readonly KeptBlock[], { blocks, sources }: RemoteText): OurGroup[] {
  const homes = homesOf(base);
  const pieces = blocks.map((text, index): OurPiece => ({ text, sources: sources?.[index] ?? [] }));
  const homeAt = pieces.map(({ sources: [first] }) => (first === undefined ? undefined : homes.get(first)));
  const groups: OurGroup[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const last = lastOf(homeAt, at);
    groups.push(together(pieces.slice(at, last + 1)));
    at = last;
  }
  return groups;
}

/** Where the run of one block of the target ends that begins at `from`. */
function lastOf(homeAt: readonly (KeptBlock | undefined)[], from: number): number {
  const home = homeAt[from];
  if (home === undefined) return from;
  let last = from;
  for (let at = from + 1; at < homeAt.length; at += 1) {
    const other = homeAt[at];
    if (other === home) last = at;
    else if (other !== undefined) break;
  }
  return last;
}

function together(pieces: readonly OurPiece[]): OurGroup {
  const text = pieces.map((piece) => piece.text).join('\n\n');
  return { text, sources: [...new Set(pieces.flatMap((piece) => piece.sources))], pieces };
}

/** In which block of the target each block of the story stands, where it stands in one alone. */
function homesOf(base: readonly KeptBlock[]): Map<string, KeptBlock> {
  const homes = new Map<string, KeptBlock>();
  const often = new Set<string>();
  for (const block of base)
    for (const source of block.sources ?? []) {
      if (homes.has(source)) often.add(source);
      homes.set(source, block);
    }
  for (const source of often) homes.delete(source);
  return homes;
}
