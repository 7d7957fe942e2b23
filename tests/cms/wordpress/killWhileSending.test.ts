import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildForNode, type BuiltModule } from '../../fixtures/library/buildForNode.ts';
import { layDesk, wordPress } from './StoryDesk.ts';

/** How often the sender is killed; more by STET_KILLS. */
const KILLS = Number(process.env['STET_KILLS'] ?? 10);

describe.skipIf(!wordPress)('a sender that is killed', () => {
  const own = layDesk();
  let built: BuiltModule;
  beforeAll(async () => {
    built = await buildForNode('tests/cms/senderProcess.ts');
  });
  afterAll(() => built.remove());

  /** Runs the sender; kills it so many ms after it began, or lets it end. Answers how long it sent, or null if killed. */
  function send(folder: string, killAfterMs: number | null): Promise<number | null> {
    return new Promise((done, fail) => {
      const child = spawn(process.execPath, [built.path, folder], {
        env: { ...process.env, STET_SECRET: wordPress?.people.editor.secret ?? '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      let began = 0;
      child.stderr.on('data', (part: Buffer) => (said += part.toString()));
      child.stdout.on('data', (part: Buffer) => {
        said += part.toString();
        if (began !== 0 || !said.includes('sending')) return;
        began = Date.now();
        if (killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
      });
      child.on('close', (code, signal) => {
        if (signal === 'SIGKILL') done(null);
        else if (code === 0) done(Date.now() - began);
        else fail(new Error(`The sender ended with ${code}: ${said}`));
      });
    });
  }

  it(`at any moment leaves one story and one file once it is started again (${KILLS} kills)`, async () => {
    const target = own.target();
    own.desk.library.targets.unlock(target.id, null);
    const folder = join(own.desk.root, 'library');
    let whole = 0;
    let killed = 0;
    for (let run = 0; killed < KILLS; run += 1) {
      if (run > KILLS * 3) throw new Error(`Only ${killed} of ${run} runs could be killed`);
      const mark = `kill${Date.now()}x${run}`;
      const { story } = await own.story(mark);
      // Locked, it waits until the other process has the library.
      const job = await own.desk.settled(own.desk.send(story, target).id);
      expect(job.ask?.code).toBe('locked');
      own.desk.library.close();
      if (run === 0) whole = (await send(folder, null)) ?? 1;
      else {
        if ((await send(folder, ((run * 0.618_034) % 1) * whole)) === null) killed += 1;
        await send(folder, null);
      }
      own.desk.restart();
      expect(own.desk.job(job.id)).toMatchObject({ state: 'sent', receipt: { differences: [] } });
      const posts = await own.reader.posts(story.fields.headline);
      const files = await own.reader.media(`the bank at ${mark}`);
      expect([mark, posts.length, files.length]).toEqual([mark, 1, 1]);
      expect(posts[0]?.content.raw).toContain(`wp-image-${files[0]?.id}`);
    }
  }, 1_800_000);
});
