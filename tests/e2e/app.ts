import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { RunningApp, type Profile } from './RunningApp.ts';
import { StoryPage } from './screens/StoryPage.ts';

interface StetFixtures {
  /** A user who never ran the app, with an empty library. */
  profile: Profile;
  /** Starts the app, again after a close or a kill if need be. */
  launch: (files?: readonly string[]) => Promise<RunningApp>;
  /** The app, started. */
  app: RunningApp;
  /** A new story, open on the page. */
  story: StoryPage;
}

/** Playwright's `test` with the real app in it. A test fails on any error in the page's console, a refused style included. */
export const test = base.extend<StetFixtures>({
  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'stet-e2e-'));
    await use({ userData: join(folder, 'user'), library: join(folder, 'library') });
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },

  launch: async ({ profile }, use, testInfo) => {
    const runs: RunningApp[] = [];
    await use(async (files = []) => {
      const app = await RunningApp.launch(profile, files);
      runs.push(app);
      return app;
    });
    const hasFailed = testInfo.status !== testInfo.expectedStatus;
    for (const [index, run] of runs.entries()) {
      if (hasFailed) {
        const screenshot = await run.page.screenshot().catch(() => null);
        if (screenshot) await testInfo.attach(`window-${index}.png`, { body: screenshot, contentType: 'image/png' });
        await testInfo.attach(`log-${index}.txt`, { body: run.transcript(), contentType: 'text/plain' });
      }
      await run.close().catch(() => undefined);
    }
    if (!hasFailed) expect(runs.flatMap((run) => run.errors)).toEqual([]);
  },

  app: async ({ launch }, use) => {
    await use(await launch());
  },

  story: async ({ app }, use) => {
    const story = new StoryPage(app.page);
    await story.create();
    await use(story);
  },
});

export { expect };
