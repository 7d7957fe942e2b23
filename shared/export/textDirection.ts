import { languageDirection } from '../lang/languageDirection.ts';
import type { Block } from '../story/block.ts';
import { blockText } from '../story/plainText.ts';
import type { Story } from '../story/story.ts';

export type Direction = 'ltr' | 'rtl';

const RTL_SCRIPTS = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Samr', 'Mand', 'Adlm', 'Rohg'];
const RTL = RTL_SCRIPTS.map((script) => `\\p{Script=${script}}`).join('');
/** A strong character: a direction mark, a letter of a right-to-left script, or any other letter. */
const STRONG = new RegExp(`[\\u200f\\u061c]|(?:[${RTL}])(?<=[\\p{L}\\p{Nl}\\p{No}])|(\\u200e|\\p{L})`, 'u');
/** What is isolated says nothing about the text around it (UAX #9, rule P2). */
const ISOLATED = /[\u2066-\u2068][^\u2066-\u2069]*(?:\u2069|$)/gu;

/** The way a text runs by its first strong character (UAX #9, rules P2 and P3); null when it has none. */
export function firstStrongDirection(text: string): Direction | null {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(ISOLATED, '');
  }
  const strong = STRONG.exec(rest);
  if (!strong) return null;
  return strong[1] === undefined ? 'rtl' : 'ltr';
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
