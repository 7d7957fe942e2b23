import { joinLetters, type Dress, type Letters } from '../../../../shared/merge/letters.ts';
import type { ReviewLevels } from './ReviewLevels.ts';
import type { LineKind, WordCell, WordLine, WordRun } from './WordLine.ts';

/** A paragraph as it stands in one version of a document: one of the file, or several that are joined there. */
export interface LineAt {
  /** The name of the bookmark it is known by; null for one that is new. */
  readonly slot: string | null;
  /** Names it where it is new. */
  readonly first: WordLine;
  readonly members: readonly WordLine[];
  readonly dateline: string;
  /** Without the dateline. */
  readonly letters: Letters;
  readonly kind: LineKind;
  /** LibreOffice gives a paragraph whose end is to go and the next one kind, so that what the next was is not told. */
  readonly isKindKnown: boolean;
  readonly cell: WordCell | null;
}

/** The paragraphs of one version of a document. Empty ones that nothing is known of are left out. */
export function linesAt(
  lines: readonly WordLine[],
  slots: ReadonlyMap<WordLine, string>,
  levels: ReviewLevels,
  version: number,
): LineAt[] {
  const found: LineAt[] = [];
  let members: WordLine[] = [];
  const afterJoints = new Set(lines.filter((_line, index) => lines[index - 1]?.endTakenOut != null));
  for (const [index, line] of lines.entries()) {
    const { cell, endPutIn, endTakenOut } = line;
    if (cell && !levels.isThere({ putIn: cell.rowPutIn, takenOut: cell.rowTakenOut }, version)) continue;
    members.push(line);
    const next = lines[index + 1];
    const isEnd =
      !next || !isSameCell(cell, next.cell) || levels.isThere({ putIn: endPutIn, takenOut: endTakenOut }, version);
    if (!isEnd) continue;
    const joined = join(members, slots, levels, version);
    found.push({ ...joined, isKindKnown: !afterJoints.has(joined.first) });
    members = [];
  }
  return found.filter(({ slot, letters, cell }) => slot !== null || cell !== null || letters.text.trim() !== '');
}

function isSameCell(one: WordCell | null, other: WordCell | null): boolean {
  if (!one || !other) return one === other;
  return one.table === other.table && one.row === other.row && one.column === other.column;
}

function join(
  members: readonly WordLine[],
  slots: ReadonlyMap<WordLine, string>,
  levels: ReviewLevels,
  version: number,
): Omit<LineAt, 'isKindKnown'> {
  const there = (line: WordLine) => line.runs.filter((run) => levels.isThere(run, version));
  const worded = members.filter((line) => there(line).length > 0);
  // Of one that was emptied and joined with the next the next one's words are left, and so it is the next one.
  const candidates = worded.length > 0 ? worded : members;
  const known = candidates.find((line) => slots.has(line));
  const first = known ?? candidates[0] ?? members[0];
  if (!first) throw new Error('A line has paragraphs.');
  const { kind, kindBefore } = first;
  const runs = members.flatMap(there);
  const words = runs.filter(({ isDateline }) => !isDateline);
  const dateline = runs.filter((run) => run.isDateline);
  const letters = joinLetters(words.map((run) => lettersOf(run, levels, version)));
  return {
    ...{ slot: slots.get(first) ?? null, first, members, cell: first.cell },
    dateline: dateline.map(({ text }) => text).join(''),
    letters: dateline.length > 0 && letters.text.startsWith(' ') ? dropFirst(letters) : letters,
    kind: kindBefore && !levels.isMade(kindBefore.change, version) ? kindBefore.kind : kind,
  };
}

function dropFirst({ text, dress }: Letters): Letters {
  return { text: text.slice(1), dress: dress.slice(1) };
}

function lettersOf({ text, dress, before }: WordRun, levels: ReviewLevels, version: number): Letters {
  const worn: Dress = before && !levels.isMade(before.change, version) ? before.dress : dress;
  return { text, dress: Array.from({ length: text.length }, () => worn) };
}
