import type { WordField } from '../../../../shared/media/asset.ts';

/** EXIF and IIM fields that hold this much are the beginning of longer words elsewhere, and no other words. */
const CUT_AT = 20;

/** Whether two places in one file say the same of it: spelling of spaces and lists aside, one may be the other cut off. */
export function saysTheSame(field: WordField, one: string, other: string): boolean {
  // A day is no contradiction to a moment of that day.
  if (field === 'dateCreated') {
    const length = Math.min(one.length, other.length, 16);
    return one.slice(0, length) === other.slice(0, length);
  }
  const [a, b] = [plain(one), plain(other)];
  if (field === 'creator' || field === 'keywords') return listOf(a) === listOf(b);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return a === b || (short.length >= CUT_AT && long.startsWith(short));
}

function plain(words: string): string {
  return words
    .normalize('NFC')
    .replaceAll(/[\s\u200e\u200f]+/g, ' ')
    .trim();
}

function listOf(words: string): string {
  return [...new Set(words.split(/\s*[,;]\s*/).filter(Boolean))].sort().join(';');
}
