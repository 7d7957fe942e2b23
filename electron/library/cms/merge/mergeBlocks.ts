import { diff3Merge } from 'node-diff3';

/** A block as it was left at the target: as we wrote it (null: it was made there), and as the target keeps it. */
export interface KeptBlock {
  readonly sent: string | null;
  readonly stored: string;
}

export interface BlockClash {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface MergedBlocks {
  /** What goes to the target; in a clash it is ours. */
  readonly blocks: readonly MergedBlock[];
  /** The same words changed on both sides. */
  readonly clashes: readonly BlockClash[];
  /** Blocks that were changed or added there, as they are there now. */
  readonly taken: readonly string[];
}

/** A block of the result, and what it stands for in our own text (null: it is theirs alone). */
export interface MergedBlock {
  readonly text: string;
  readonly ours: string | null;
}

export type Side = 'ours' | 'theirs';

/**
 * Three-way merge by blocks: what we last left there (`base`), our text now, and theirs now. Different blocks changed on
 * both sides both survive; the same block changed on both sides differently is a clash, answered by `prefer`.
 */
export function mergeBlocks(
  base: readonly KeptBlock[],
  ours: readonly string[],
  theirs: readonly string[],
  prefer: Side = 'ours',
): MergedBlocks {
  const ids = base.map((_block, index) => `=${index}`);
  const mine = oursAsTokens(base, ours);
  const others = tokens(
    base.map(({ stored }) => stored),
    theirs,
  );
  const isMine = new Set(mine);
  const blocks: MergedBlock[] = [];
  const clashes: BlockClash[] = [];

  const textOf = (token: string): string => keptOf(token, base)?.stored ?? token.slice(1);
  const put = (token: string): void => {
    const kept = keptOf(token, base);
    if (kept) blocks.push({ text: kept.stored, ours: kept.sent });
    else blocks.push({ text: token.slice(1), ours: isMine.has(token) ? token.slice(1) : null });
  };
  /** Theirs in the place of a block of ours: the same block for us, so that our next change of it is seen. */
  const putTheirs = (token: string, was: string | undefined): void => {
    const kept = keptOf(token, base) ?? (was === undefined ? undefined : keptOf(was, base));
    blocks.push({ text: textOf(token), ours: kept?.sent ?? null });
  };
  const clash = (was: readonly string[], our: readonly string[], their: readonly string[]): void => {
    const whole = (these: readonly string[]) => these.map(textOf).join('\n\n');
    clashes.push({ base: whole(was), ours: whole(our), theirs: whole(their) });
    if (prefer === 'ours') for (const token of our) put(token);
    else their.forEach((token, index) => putTheirs(token, was[index]));
  };

  for (const { ok, conflict } of diff3Merge(mine, ids, others, { excludeFalseConflicts: true })) {
    for (const token of ok ?? []) put(token);
    if (!conflict) continue;
    const { a: our, o: was, b: their } = conflict;
    if (our.length !== was.length || their.length !== was.length) {
      clash(was, our, their);
      continue;
    }
    // One for one on both sides: each block can be looked at by itself.
    was.forEach((token, index) => {
      const [mineNow = token, theirsNow = token] = [our[index], their[index]];
      if (mineNow === token) putTheirs(theirsNow, token);
      else if (theirsNow === token || mineNow === theirsNow) put(mineNow);
      else clash([token], [mineNow], [theirsNow]);
    });
  }
  const taken = others.filter((token) => !keptOf(token, base) && !isMine.has(token)).map(textOf);
  return { blocks, clashes, taken };
}

function keptOf(token: string, base: readonly KeptBlock[]): KeptBlock | undefined {
  return token.startsWith('=') ? base[Number(token.slice(1))] : undefined;
}

/** Each text as the base block it equals, in order, else as itself after a plus. */
function tokens(base: readonly (string | null)[], texts: readonly string[]): string[] {
  const places = new Map<string, number[]>();
  base.forEach((text, index) => {
    if (text !== null) places.set(text, [...(places.get(text) ?? []), index]);
  });
  return texts.map((text) => {
    const index = places.get(text)?.shift();
    return index === undefined ? `+${text}` : `=${index}`;
  });
}

/** Ours does not hold the blocks that were made there: they stay where they stood, after the block before them. */
function oursAsTokens(base: readonly KeptBlock[], ours: readonly string[]): string[] {
  const result = tokens(
    base.map(({ sent }) => sent),
    ours,
  );
  base.forEach(({ sent }, index) => {
    if (sent !== null) return;
    const before = result.indexOf(`=${index - 1}`);
    result.splice(before < 0 && index > 0 ? Math.min(index, result.length) : before + 1, 0, `=${index}`);
  });
  return result;
}
