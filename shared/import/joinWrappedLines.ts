import { isBlank } from '../export/cleanText.ts';

/** Mail programs and typewriters break lines between these lengths. */
const MIN_WIDTH = 45;
const MAX_WIDTH = 100;
/** Lines as long as the width allows prove that a program broke them; a single pair may be chance. */
const MIN_FULL_LINES = 3;
/** How much shorter than the longest a broken line usually is at most. */
const SLACK = 12;
const TAB = ' '.repeat(8);

interface Line {
  readonly text: string;
  /** In columns, its indent included. */
  readonly width: number;
  /** Begins further in than the line's margin: how paragraphs begin where no empty line parts them. */
  readonly isIndented: boolean;
}

/**
 * A text as groups of paragraphs: a group is what stands between empty lines. Lines that a program broke at a width are
 * one paragraph again; lines that somebody ended stay apart.
 */
export function joinWrappedLines(text: string): string[][] {
  const groups = readGroups(text);
  const width = wrapWidth(groups);
  return groups.map((group) => joinGroup(group, width));
}

function readGroups(text: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (const raw of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)) {
    if (isBlank(raw)) {
      if (group.length > 0) groups.push(group);
      group = [];
      continue;
    }
    const indent = /^[ \t\u3000]*/.exec(raw)?.[0] ?? '';
    const words = trimOrdinary(raw);
    const columns = indent.replaceAll('\t', TAB).length;
    group.push({ text: words, width: columns + words.length, isIndented: columns >= 2 });
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** Ordinary spaces at the ends are nobody's words; no-break spaces stay as typed. */
function trimOrdinary(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && /[ \t\u3000\ufeff]/.test(line[start] ?? '')) start += 1;
  while (end > start && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return line.slice(start, end);
}

/** The width a program broke this text at; null if nobody did. */
function wrapWidth(groups: readonly (readonly Line[])[]): number | null {
  const followed = groups.flatMap((group) => group.slice(0, -1)).map((line) => line.width);
  if (followed.length === 0 || followed.filter((length) => length > MAX_WIDTH).length > followed.length * 0.2)
    return null;
  const sorted = followed.filter((length) => length <= MAX_WIDTH).sort((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  if (width < MIN_WIDTH) return null;
  const full = sorted.filter((length) => length > width - SLACK).length;
  return full >= MIN_FULL_LINES && full >= followed.length * 0.4 ? width : null;
}

function joinGroup(group: readonly Line[], width: number | null): string[] {
  const paragraphs: string[] = [];
  for (const [index, line] of group.entries()) {
    const before = group[index - 1];
    const last = paragraphs.at(-1);
    // A paragraph begins further in; the second line of a list's item stands under its first word.
    const isIndented = line.isIndented && !before?.isIndented && !isMarked(last ?? '');
    const isNew = last === undefined || !before || isMarked(line.text) || isIndented;
    if (isNew || !isBroken(before, line, width)) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] = join(last, line.text);
  }
  return paragraphs;
}

/** Whether a program ended the line, because the next word did not fit. */
function isBroken(before: Line, line: Line, width: number | null): boolean {
  if (width !== null) return before.width + 1 + (/^\S+/.exec(line.text)?.[0].length ?? 0) > width;
  // Without a width to go by, only a sentence that goes on in small letters tells.
  const goesOn = /^\p{Ll}/u.test(line.text) && !/[.!?:…؟۔]["'”’»)]*$/u.test(before.text);
  return goesOn && before.width >= MIN_WIDTH && before.width <= MAX_WIDTH;
}

/** A line that begins an item of a list begins something new, however full the line before it is. */
function isMarked(line: string): boolean {
  return /^(?:[•‣▪●◦*-]|\d{1,3}[.)])[ \t\u00a0]+\S/u.test(line);
}

function join(text: string, line: string): string {
  // A word broken at a hyphen keeps it: nobody can tell a hyphenated name from a broken word.
  return /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line) ? text + line : `${text} ${line}`;
}
