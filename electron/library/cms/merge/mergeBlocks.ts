import { same, stretches } from '../../../../shared/merge/stretches.ts';

/** A block as it was left at the target: as we write it, and as the target keeps it. */
export interface KeptBlock {
  /** null: it was made there, and our text does not have it. */
  readonly sent: string | null;
  /** null: it was removed there, and our text still has it. */
  readonly stored: string | null;
  /** It was changed there, which our text does not know: the next change of ours is a clash. */
  readonly isTheirs?: boolean | undefined;
  /** The blocks of the story it holds; left out where nobody noted them. */
  readonly sources?: readonly string[] | undefined;
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
        const { sent = null, sources } = (before === undefined ? undefined : keptOf(before, base)) ?? {};
        if (token === undefined && sent === null) continue;
        const stored = token === undefined ? null : textOf(token);
        blocks.push({ sent, stored, isTheirs: sent !== null, ...(sources && { sources }) });
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

  for (const { was, ours: our, theirs: there, isChanged } of stretches(ids, oursAsTokens(base, ours), others))
    if (isChanged) settle(was, our, there);
    else for (const token of was) putOurs(token);
  return { blocks, clashes, taken: others.filter((token) => token.startsWith('+')).map(textOf) };
}

function keptOf(token: string, base: readonly KeptBlock[]): KeptBlock | undefined {
  return token.startsWith('+') ? undefined : base[Number(token.slice(1))];
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
