import { languageDirection } from '../lang/languageDirection.ts';
import type { Block } from '../story/block.ts';
import { blockText } from '../story/plainText.ts';
import type { Story } from '../story/story.ts';

export type Direction = 'ltr' | 'rtl';

const RTL_SCRIPTS = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Samr', 'Mand', 'Adlm', 'Rohg'];
const RTL = RTL_SCRIPTS.map((script) => `\\p{Script=${script}}`).join('');
/** An isolate's beginning, its end, a strong right-to-left character, or a strong left-to-right one. */
const TELLING = new RegExp(
  `([\\u2066-\\u2068])|(\\u2069)|([\\u200f\\u061c]|(?:[${RTL}])(?<=[\\p{L}\\p{Nl}\\p{No}]))|\\u200e|\\p{L}`,
  'gu',
);

/**
 * The way a text runs by its first strong character, what is isolated in it aside (UAX #9, rules P2 and P3); null when it
 * has none.
 */
export function firstStrongDirection(text: string): Direction | null {
  let depth = 0;
  for (const [, begins, ends, rightToLeft] of text.matchAll(TELLING)) {
    if (begins !== undefined) depth += 1;
    else if (ends !== undefined) depth = Math.max(0, depth - 1);
    else if (depth === 0) return rightToLeft === undefined ? 'ltr' : 'rtl';
  }
  return null;
}

/** The way a whole story runs: as set, else as its language does, else by its first words. */
export function storyDirection({ fields, blocks }: Pick<Story, 'fields' | 'blocks'>): Direction {
  if (fields.direction !== 'auto') return fields.direction;
  if (fields.language !== '') return languageDirection(fields.language);
  return firstStrongDirection([fields.headline, ...blocks.map(blockText)].join('\n')) ?? 'ltr';
}

/** The way a block runs: as set, else by its first strong character, else as what is around it. */
export function blockDirection(block: Pick<Block, 'direction'>, text: string, around: Direction): Direction {
  return block.direction ?? firstStrongDirection(text) ?? around;
}

/**
 * The direction to write down: the site a story lands on runs its own way, so right-to-left words always say so, and
 * left-to-right ones do in a story that runs the other way.
 */
export function saidDirection(direction: Direction, around: Direction): Direction | undefined {
  return direction === 'rtl' || around === 'rtl' ? direction : undefined;
}
