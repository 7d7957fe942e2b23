import { alignKeys } from '../../../../shared/compare/alignKeys.ts';
import { WordBag } from '../../../../shared/compare/WordBag.ts';
import type { WordLine } from './WordLine.ts';

/** So alike are two paragraphs of which one is what became of the other. */
const ALIKE = 0.5;
/** How far from its place a paragraph that lost its bookmark is looked for. */
const NEAR = 12;

/** What stood in a paragraph of the file before anything was recorded that was not in it when it left. */
type OldText = (line: WordLine) => string;

/** A paragraph as the document had it when it left. */
export interface SentLine {
  readonly slot: string;
  readonly text: string;
}

/**
 * Which paragraph of the document that came back is which of the one that left: by their bookmarks, and where these are gone or
 * went to a neighbour, by their words.
 */
export function nameLines(
  lines: readonly WordLine[],
  sent: readonly SentLine[],
  oldText: OldText,
): Map<WordLine, string> {
  const texts = new Map(sent.map(({ slot, text }) => [slot, text]));
  const slots = new Map<WordLine, string>();
  const taken = new Set<string>();
  for (const line of lines) {
    const slot = line.bookmarks.find((name) => texts.has(name) && !taken.has(name));
    if (slot === undefined) continue;
    slots.set(line, slot);
    taken.add(slot);
  }
  giveToNeighbours(lines, slots, texts, oldText);
  nameByWords(lines, slots, sent, oldText);
  return slots;
}

function likeness(one: string, other: string): number {
  if (one === other) return 1;
  return WordBag.of(one).likeness(WordBag.of(other));
}

/** Who types before a paragraph may type into its bookmark. */
function giveToNeighbours(
  lines: readonly WordLine[],
  slots: Map<WordLine, string>,
  texts: ReadonlyMap<string, string>,
  oldText: OldText,
): void {
  for (const [index, line] of lines.entries()) {
    const slot = slots.get(line);
    const sent = texts.get(slot ?? '') ?? '';
    if (slot === undefined || sent === '') continue;
    const own = likeness(oldText(line), sent);
    if (own >= ALIKE) continue;
    const other = [lines[index + 1], lines[index - 1]].find(
      (one) => one && !slots.has(one) && likeness(oldText(one), sent) > Math.max(own, ALIKE / 2),
    );
    if (!other) continue;
    slots.delete(line);
    slots.set(other, slot);
  }
}

/** Those that are left on both sides: the same words in the same order first, then what is alike and near. */
function nameByWords(
  lines: readonly WordLine[],
  slots: Map<WordLine, string>,
  sent: readonly SentLine[],
  oldText: OldText,
): void {
  const taken = new Set(slots.values());
  const missing = sent.filter(({ slot }) => !taken.has(slot));
  const free = lines.filter((line) => !slots.has(line) && (oldText(line).trim() !== '' || line.pictures > 0));
  if (missing.length === 0 || free.length === 0) return;
  const key = (line: WordLine) => (oldText(line).trim() === '' ? 'a picture' : `words ${oldText(line)}`);
  const sentKey = ({ slot, text }: SentLine) =>
    text === '' && slot.endsWith('_picture') ? 'a picture' : `words ${text}`;
  const used = new Set<WordLine>();
  const left = new Set(missing);
  for (const { before, after } of alignKeys(missing.map(sentKey), free.map(key))) {
    const [one, line] = [missing[before], free[after]];
    if (!one || !line) continue;
    slots.set(line, one.slot);
    used.add(line);
    left.delete(one);
  }
  for (const one of left) {
    const place = missing.indexOf(one);
    const near = free
      .slice(Math.max(0, place - NEAR), place + NEAR)
      .filter((line) => !used.has(line))
      .map((line) => ({ line, alike: likeness(oldText(line), one.text) }))
      .sort((a, b) => b.alike - a.alike)[0];
    if (!near || near.alike < ALIKE) continue;
    slots.set(near.line, one.slot);
    used.add(near.line);
  }
}
