import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type TestInfo } from '@playwright/test';
import { withFolderLock } from '../../build/setup/folderLock.mjs';
import { PictureMaker } from '../fixtures/pictures/PictureMaker.ts';
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
  /** The app the worker keeps open, for tests that need no more of it than a page of their own. */
  shared: RunningApp;
  /** A new story on the page of the app the worker keeps open. */
  draft: StoryPage;
  /** The system's clipboard, to oneself: two workers share one. */
  clipboard: void;
  /** A folder of the test's own, gone after it. */
  scratch: string;
}

interface StetWorkerFixtures {
  workerApp: RunningApp;
  /** Makes pictures with real IPTC, XMP and EXIF in them. */
  pictures: PictureMaker;
}

async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function tellFailure(run: RunningApp, testInfo: TestInfo, name: string): Promise<void> {
  const screenshot = await run.page.screenshot().catch(() => null);
  if (screenshot) await testInfo.attach(`window-${name}.png`, { body: screenshot, contentType: 'image/png' });
  await testInfo.attach(`log-${name}.txt`, { body: run.transcript(), contentType: 'text/plain' });
}

/** Playwright's `test` with the real app in it. A test fails on any error in the page's console, a refused style included. */
export const test = base.extend<StetFixtures, StetWorkerFixtures>({
  scratch: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'stet-e2e-'));
    await use(folder);
    await removeFolder(folder);
  },

  profile: async ({ scratch }, use) => {
    await use({ userData: join(scratch, 'user'), library: join(scratch, 'library') });
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
      if (hasFailed) await tellFailure(run, testInfo, String(index));
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

  // A start costs more than most tests on the page; what a test leaves behind here is one more story in the library.
  workerApp: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'stet-e2e-'));
      const app = await RunningApp.launch({ userData: join(folder, 'user'), library: join(folder, 'library') });
      await use(app);
      await app.close().catch(() => undefined);
      await removeFolder(folder);
    },
    { scope: 'worker' },
  ],

  pictures: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'stet-e2e-pictures-'));
      const maker = new PictureMaker(folder);
      await use(maker);
      await maker.close();
      await removeFolder(folder);
    },
    { scope: 'worker' },
  ],

  shared: async ({ workerApp }, use, testInfo) => {
    workerApp.errors.splice(0);
    await use(workerApp);
    const hasFailed = testInfo.status !== testInfo.expectedStatus;
    if (hasFailed) await tellFailure(workerApp, testInfo, 'shared');
    else expect(workerApp.errors).toEqual([]);
  },

  draft: async ({ shared }, use) => {
    // By the menu, which also closes whatever the test before may have left open.
    const story = new StoryPage(shared.page);
    await story.begin(() => shared.chooseMenu('New story'));
    await use(story);
  },

  clipboard: async ({}, use) => {
    await withFolderLock(join(tmpdir(), 'stet-e2e-clipboard.lock'), () => use());
  },
});

export { expect };
