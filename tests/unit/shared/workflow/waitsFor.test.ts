import { expect, it } from 'vitest';
import { STATUSES } from '../../../../shared/story/fields.ts';
import { waitsFor } from '../../../../shared/workflow/waitsFor.ts';

const editor = { role: 'editor', name: 'Leïla  Haddad' } as const;
const correspondent = { role: 'correspondent', name: '' } as const;

it('a story nobody has waits for the role whose work is next', () => {
  const waiting = (person: typeof editor | typeof correspondent) =>
    STATUSES.filter((status) => waitsFor({ status, assignee: ' ' }, person));
  expect(waiting(correspondent)).toEqual(['draft', 'returned']);
  expect(waiting(editor)).toEqual(['submitted', 'inReview', 'approved']);
});

it('a story somebody has waits for them, whatever they do here, until it is done with or rests', () => {
  const theirs = (assignee: string) => STATUSES.filter((status) => waitsFor({ status, assignee }, editor));
  expect(theirs('leila haddad')).toEqual(['draft', 'submitted', 'inReview', 'returned', 'approved']);
  expect(theirs('Amna')).toEqual([]);
  // Nobody's name is not everybody's.
  expect(waitsFor({ status: 'draft', assignee: 'Amna' }, correspondent)).toBe(false);
});
