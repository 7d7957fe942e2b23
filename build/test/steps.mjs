import { whyNoGhost } from './ghostCache.mjs';

const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.ts'];
const VITEST_REPORTERS = ['--reporter=default', '--reporter=./build/test/VitestTally.mjs'];
const PLAYWRIGHT_REPORTERS = '--reporter=list,./build/test/PlaywrightTally.mjs';
const SIDES = ['shared', 'electron', 'renderer', 'build', 'tests'];

/** @param {readonly string[]} projects @returns {string[][]} */
function vitest(...projects) {
  return [[...VITEST, ...projects.flatMap((project) => ['--project', project]), ...VITEST_REPORTERS]];
}

/**
 * All of `npm test`, in order: what is quick and static first.
 * @type {readonly import('./runStep.mjs').Step[]}
 */
export const STEPS = [
  {
    name: 'format',
    kind: 'check',
    commands: [['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
    limitMinutes: 5,
  },
  {
    name: 'types',
    kind: 'check',
    commands: SIDES.map((side) => ['node_modules/typescript/bin/tsc', '-p', side]),
    limitMinutes: 10,
  },
  {
    name: 'lint',
    kind: 'check',
    commands: [['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']],
    limitMinutes: 5,
  },
  { name: 'architecture', kind: 'tests', commands: vitest('architecture'), limitMinutes: 5 },
  {
    name: 'knip',
    kind: 'check',
    commands: [['node_modules/knip/bin/knip.js', '--config', 'build/knip.json']],
    limitMinutes: 5,
  },
  { name: 'unit', kind: 'tests', commands: vitest('unit', 'pure', 'main'), limitMinutes: 15 },
  { name: 'contract', kind: 'tests', commands: vitest('contract'), limitMinutes: 15 },
  // A real WordPress out of Debian's packages; skipped by name where there can be none.
  { name: 'cms', kind: 'tests', commands: vitest('cms'), limitMinutes: 20 },
  // A real Ghost out of the npm registry, once somebody has had it installed.
  { name: 'ghost', kind: 'tests', commands: vitest('ghost'), limitMinutes: 25, whyNot: whyNoGhost },
  {
    name: 'e2e',
    kind: 'tests',
    commands: [
      [
        'node_modules/@playwright/test/cli.js',
        'test',
        '--config',
        'tests/e2e/playwright.config.ts',
        PLAYWRIGHT_REPORTERS,
      ],
    ],
    needsApp: true,
    limitMinutes: 40,
  },
  { name: 'faults', kind: 'tests', commands: vitest('faults'), needsApp: true, limitMinutes: 30 },
  // Packs the app into a folder and starts the hardened binary.
  { name: 'package', kind: 'check', commands: [['build/package/run.mjs', '--dir']], needsApp: true, limitMinutes: 10 },
  { name: 'bench', kind: 'tests', commands: vitest('bench'), needsApp: true, limitMinutes: 60, onDemand: true },
];
