import { same, stretches } from '../../../../shared/merge/stretches.ts';
import { letters } from '../letters.ts';
import { readMarkup, writeMarkup } from './markupTokens.ts';

/**
 * A block as the site keeps it, with our change in it: what differs between the site’s form (`stored`) and what we understood
 * of it (`was`) stays, what differs between that and what we say now (`now`) is put in. Null where the two touch the same
 * piece, or where what came out would be no sound markup or not our words.
 */
export function patchMarkup(was: string, now: string, stored: string): string | null {
  const patched: string[] = [];
  for (const { was: old, ours, theirs } of stretches(readMarkup(was), readMarkup(now), readMarkup(stored))) {
    if (same(ours, old) || same(ours, theirs)) patched.push(...theirs);
    else if (same(theirs, old)) patched.push(...ours);
    else return null;
  }
  const result = writeMarkup(patched);
  if (result === null || !isSound(result)) return null;
  // A text without blocks must stay one: beside a block its paragraphs would run together.
  if (!DELIMITER.test(stored) && DELIMITER.test(result)) return null;
  return letters(was) !== letters(stored) || letters(result) === letters(now) ? result : null;
}

const DELIMITER = /<!--\s+\/?wp:/;
/** A block’s comment or a tag: whether it closes, its name, and how it ends. */
const MARK = /<(?:!--\s+)?(\/?)(wp:[a-z][a-z0-9_/-]*|[a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)(?:--)?>/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** Whether every tag and every block is closed where it should be. */
function isSound(markup: string): boolean {
  const open: string[] = [];
  for (const [, closing, name = '', end] of markup.matchAll(MARK)) {
    if (end !== '' || VOID.test(name)) continue;
    if (closing === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}
