import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const project = resolve(import.meta.dirname, '../..');

/** The real app in real Electron, one window a test. Build first (`npm run build`); needs a display, a virtual one will do. */
export default defineConfig({
  testDir: resolve(import.meta.dirname, 'specs'),
  outputDir: resolve(project, 'test-results/e2e'),
  // Two cores bear two windows; a test owns its profile and its library, so they never meet.
  workers: Number(process.env.STET_E2E_WORKERS ?? 2),
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  // A machine that is busy with something else may make one window miss its moment; a fault fails every time.
  retries: 2,
  reporter: [['list']],
});
