import { expect, it } from 'vitest';
import { groupIntoMap } from '../../../../build/test/groupBy.mjs';

it('groups in order of first appearance, with indexes', () => {
  const groups = groupIntoMap(
    ['pear', 'fig', 'plum', 'date'],
    (word, index) => `${word.length}${index < 3 ? '' : '!'}`,
  );
  expect([...groups]).toEqual([
    ['4', ['pear', 'plum']],
    ['3', ['fig']],
    ['4!', ['date']],
  ]);
});
