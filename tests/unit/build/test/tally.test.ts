import { describe, expect, it } from 'vitest';
import { emptyTally, judgeTests, sumTallies, tallyLine } from '../../../../build/test/tally.mjs';

const skip = { name: 'd', reason: 'no printer' };

describe('the tally of npm test', () => {
  it('adds up steps and ends with the promised line', () => {
    const total = sumTallies([
      { passed: 1, failures: [], skips: [] },
      { passed: 12, failures: ['a', 'b'], skips: [skip] },
      { passed: 0, failures: ['lint'], skips: [] },
    ]);
    expect(total).toEqual({ passed: 13, failures: ['a', 'b', 'lint'], skips: [skip] });
    expect(tallyLine(total)).toBe('13 passed, 3 failed');
  });

  it('believes a runner that reports', () => {
    const tally = { passed: 3, failures: ['a'], skips: [] };
    expect(judgeTests('unit', 1, tally)).toBe(tally);
    expect(judgeTests('unit', 0, { ...tally, failures: [] }).failures).toEqual([]);
  });

  it.each([
    ['a runner that wrote nothing', 0, null],
    ['a runner that failed though no test did', 1, { passed: 3, failures: [], skips: [] }],
    ['a run of no tests', 0, emptyTally()],
  ])('counts %s as one failure', (_what, exitCode, tally) => {
    expect(judgeTests('unit', exitCode, tally).failures).toHaveLength(1);
  });
});
