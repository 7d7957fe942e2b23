import type { LeftOut } from './pruneTree.ts';

const MAX_NAMED = 5;

/** What was left out of a page, in sentences. */
export function describeLeftOut({ hiddenWords, deletedWords, comments, parts, embeds }: LeftOut): string[] {
  const notes: string[] = [];
  if (parts.size > 0) notes.push(`Left out what is around the story: ${[...parts].join(', ')}.`);
  if (hiddenWords > 0) notes.push(`Left out ${count(hiddenWords, 'word')} that the page does not show.`);
  if (deletedWords > 0) notes.push(`Left out ${count(deletedWords, 'word')} that tracked changes had deleted.`);
  if (comments > 0) notes.push(`Left out ${count(comments, 'comment')} from the margin.`);
  const named = [...new Set(embeds)];
  if (named.length > 0) {
    const more = named.length > MAX_NAMED ? ` and ${named.length - MAX_NAMED} more` : '';
    notes.push(`Left out what the page shows from elsewhere: ${named.slice(0, MAX_NAMED).join(', ')}${more}.`);
  }
  return notes;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
