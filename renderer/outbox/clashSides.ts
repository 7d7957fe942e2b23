import { diffWords, type DiffPart } from '../../shared/lang/diffWords.ts';
import type { Clash } from '../../shared/targets/job.ts';

/** A clash in three readings, with what is new on either side, and what either side took out of the old. */
export interface ClashSides {
  readonly theirs: readonly DiffPart[];
  readonly ours: readonly DiffPart[];
  readonly base: readonly DiffPart[];
}

/** Marks what differs word by word. */
export function clashSides({ base, ours, theirs }: Clash): ClashSides {
  const toTheirs = diffWords(base, theirs);
  const toOurs = diffWords(base, ours);
  const stays = (parts: readonly DiffPart[]) => parts.filter(({ kind }) => kind !== 'removed');
  return { theirs: stays(toTheirs), ours: stays(toOurs), base: takenOut(toTheirs, toOurs) };
}

function takenOut(one: readonly DiffPart[], other: readonly DiffPart[]): DiffPart[] {
  const kept = oldWords(other);
  const parts: DiffPart[] = [];
  for (const [index, { text, kind }] of oldWords(one).entries()) {
    const now = kind === 'removed' ? kind : (kept[index]?.kind ?? kind);
    const last = parts.at(-1);
    if (last?.kind === now) parts[parts.length - 1] = { kind: now, text: `${last.text} ${text}` };
    else parts.push({ kind: now, text });
  }
  return parts;
}

/** The words of the older text, one by one. */
function oldWords(parts: readonly DiffPart[]): DiffPart[] {
  return parts
    .filter(({ kind }) => kind !== 'added')
    .flatMap(({ kind, text }) => text.split(' ').map((word) => ({ kind, text: word })));
}
