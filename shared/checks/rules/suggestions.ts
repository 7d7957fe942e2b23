import { listSuggestions, type Suggestion } from '../../suggestions/listSuggestions.ts';
import type { Place } from '../finding.ts';
import { storyRule, type Rule } from '../rule.ts';

/** A story goes out as if everything proposed were accepted: somebody must have said so. */
export const SUGGESTION_RULES: readonly Rule[] = [
  storyRule({
    id: 'suggestions-open',
    level: 'block',
    title: 'Suggestions to decide',
    why: 'What goes out is the text as if all suggestions were accepted, whether anybody accepted them or not.',
    judge: (_, { story }) => {
      if (!story.suggestions) return [];
      const open = listSuggestions(story);
      const [first] = open;
      if (!first) return [];
      const people = [...new Set(open.map(({ by }) => by || 'somebody'))].join(', ');
      const what = open.length === 1 ? 'A suggestion' : `${open.length} suggestions`;
      const message = `${what} by ${people} ${open.length === 1 ? 'is' : 'are'} not decided: the story goes out as if accepted.`;
      return [{ place: placeOf(first), message }];
    },
  }),
];

/** Where it is, as a whole: the words of the finding are not to change with every key. */
function placeOf({ place, anchor }: Suggestion): Place {
  if (place.in === 'field') return { ...place, start: 0, end: 0 };
  return anchor === null
    ? { in: 'field', field: 'headline', start: 0, end: 0 }
    : { in: 'block', blockId: anchor, slot: 'content', start: 0, end: 0 };
}
