import type { RevisionId } from '../../../shared/story/ids.ts';

/** What each revision of a story comes from, as far as it is known here. */
export type Lineage = ReadonlyMap<RevisionId, readonly RevisionId[]>;

/** A revision and all it comes from, itself first, the nearest before the farther ones. */
export function ancestry(lineage: Lineage, from: RevisionId): RevisionId[] {
  const found = new Set([from]);
  // A set hands out what is added to it while it is walked.
  for (const id of found) for (const parent of lineage.get(id) ?? []) found.add(parent);
  return [...found];
}

/**
 * Where two versions parted: of the revisions both come from (`others` is what theirs comes from, nearest first) and that are here, those no
 * other one of them comes from. More than one where the two exchanged versions crosswise; none where they have nothing in common.
 */
export function commonRevisions(lineage: Lineage, mine: RevisionId, others: readonly RevisionId[]): RevisionId[] {
  const own = new Set(ancestry(lineage, mine));
  const common = others.filter((id) => own.has(id) && lineage.has(id));
  const older = new Set(common.flatMap((id) => ancestry(lineage, id).slice(1)));
  return common.filter((id) => !older.has(id));
}
