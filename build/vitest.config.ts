import './test/groupBy.mjs';
import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

/**
 * A test file runs on Node; one that needs a document says `// @vitest-environment jsdom` on its first line. What is too slow is
 * the benchmarks' matter: a test only has to end, on a machine that does other things as well.
 */
const shared = { environment: 'node', root, testTimeout: 60_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  root,
  cacheDir: resolve(root, 'node_modules/.vite-vitest'),
  plugins: [react()],
  test: {
    // Vitest leaves one core to itself; its own work is little, and with two cores the tests would get one of them.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          ...{ ...shared, name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] },
          exclude: ['tests/unit/shared/**', 'tests/unit/electron/**'],
        },
      },
      // Pure functions, and libraries that are closed, leave nothing behind: their modules are read once a worker and not once a
      // file, which halves the time these take.
      { extends: true, test: { ...shared, name: 'pure', include: ['tests/unit/shared/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: { ...shared, name: 'main', include: ['tests/unit/electron/**/*.test.ts'], isolate: false },
      },
      { extends: true, test: { ...shared, name: 'contract', include: ['tests/contract/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { ...shared, name: 'architecture', include: ['tests/architecture/**/*.test.ts'] } },
      {
        extends: true,
        // These kill real processes and wait for real disks; one at a time, so that they disturb only themselves.
        test: {
          ...shared,
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        // One real WordPress for all of them; where there can be none, they are skipped by name.
        test: {
          ...shared,
          name: 'cms',
          include: ['tests/cms/**/*.test.ts'],
          exclude: ['tests/cms/ghost/**'],
          globalSetup: 'tests/cms/wordpress/startWordPress.ts',
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        // One real Ghost for all of them; `npm test` leaves them out until `npm run test:ghost` has installed it.
        test: {
          ...shared,
          name: 'ghost',
          include: ['tests/cms/ghost/**/*.test.ts'],
          globalSetup: 'tests/cms/ghost/startGhost.ts',
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        // Not part of `npm test`: `npm run bench` prints ratios measured in one run.
        test: {
          ...shared,
          name: 'bench',
          include: ['tests/bench/**/*.bench.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
