import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { DEFAULT_PROFILE, type Target, type TargetId } from '../../shared/targets/target.ts';
import { NewsroomLibrary, paragraph } from '../cms/NewsroomLibrary.ts';
import { ReceiverStandIn } from '../cms/ReceiverStandIn.ts';
import { drawPicture } from '../fixtures/pictures/drawPicture.ts';

describe('sending while the disk is full', () => {
  let disk = '';
  let isMounted = false;
  let receiver: ReceiverStandIn;
  beforeEach(async () => {
    disk = mkdtempSync(join(tmpdir(), 'stet-full-'));
    isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]).status === 0;
    receiver = await ReceiverStandIn.start('token');
  });
  afterEach(async () => {
    await receiver.close();
    if (isMounted) execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  function needDisk(context: TestContext): void {
    if (!isMounted) context.skip('a small disk cannot be mounted here: that takes root on Linux');
  }

  /** Leaves no room at all, not even in what is allocated already. */
  function fill(): void {
    for (let number = 0, size = 1024 * 1024; size >= 4096; number += 1) {
      const { bavail, bsize } = statfsSync(disk);
      if (bavail === 0) return;
      const bytes = Math.min(size, bavail * bsize);
      try {
        writeFileSync(join(disk, `filler-${number}`), Buffer.alloc(bytes));
      } catch {
        size /= 2;
      }
    }
  }
  function free(): void {
    for (const name of readdirSync(disk)) if (name.startsWith('filler-')) rmSync(join(disk, name));
  }

  async function story(desk: NewsroomLibrary) {
    const path = join(desk.root, 'picture.jpg');
    writeFileSync(path, await drawPicture({ type: 'image/jpeg', width: 300, height: 200 }));
    return desk.addStory({}, paragraph('The tanker came.'), await desk.addPicture(path, 'The bank at noon', 'Dars'));
  }

  it('what cannot be written down is looked up when there is room: it arrives once, its file too', async (context) => {
    needDisk(context);
    mkdirSync(join(disk, 'desk'));
    const desk = new NewsroomLibrary(join(disk, 'desk'));
    const target: Target = {
      ...{ id: crypto.randomUUID() as TargetId, name: 'Night wire', kind: 'http', address: `${receiver.url}/push` },
      ...{ account: '', profile: { ...DEFAULT_PROFILE, entry: 'token', filesAddress: `${receiver.url}/push_binary` } },
    };
    desk.library.targets.save(target);
    desk.library.targets.unlock(target.id, ReceiverStandIn.secret);
    const sent = await story(desk);
    receiver.onUpload = fill;
    const { id } = desk.send(sent, target);
    while (receiver.uploads === 0) await wait(20);
    await wait(1000);
    // The file is there and nobody could note it: nothing more goes out.
    expect(receiver.items).toHaveLength(0);
    expect(desk.job(id).state).not.toBe('sent');
    free();
    desk.library.outbox.start();
    desk.library.outbox.act(id, 'retry');
    expect((await desk.settled(id)).receipt).toMatchObject({ pictures: 1, differences: [] });
    expect([receiver.items.length, receiver.uploads]).toEqual([1, 1]);
    expect(desk.library.history.list(sent.id).filter(({ kind }) => kind === 'sent').length).toBeGreaterThan(0);
    desk.close();
  });

  it('a folder on a full disk gets nothing half written, waits with a sentence, and goes on', async (context) => {
    needDisk(context);
    const desk = new NewsroomLibrary();
    const sent = await story(desk);
    const target = desk.addFolder(disk);
    fill();
    const { id } = desk.send(sent, target);
    while (desk.job(id).state === 'queued' || desk.job(id).state === 'sending') await wait(20);
    expect(desk.job(id)).toMatchObject({ state: 'waiting', words: expect.stringContaining('The disk is full') });
    const written = readdirSync(disk, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(written.filter(({ name }) => !name.startsWith('filler-'))).toEqual([]);
    free();
    desk.library.outbox.act(id, 'retry');
    expect((await desk.settled(id)).state).toBe('sent');
    desk.close();
  });
});
