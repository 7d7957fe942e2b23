import { expect, it } from 'vitest';
import { playingTime } from '../../../../renderer/ui/playingTime.ts';

it.each([
  [0.2, '0:01'],
  [7.4, '0:07'],
  [59.6, '0:59'],
  [725, '12:05'],
  [3729, '1:02:09'],
])('writes %d seconds as %s', (seconds, text) => {
  expect(playingTime(seconds)).toBe(text);
});
