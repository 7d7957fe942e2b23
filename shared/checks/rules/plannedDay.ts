import { zoneOfPlace } from '../../lang/placeZones.ts';
import { isBody } from '../CopyText.ts';
import { storyRule, type Rule } from '../rule.ts';

interface DayWord {
  readonly start: number;
  readonly end: number;
}

const DAY_WORDS = /\b(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening))\b/giu;
/** The dates of one moment differ by place; where the place is not known, the whole earth has to agree. */
const EVERYWHERE = ['Pacific/Pago_Pago', 'UTC', 'Pacific/Kiritimati'];

function dayIn(zone: string, time: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(time));
}

/** Days told from where the writer stands, against the day on which the story will be read. */
export const PLANNED_DAY_RULES: readonly Rule[] = [
  storyRule<DayWord>({
    id: 'day-shifts',
    level: 'warn',
    title: 'Day that moves with the embargo',
    why: '“Today” is another day when the embargo ends than when it was written.',
    gather: (copy) =>
      copy.isEnglish && (isBody(copy) || ['headline', 'deck', 'caption'].includes(copy.kind))
        ? Array.from(copy.text.matchAll(DAY_WORDS), (match) => ({
            start: match.index,
            end: match.index + match[0].length,
          })).filter(({ start }) => !copy.isQuoted(start))
        : [],
    judge: (sightings, { story, now }) => {
      const { embargo, dateline } = story.fields;
      if (!embargo || !now || sightings.length === 0 || Date.parse(embargo) <= Date.parse(now)) return [];
      const known = zoneOfPlace(dateline);
      const zones = known === null ? EVERYWHERE : [known];
      if (zones.some((zone) => dayIn(zone, embargo) === dayIn(zone, now))) return [];
      const zone = known ?? 'UTC';
      const where = known === null ? 'UTC' : `${dateline.trim()} time`;
      return sightings.map(({ copy, fact: { start, end } }) => ({
        ...{ copy, start, end },
        message: `“${copy.text.slice(start, end)}” is written on ${dayIn(zone, now)} and read from ${dayIn(zone, embargo)} on (${where}).`,
      }));
    },
  }),
];
