import { writeFileSync } from 'node:fs';
import { emptyTally } from './tally.mjs';

/** A Vitest reporter that writes a Tally to the file STET_TALLY names. */
export default class VitestTally {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly { message?: string }[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const tally = emptyTally();
    for (const module of modules) {
      const file = module.relativeModuleId;
      // A file that could not be loaded has no tests to fail.
      for (const error of module.errors()) tally.failures.push(`${file}: ${error.message}`);
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors()) tally.failures.push(`${file} > ${suite.fullName}: ${error.message}`);
      }
      for (const test of module.children.allTests()) {
        const name = `${file} > ${test.fullName}`;
        const result = test.result();
        if (result.state === 'passed') tally.passed++;
        else if (result.state === 'skipped') tally.skips.push({ name, reason: result.note ?? 'no reason given' });
        else tally.failures.push(name);
      }
    }
    for (const error of unhandledErrors)
      tally.failures.push(`unhandled: ${error.message ?? 'an error without a message'}`);
    if (process.env['STET_TALLY']) writeFileSync(process.env['STET_TALLY'], JSON.stringify(tally));
  }
}
