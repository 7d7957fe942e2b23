import type { Block } from '../story/block.ts';
import { inlineText } from '../story/plainText.ts';
import type { StoryFields } from '../story/fields.ts';

type Labelled = 'slug' | 'headline' | 'deck' | 'byline' | 'dateline';

const LABELS: readonly (readonly [Labelled, RegExp])[] = [
  ['slug', /^(?:slug|slugline)$/i],
  ['headline', /^(?:headline|head|hed|title)$/i],
  ['deck', /^(?:deck|dek|sub-?head(?:line)?|standfirst|subtitle)$/i],
  ['byline', /^byline$/i],
  ['dateline', /^(?:dateline|place)$/i],
];
const LINE = /^([a-z-]{3,12})[ \u00a0]*:[ \u00a0]*(\S.*)$/i;
/** Labels stand at the very top; further down `Title:` is a line of the story. */
const REACH = 8;
const MAX_LENGTH = 700;

/** Takes lines such as `SLUG: flood` and `HEADLINE: …` off the top of wire copy; the rest of the blocks stay as they are. */
export function takeLabels(blocks: readonly Block[]): { fields: Partial<StoryFields>; blocks: readonly Block[] } {
  const fields: Partial<Record<Labelled, string>> = {};
  const rest = blocks.filter((block, index) => {
    if (index >= REACH || block.type !== 'paragraph') return true;
    const text = inlineText(block.content).trim();
    const [, label = '', value = ''] = text.length <= MAX_LENGTH ? (LINE.exec(text) ?? []) : [];
    const name = LABELS.find(([, pattern]) => pattern.test(label))?.[0];
    if (name === undefined || fields[name] !== undefined) return true;
    fields[name] = value;
    return false;
  });
  return { fields, blocks: rest.length === blocks.length ? blocks : rest };
}
