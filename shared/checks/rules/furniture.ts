import type { CopyField, Place } from '../finding.ts';
import { plainWords } from '../plainWords.ts';
import { storyRule, type Rule } from '../rule.ts';
import { missingFields } from '../style/requiredFields.ts';

/** Beyond these (characters) search engines, phones and page designs cut. */
const LONGEST_HEADLINE = 110;
const LONGEST_DECK = 300;

function field(name: CopyField): Place {
  return { in: 'field', field: name, start: 0, end: 0 };
}

function missing(name: CopyField & ('headline' | 'deck' | 'dateline' | 'byline' | 'slug'), level: 'note' | 'warn') {
  return storyRule({
    id: `${name}-missing`,
    level,
    title: `No ${name}`,
    why: `A story goes out with a ${name}.`,
    judge: (_, { story }) =>
      story.fields[name].trim() === '' ? [{ place: field(name), message: `The story has no ${name}.` }] : [],
  });
}

function tooLong(name: 'headline' | 'deck', longest: number) {
  return storyRule({
    id: `${name}-long`,
    level: 'note',
    title: `Long ${name}`,
    why: `A ${name} of more than ${longest} characters is cut off on phones and in search results.`,
    judge: (_, { story }) => {
      const { length } = story.fields[name].trim();
      const message = `The ${name} has ${length} characters; more than ${longest} are cut off in many places.`;
      return length > longest ? [{ place: field(name), message }] : [];
    },
  });
}

/** What a story goes out with, present and not twice. */
export const FURNITURE_RULES: readonly Rule[] = [
  missing('headline', 'warn'),
  missing('byline', 'warn'),
  missing('deck', 'note'),
  missing('dateline', 'note'),
  missing('slug', 'note'),
  tooLong('headline', LONGEST_HEADLINE),
  tooLong('deck', LONGEST_DECK),
  storyRule({
    id: 'headline-repeated',
    level: 'warn',
    title: 'Headline printed twice',
    why: 'A headline that comes again in the deck or in the body was usually pasted along with the page.',
    judge: (_, { story, texts }) => {
      const headline = plainWords(story.fields.headline);
      if (headline.length < 12) return [];
      return texts
        .filter(({ kind }) => kind === 'deck' || kind === 'paragraph' || kind === 'heading')
        .filter((copy) => copy.plain === headline || (copy.kind === 'deck' && copy.plain.startsWith(`${headline} `)))
        .map((copy) => ({
          ...{ copy, start: 0, end: copy.text.length },
          message:
            copy.kind === 'deck' ? 'The deck repeats the headline.' : 'The headline is printed again in the story.',
        }));
    },
  }),
  storyRule({
    id: 'field-required',
    level: 'warn',
    title: 'Field the house requires',
    why: 'The house says what a story must have before it goes to each of its targets; the export asks again.',
    judge: (_, { story, house }) =>
      missingFields(house.style.required, story.fields, null).map(({ field: name, message }) => ({
        // What is written in the Story tab is gone to by the slug.
        place: field(isCopyField(name) ? name : 'slug'),
        message,
      })),
  }),
];

function isCopyField(name: string): name is CopyField {
  return ['headline', 'deck', 'dateline', 'byline', 'slug'].includes(name);
}
