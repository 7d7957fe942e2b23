import { diffIndices } from 'node-diff3';

/** A block as it was left at the target: as we write it, and as the target keeps it. */
export interface KeptBlock {
  /** null: it was made there, and our text does not have it. */
  readonly sent: string | null;
  /** null: it was removed there, and our text still has it. */
  readonly stored: string | null;
  /** It was changed there, which our text does not know: the next change of ours is a clash. */
  readonly isTheirs?: boolean | undefined;
}

/** The same block changed on both sides; an empty side removed it. */
export interface BlockClash {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface MergedBlocks {
  /** What goes to the target (`stored`), and what it stands for in our own text. In a clash it is the preferred side’s. */
  readonly blocks: readonly KeptBlock[];
  readonly clashes: readonly BlockClash[];
  /** Blocks that were changed or added there since, as they are there. */
  readonly taken: readonly string[];
}

export type Side = 'ours' | 'theirs';

/** A stretch of the base and what stands there on one side. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly string[];
}

/**
 * Three-way merge by blocks: what was last left there (`base`), our text now, and theirs now. Different blocks changed on
 * both sides both survive, neighbours too, and so do blocks both put in at one place; the same block changed on both sides,
 * differently, is a clash, for which `prefer` says whose stands.
 */
export function mergeBlocks(
  base: readonly KeptBlock[],
  ours: readonly string[],
  theirs: readonly string[],
  prefer: Side = 'ours',
): MergedBlocks {
  const ids = base.map((_block, index) => `=${index}`);
  const others = tokens(
    base.map(({ stored }) => stored),
    theirs,
  ).map((token) => (keptOf(token, base)?.isTheirs ? token.replace('=', '~') : token));
  const mine = changes(ids, oursAsTokens(base, ours));
  const their = changes(ids, others);
  const blocks: KeptBlock[] = [];
  const clashes: BlockClash[] = [];

  const textOf = (token: string): string => keptOf(token, base)?.stored ?? token.slice(1);
  const putOurs = (token: string): void => {
    blocks.push(keptOf(token, base) ?? { sent: token.slice(1), stored: token.slice(1) });
  };
  /** Theirs in the place of a block of ours: the same block for us, which our text does not know in this form. */
  const putTheirs = (now: readonly string[], was: readonly string[]): void => {
    for (let index = 0; index < Math.max(now.length, was.length); index += 1) {
      const [token, before] = [now[index], was[index]];
      if (token !== undefined && token === before) putOurs(token);
      else {
        const sent = (before === undefined ? null : keptOf(before, base)?.sent) ?? null;
        if (token === undefined && sent === null) continue;
        blocks.push({ sent, stored: token === undefined ? null : textOf(token), isTheirs: sent !== null });
      }
    }
  };
  const settle = (was: readonly string[], our: readonly string[], there: readonly string[]): void => {
    if (same(there, was) || same(our, there)) for (const token of our) putOurs(token);
    else if (same(our, was)) putTheirs(there, was);
    else if (was.length === 0) {
      putTheirs(there, was);
      for (const token of our) if (!there.includes(token)) putOurs(token);
    } else if (was.length > 1 && our.length === was.length && there.length === was.length)
      was.forEach((token, index) => settle([token], [our[index] ?? token], [there[index] ?? token]));
    else {
      const whole = (these: readonly string[]) => these.map(textOf).join('\n\n');
      clashes.push({ base: whole(was), ours: whole(our), theirs: whole(there) });
      if (prefer === 'ours') for (const token of our) putOurs(token);
      else putTheirs(there, was);
    }
  };

  let at = 0;
  while (mine.length > 0 || their.length > 0) {
    const from = Math.min(mine[0]?.from ?? Infinity, their[0]?.from ?? Infinity);
    let to = from;
    const group: Record<Side, Change[]> = { ours: [], theirs: [] };
    const take = (list: Change[], into: Change[]): boolean => {
      const [next] = list;
      // Neighbours do not overlap; what both put in at one place does.
      const isIn = next && (next.from < to || (next.from === from && (to === from || next.to === from)));
      if (!isIn) return false;
      into.push(next);
      list.shift();
      to = Math.max(to, next.to);
      return true;
    };
    while (take(mine, group.ours) || take(their, group.theirs));
    for (const token of ids.slice(at, from)) putOurs(token);
    settle(ids.slice(from, to), applied(ids, from, to, group.ours), applied(ids, from, to, group.theirs));
    at = to;
  }
  for (const token of ids.slice(at)) putOurs(token);
  return { blocks, clashes, taken: others.filter((token) => token.startsWith('+')).map(textOf) };
}

function keptOf(token: string, base: readonly KeptBlock[]): KeptBlock | undefined {
  return token.startsWith('+') ? undefined : base[Number(token.slice(1))];
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((token, index) => token === other[index]);
}

function changes(ids: readonly string[], side: readonly string[]): Change[] {
  return diffIndices([...ids], [...side]).map(({ buffer1: [from, length], buffer2Content }) => ({
    ...{ from, to: from + length, tokens: buffer2Content },
  }));
}

/** A stretch of the base with the changes of one side in it. */
function applied(ids: readonly string[], from: number, to: number, list: readonly Change[]): string[] {
  const result: string[] = [];
  let at = from;
  for (const change of list) {
    result.push(...ids.slice(at, change.from), ...change.tokens);
    at = change.to;
  }
  return [...result, ...ids.slice(at, to)];
}

/** Each text as the base block it equals, each base block once, else as itself after a plus. */
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

/** Ours does not hold the blocks that were made there: they stand where they stood, after the block before them. */
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
