import type { OurGroup } from './groupOurs.ts';
import type { KeptBlock } from './mergeBlocks.ts';
import type { RemoteLanguage } from './remoteBase.ts';

export interface FormKept {
  readonly blocks: readonly KeptBlock[];
  /** Blocks as they stood there that could not keep their form with our change in them. */
  readonly lost: readonly string[];
}

/**
 * Gives blocks of ours that were changed the form the target keeps them in: what we do not know of a block (a colour, a size,
 * the group it stands in) stays as it is there.
 */
export function keepForm(
  merged: readonly KeptBlock[],
  base: readonly KeptBlock[],
  groups: readonly OurGroup[],
  { patch, split }: Pick<RemoteLanguage, 'patch' | 'split'>,
): FormKept {
  const lost: string[] = [];
  const left = [...groups];
  const blocks = merged.flatMap((block): readonly KeptBlock[] => {
    if (base.includes(block) || block.sent === null || block.sent !== block.stored) return [block];
    const index = left.findIndex(({ text }) => text === block.sent);
    const [group] = index < 0 ? [] : left.splice(index, 1);
    if (!group) return [block];
    const was = base.find((each) => isFormOf(each, group) && !merged.includes(each));
    const formed = was && patch?.(was.sent ?? '', group.text, was.stored ?? '');
    if (was && formed == null && was.stored !== null) lost.push(was.stored);
    return apart(group, formed ?? group.text, split);
  });
  return { blocks, lost };
}

/** Whether a block of the target holds these blocks of the story in a form of its own. */
function isFormOf(block: KeptBlock, { sources }: OurGroup): boolean {
  if (block.sent === null || block.stored === null || block.sent === block.stored || block.isTheirs) return false;
  return block.sources?.some((source) => sources.includes(source)) ?? false;
}

/** A group as the blocks it is at the target: piece by piece where it has as many there, else as one, else as ours. */
function apart(group: OurGroup, stored: string, split: RemoteLanguage['split']): KeptBlock[] {
  const { pieces } = group;
  const there = split?.(stored) ?? [stored];
  if (there.length === pieces.length)
    return pieces.map(({ text, sources }, index) => ({ sent: text, stored: there[index] ?? text, sources }));
  if (there.length === 1) return [{ sent: group.text, stored, sources: group.sources }];
  return pieces.map(({ text, sources }) => ({ sent: text, stored: text, sources }));
}
