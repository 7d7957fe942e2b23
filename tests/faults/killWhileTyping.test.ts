import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { RunningApp, type Profile } from '../e2e/RunningApp.ts';
import { StoryPage } from '../e2e/screens/StoryPage.ts';

/** Kills of a run; STET_KILLS asks for more before a release. */
const KILLS = Number(process.env['STET_KILLS'] ?? 20);
/** The moment is drawn anew each time, from right after the first key to well into the typing (ms). */
const LATEST_MS = 1_500;

let folder = '';
let profile: Profile = { userData: '', library: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-kill-'));
  profile = { userData: join(folder, 'user'), library: join(folder, 'library') };
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

/** Notes what is on the page each time the app itself says that all of it is on the disk. */
async function noteAcknowledged(app: RunningApp): Promise<{ last(): string }> {
  let last = '';
  await app.page.exposeFunction('noteAcknowledged', (text: string) => {
    last = text;
  });
  await app.page.evaluate(() => {
    const status = document.querySelector('[role="status"][aria-label="Save status"]');
    const body = document.querySelector('[data-lexical-editor]');
    const note = (globalThis as unknown as { noteAcknowledged(text: string): void }).noteAcknowledged;
    new MutationObserver(() => {
      if (status?.textContent?.startsWith('Saved')) note(body?.textContent ?? '');
    }).observe(status ?? document, { characterData: true, childList: true, subtree: true });
  });
  return { last: () => last };
}

/** Types numbered words until the app is gone; answers all that was typed, or might have been. */
async function typeUntilKilled(story: StoryPage, from: number, isGone: () => boolean): Promise<string> {
  let typed = '';
  for (let number = from; !isGone(); number++) {
    const word = `w${number} `;
    typed += word;
    const arrived = await story.type(word).then(
      () => true,
      () => false,
    );
    if (!arrived) break;
  }
  return typed;
}

describe('the app, killed at any moment while somebody types', () => {
  it(`opens every time and has lost no acknowledged word (${KILLS} kills)`, async () => {
    let kept = '';
    let typed = '';
    let acknowledged = 0;
    for (let round = 0; round <= KILLS; round++) {
      const app = await RunningApp.launch(profile);
      const story = new StoryPage(app.page);
      if (round === 0) await story.create();
      const read = async () => (await story.body.textContent()) ?? '';
      await expect
        .poll(async () => (await read()).startsWith(kept), {
          message: `lost after kill ${round}: …${kept.slice(-60)}`,
          // On a busy machine the story may take its time to come to the page; a lost word never comes.
          timeout: 30_000,
        })
        .toBe(true);
      const found = await read();
      expect(typed.startsWith(found), `after kill ${round}, never typed: …${found.slice(-60)}`).toBe(true);
      acknowledged += kept.length;
      if (round === KILLS) {
        await app.close();
        break;
      }
      const noted = await noteAcknowledged(app);
      await story.focusBody();
      let isGone = false;
      const typing = typeUntilKilled(story, round * 1_000, () => isGone);
      await wait(Math.random() * LATEST_MS);
      isGone = true;
      await app.kill();
      typed = found + (await typing);
      kept = noted.last() || found;
    }
    // A run in which nothing was ever acknowledged would prove nothing.
    expect(acknowledged).toBeGreaterThan(KILLS);
  });
});
