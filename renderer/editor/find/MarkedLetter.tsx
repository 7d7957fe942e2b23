import { createLucideIcon } from 'lucide-react';

/** A letter with its accent and its vowel point struck off, in the hand of the other icons. */
export const MarkedLetter = createLucideIcon('marked-letter', [
  ['path', { d: 'M5 14.5h8a4 4 0 1 0-1.2 3.2', key: 'e' }],
  ['path', { d: 'M8 6.5 11 3', key: 'accent' }],
  ['path', { d: 'M16 4.5h5', key: 'strike' }],
]);
