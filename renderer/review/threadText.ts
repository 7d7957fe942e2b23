import type { Anchor, Thread } from '../../shared/story/review.ts';

/** Longest part of the words that is shown of what a thread is about. */
const SHOWN = 80;

const FIELDS: Partial<Record<Extract<Anchor, { kind: 'field' }>['field'], string>> = {
  headline: 'the headline',
  deck: 'the deck',
  dateline: 'the dateline',
  byline: 'the byline',
};

/** Who said something; whoever has not told their name is somebody. */
export function nameOf(by: string): string {
  return by === '' ? 'Somebody' : by;
}

/** The words a thread is about, in one line, cut where they are long; empty where there are none. */
export function wordsOf(about: Anchor): string {
  if (about.kind === 'story') return '';
  const words = about.words.replaceAll(/\s+/gu, ' ').trim();
  return words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()}…` : words;
}

/** What a thread is about beside words: a block, a caption, a field, the story. */
export function placeOf(about: Anchor): string {
  switch (about.kind) {
    case 'words':
      return 'the text';
    case 'block':
      return 'a block';
    case 'caption':
      return 'a caption';
    case 'field':
      return FIELDS[about.field] ?? 'a field';
    case 'story':
      return 'the story';
  }
}

/** What a screen reader calls the card of a thread. */
export function threadName({ about, notes }: Pick<Thread, 'about' | 'notes'>): string {
  const by = nameOf(notes[0]?.by ?? '');
  if (about.kind === 'story') return `Desk note by ${by}`;
  const words = wordsOf(about);
  return `Comment by ${by} on ${words === '' ? placeOf(about) : `“${words}”`}`;
}
