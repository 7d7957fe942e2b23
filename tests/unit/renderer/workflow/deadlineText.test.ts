import { expect, it } from 'vitest';
import { deadlineText } from '../../../../renderer/workflow/deadlineText.ts';

const NOW = new Date(2026, 10, 30, 12, 0);
const at = (...parts: [number, number, number, number]) => new Date(2026, ...parts).toISOString();

it.each([
  [at(10, 30, 10, 0), 'Overdue by 2 h', true],
  [at(10, 30, 11, 59), 'Overdue by 1 min', true],
  [at(10, 28, 11, 0), 'Overdue by 2 days', true],
  [at(10, 29, 11, 0), 'Overdue by 1 day', true],
  [at(10, 30, 12, 0), 'Now', false],
  [at(10, 30, 12, 45), 'In 45 min', false],
  [at(10, 30, 18, 5), 'Today, 18:05', false],
  [at(11, 1, 9, 0), 'Tomorrow, 09:00', false],
  [at(11, 3, 9, 0), 'Thu 3 Dec, 09:00', false],
])('%s is %s', (iso, text, isOverdue) => {
  expect(deadlineText(iso, NOW.getTime())).toEqual({ text, isOverdue });
});
