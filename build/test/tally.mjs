/**
 * What a step of `npm test` came to: tests, or 1 for a step that is one check.
 * @typedef {object} Tally
 * @property {number} passed
 * @property {string[]} failures the names of what failed
 * @property {{ name: string, reason: string }[]} skips
 */

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failures: [], skips: [] };
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sumTallies(tallies) {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failures: tallies.flatMap((tally) => tally.failures),
    skips: tallies.flatMap((tally) => tally.skips),
  };
}

/** @param {Tally} tally @returns {string} the last line of `npm test` */
export function tallyLine(tally) {
  return `${tally.passed} passed, ${tally.failures.length} failed`;
}

/**
 * Judges a test step by its exit code and by the tally its reporter wrote. A runner that fails without naming a test, and one
 * that finds no test at all, count as one failure: neither may look like success.
 * @param {string} step
 * @param {number} exitCode
 * @param {Tally | null} tally null if the runner wrote none
 * @returns {Tally}
 */
export function judgeTests(step, exitCode, tally) {
  if (!tally)
    return { ...emptyTally(), failures: [`${step}: the runner ended without a result (exit code ${exitCode})`] };
  if (tally.passed + tally.failures.length + tally.skips.length === 0) {
    return { ...tally, failures: [`${step}: no tests were found`] };
  }
  if (exitCode !== 0 && tally.failures.length === 0) {
    return { ...tally, failures: [`${step}: the runner failed (exit code ${exitCode}) though no test did`] };
  }
  return tally;
}
