import type { Journal } from '../Connection.ts';
import { DeliveryError } from '../DeliveryError.ts';
import { mergeBlocks, type BlockClash, type KeptBlock, type Side } from './mergeBlocks.ts';
import { groupOurs } from './groupOurs.ts';
import { keepForm } from './keepForm.ts';
import type { RemoteBase, RemoteLanguage, RemoteText } from './remoteBase.ts';

export interface MergedRemote extends Omit<RemoteText, 'blocks'> {
  /** What goes to the site (`stored`; null where it was removed there). */
  readonly blocks: readonly KeptBlock[];
  /** Whether the site’s own headline or deck stands. */
  readonly isTheirTitle: boolean;
  readonly isTheirExcerpt: boolean;
  /** What was changed on the site and stays so, and what could not, one sentence each. */
  readonly kept: readonly string[];
}

/** Enough of a block to decide on. */
const LONG = 4000;

/**
 * Ours against what is on the site, from what we last left there. Where the same words were changed on both sides nothing is
 * sent: throws DeliveryError with both, unless a person decided already, which goes for those words alone.
 */
export function mergeRemote(
  base: RemoteBase | null,
  ours: RemoteText,
  theirs: RemoteText,
  { decision, say, ...form }: Pick<Journal, 'decision'> & RemoteLanguage,
): MergedRemote {
  if (!base) return unmerged(ours);
  const prefer: Side = decision === 'keepTheirs' ? 'theirs' : 'ours';
  const clashes: BlockClash[] = [];
  const kept: string[] = [];

  const field = (name: string, { sent, stored, isTheirs }: RemoteBase['title'], our: string, their: string): string => {
    if (our === sent) {
      if (their !== stored) kept.push(`Changed on the site and kept: the ${name} “${say(their)}”.`);
      return their;
    }
    if (our === their || (their === stored && !isTheirs)) return our;
    clashes.push({ base: sent, ours: our, theirs: their });
    return prefer === 'ours' ? our : their;
  };
  const title = field('headline', base.title, ours.title, theirs.title);
  const deck = field('deck', base.excerpt, ours.excerpt, theirs.excerpt);
  const groups = groupOurs(base.blocks, ours);
  const merged = mergeBlocks(
    base.blocks,
    groups.map(({ text }) => text),
    theirs.blocks,
    prefer,
  );
  clashes.push(...merged.clashes);
  for (const block of merged.taken)
    if (merged.blocks.some(({ stored }) => stored === block))
      kept.push(`Changed on the site and kept: “${say(block) || 'a block without words'}”.`);
  if (clashes.length > 0 && decision !== 'keepTheirs' && decision !== 'overwrite') {
    const shown = clashes.map(({ base: was, ours: our, theirs: their }) => ({
      base: say(was, LONG),
      ours: say(our, LONG),
      theirs: say(their, LONG),
    }));
    throw new DeliveryError(
      { kind: 'person', code: 'clash', choices: ['overwrite', 'keepTheirs', 'cancel'], clashes: shown },
      'The same words were changed here and on the site. Nothing was sent; say which shall stand.',
    );
  }
  const { blocks, lost } = keepForm(merged.blocks, base.blocks, groups, form);
  for (const block of lost) kept.push(`Written anew, without what the site had set around it: “${say(block)}”.`);
  return {
    ...{ title, excerpt: deck, blocks, kept },
    isTheirTitle: standsTheirs(base.title, ours.title, theirs.title, title),
    isTheirExcerpt: standsTheirs(base.excerpt, ours.excerpt, theirs.excerpt, deck),
  };
}

/** Whether a field stands as it was changed there, now or before. */
function standsTheirs(was: RemoteBase['title'], our: string, their: string, stands: string): boolean {
  return stands === their && their !== our && (their !== was.stored || was.isTheirs === true);
}

/** Ours as it is. */
export function unmerged(ours: RemoteText): MergedRemote {
  const blocks = ours.blocks.map((text, index) => ({ sent: text, stored: text, sources: ours.sources?.[index] }));
  return { ...ours, blocks, kept: [], isTheirTitle: false, isTheirExcerpt: false };
}
