import { writeFileSync } from 'node:fs';
import { emptyTally } from './tally.mjs';

/** A Playwright reporter that writes a Tally to the file STET_TALLY names. */
export default class PlaywrightTally {
  #tally = emptyTally();
  /** @type {import('@playwright/test/reporter').Suite | null} */
  #root = null;

  /** @param {unknown} _config @param {import('@playwright/test/reporter').Suite} root */
  onBegin(_config, root) {
    this.#root = root;
  }

  /** @param {import('@playwright/test/reporter').TestError} error one outside any test */
  onError(error) {
    this.#tally.failures.push(`outside a test: ${error.message ?? error.value ?? 'an error without a message'}`);
  }

  onEnd() {
    for (const test of this.#root?.allTests() ?? []) {
      const name = test.titlePath().filter(Boolean).join(' > ');
      const outcome = test.outcome();
      if (outcome === 'expected' || outcome === 'flaky') this.#tally.passed++;
      else if (outcome === 'unexpected') this.#tally.failures.push(name);
      else {
        const reason = test.annotations.find((annotation) => annotation.type === 'skip' || annotation.type === 'fixme');
        this.#tally.skips.push({ name, reason: reason?.description ?? 'no reason given' });
      }
    }
    if (process.env['STET_TALLY']) writeFileSync(process.env['STET_TALLY'], JSON.stringify(this.#tally));
  }

  printsToStdio() {
    return false;
  }
}
