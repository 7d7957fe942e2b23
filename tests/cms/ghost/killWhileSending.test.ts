import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildForNode, type BuiltModule } from '../../fixtures/library/buildForNode.ts';
import { ghost, layGhostDesk } from './GhostDesk.ts';

/** How often the sender is killed; more by STET_KILLS. */
const KILLS = Number(process.env['STET_KILLS'] ?? 8);

describe.skipIf(!ghost)('a sender that is killed', () => {
  const own = layGhostDesk();
  let built: BuiltModule;
  beforeAll(async () => {
    built = await buildForNode('tests/cms/senderProcess.ts');
  });
  afterAll(() => built.remove());

  /** Runs the sender, killed once so many requests have gone out; whether it was. */
  async function send(folder: string, requests: number): Promise<boolean> {
    const child = spawn(process.execPath, [built.path, folder], {
      env: { ...process.env, STET_SECRET: ghost?.key ?? '' },
      stdio: 'ignore',
    });
    own.line.order = (index) => {
      if (index === requests) child.kill('SIGKILL');
      return null;
    };
    return new Promise((done, fail) => {
      child.on('close', (code, signal) => {
        if (signal === 'SIGKILL') done(true);
        else if (code === 0) done(false);
        else fail(new Error(`The sender ended with ${code}`));
      });
    });
  }

  it(`at any request leaves one post and one picture once it is started again (${KILLS} kills)`, async () => {
    const target = own.target({ lead: 'inText' });
    own.desk.library.targets.unlock(target.id, null);
    const folder = join(own.desk.root, 'library');
    let killed = 0;
    for (let run = 0; run < KILLS; run += 1) {
      const { story } = await own.story(`kill${Date.now()}x${run}`);
      // Locked, it waits until the other process has the library.
      const job = await own.desk.settled(own.desk.send(story, target).id);
      own.desk.library.close();
      own.line.forget();
      if (await send(folder, run)) killed += 1;
      own.line.forget();
      await send(folder, Infinity);
      own.desk.restart();
      expect(own.desk.job(job.id)).toMatchObject({ state: 'sent', receipt: { differences: [] } });
      const posts = await own.reader.posts(story.fields.headline);
      expect(posts).toHaveLength(1);
      const image = (await own.reader.nodes(posts[0]?.id ?? '')).find(({ type }) => type === 'image');
      expect(image?.src).toMatch(/-[0-9a-f]{12}\.jpg$/);
      expect((await fetch((image?.src ?? '').replace('.jpg', '-1.jpg'))).status).toBe(404);
    }
    expect(killed).toBeGreaterThan(KILLS / 2);
  }, 600_000);
});
