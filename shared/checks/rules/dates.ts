import { textRule, storyRule, type Rule, type Sighting, type Spot } from '../rule.ts';
import type { WrittenDate } from '../writtenDate.ts';
import { daysIn, findDates, weekdayName, weekdayOf } from '../writtenDates.ts';

function isPossible({ day, month, year }: WrittenDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
}

/** Keeps the facts that stand out from the form most others have; on a tie the form that came first is the house's. */
function oddOnes<Form extends string>(
  sightings: readonly Sighting<WrittenDate>[],
  formOf: (date: WrittenDate) => Form | null,
): { readonly odd: Sighting<WrittenDate>; readonly usual: Sighting<WrittenDate> }[] {
  const groups = new Map<Form, Sighting<WrittenDate>[]>();
  for (const sighting of sightings) {
    const form = formOf(sighting.fact);
    if (form === null) continue;
    const group = groups.get(form);
    if (group) group.push(sighting);
    else groups.set(form, [sighting]);
  }
  const [main, ...others] = [...groups.values()].sort((a, b) => b.length - a.length);
  const usual = main?.[0];
  return usual ? others.flat().map((odd) => ({ odd, usual })) : [];
}

/** Days that exist, on the weekday they fall on, written one way. */
export const DATE_RULES: readonly Rule[] = [
  textRule({
    id: 'date-impossible',
    level: 'warn',
    title: 'No such day',
    why: 'There is no 31 June.',
    look: (copy): Spot[] =>
      findDates(copy)
        .filter((date) => !isPossible(date))
        .map(({ start, end, text }) => ({ start, end, message: `There is no ${text}.` })),
  }),
  textRule({
    id: 'weekday-wrong',
    level: 'warn',
    title: 'Wrong weekday',
    why: 'A weekday that does not fall on its date means that one of them is wrong.',
    look: (copy): Spot[] =>
      findDates(copy).flatMap((date) => {
        const { start, end, text, weekday, day, month, year } = date;
        if (weekday === null || weekday < 0 || year === null || !isPossible(date)) return [];
        const real = weekdayOf(year, month, day);
        if (real === weekday) return [];
        const verb = isAhead(copy.text, end) ? 'is' : 'was';
        return [{ start, end, message: `“${text}” ${verb} a ${weekdayName(real)}.` }];
      }),
  }),
  storyRule<WrittenDate>({
    id: 'date-style',
    level: 'note',
    title: 'Dates written two ways',
    why: 'One story writes its dates one way: months in full or shortened, the day before or behind.',
    gather: (copy) => (copy.isEnglish ? findDates(copy).filter((date) => date.order !== 'iso') : []),
    judge: (sightings) => {
      const order = oddOnes(sightings, (date) => (date.order === 'iso' ? null : date.order));
      const form = oddOnes(
        sightings.filter(({ fact }) => order.every(({ odd }) => odd.fact !== fact)),
        (date) => date.monthForm,
      );
      return [...order, ...form].map(({ odd, usual }) => ({
        ...{ copy: odd.copy, start: odd.fact.start, end: odd.fact.end },
        message: `“${odd.fact.text}” is written differently from “${usual.fact.text}”.`,
      }));
    },
  }),
];

/** Whether a text speaks of a date as to come. */
function isAhead(text: string, end: number): boolean {
  return /\bwill\b|\bdue\b|\bscheduled\b/u.test(text.slice(Math.max(0, end - 120), end));
}
