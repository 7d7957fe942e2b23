import { momentText } from '../../lang/zoneTime.ts';
import type { Place } from '../finding.ts';
import { storyRule, type Rule } from '../rule.ts';

const EMBARGO: Place = { in: 'field', field: 'embargo', start: 0, end: 0 };

/** An embargo is a promise to somebody: it must be seen while it holds, and cleared away when it is over. */
export const EMBARGO_RULES: readonly Rule[] = [
  storyRule({
    id: 'embargo-to-come',
    // Stories are handed over ahead of their embargo every day; what matters is that everyone sees it.
    level: 'warn',
    title: 'Embargoed',
    why: 'A story must not go out before the time somebody was promised.',
    judge: (_, { story, now }) => {
      const { embargo, embargoZone } = story.fields;
      if (!embargo || !now || Date.parse(embargo) <= Date.parse(now)) return [];
      return [{ place: EMBARGO, message: `The story is under embargo until ${momentText(embargo, embargoZone)}.` }];
    },
  }),
  storyRule({
    id: 'embargo-passed',
    level: 'note',
    title: 'Embargo is over',
    why: 'An embargo left standing after its time makes the next desk wait for nothing.',
    judge: (_, { story, now }) => {
      const { embargo, embargoZone } = story.fields;
      if (!embargo || !now || Date.parse(embargo) > Date.parse(now)) return [];
      return [
        {
          place: EMBARGO,
          message: `The embargo of ${momentText(embargo, embargoZone)} has passed: it can be taken off.`,
        },
      ];
    },
  }),
];
