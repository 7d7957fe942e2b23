import type { TrackedChange, WordLine } from './WordLine.ts';

/** Whose changes make one version of a document into the next. */
export interface ReviewLevel {
  readonly by: string;
  /** When the last of them was made, ISO 8601; empty where the document does not say. */
  readonly at: string;
}

/** Something that was put in or taken out while changes were recorded. */
interface Tracked {
  readonly putIn: TrackedChange | null;
  readonly takenOut: TrackedChange | null;
}

const NEVER = Number.POSITIVE_INFINITY;

/**
 * The versions a document goes through while one person's changes after the other's are accepted; version 0 has none. What somebody
 * took out of another's words comes after these were put in, if need be as a further version of theirs.
 */
export class ReviewLevels {
  /** `levels[0]` makes version 0 into version 1. */
  readonly levels: readonly ReviewLevel[];
  readonly #first = new Map<string, number>();
  readonly #second = new Map<string, number>();

  /** `isKnown` are changes that were in the document when it left: they count as accepted. */
  constructor(
    lines: readonly WordLine[],
    readonly isKnown: (change: TrackedChange) => boolean = () => false,
  ) {
    const all = lines.flatMap(trackedIn);
    const changes = all
      .flatMap(({ putIn, takenOut }) => [putIn, takenOut])
      .filter((change) => change !== null)
      .filter((change) => !isKnown(change))
      .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
    const authors = [...new Set(changes.map(({ by }) => by))];
    for (const [index, by] of authors.entries()) this.#first.set(by, index + 1);
    const late = all.flatMap(({ putIn, takenOut }) =>
      putIn && takenOut && this.#at(takenOut) <= this.#at(putIn) && !isKnown(takenOut) ? [takenOut.by] : [],
    );
    for (const by of new Set(late)) this.#second.set(by, authors.length + this.#second.size + 1);
    const last = (by: string) => changes.findLast((change) => change.by === by)?.at ?? '';
    this.levels = [...authors, ...this.#second.keys()].map((by) => ({ by, at: last(by) }));
  }

  /** Whether something is there in a version. */
  isThere({ putIn, takenOut }: Tracked, version: number): boolean {
    if (putIn && this.#at(putIn) > version) return false;
    if (!takenOut) return true;
    const at = this.#at(takenOut);
    const isLate = putIn !== null && at <= this.#at(putIn) && !this.isKnown(takenOut);
    return (isLate ? (this.#second.get(takenOut.by) ?? NEVER) : at) > version;
  }

  /** Whether a change has been made in a version. */
  isMade(change: TrackedChange, version: number): boolean {
    return this.#at(change) <= version;
  }

  #at(change: TrackedChange): number {
    return this.isKnown(change) ? 0 : (this.#first.get(change.by) ?? NEVER);
  }
}

/** Everything in a paragraph that can be put in and taken out, and what was done to how it is set. */
function trackedIn({ runs, cell, endPutIn, endTakenOut, kindBefore }: WordLine): Tracked[] {
  const settings = [kindBefore?.change, ...runs.map(({ before }) => before?.change)];
  return [
    ...runs,
    { putIn: endPutIn, takenOut: endTakenOut },
    ...(cell ? [{ putIn: cell.rowPutIn, takenOut: cell.rowTakenOut }] : []),
    ...settings.map((change) => ({ putIn: change ?? null, takenOut: null })),
  ];
}
