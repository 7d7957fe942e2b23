import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { blockText } from '../../shared/story/plainText.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { paragraph } from '../fixtures/library/paragraph.ts';
import { TestLibrary } from '../fixtures/library/TestLibrary.ts';

const MB = 1024 * 1024;
let disk: string;
let isMounted = false;

beforeEach(async () => {
  disk = await mkdtemp(join(tmpdir(), 'stet-disk-'));
  isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]).status === 0;
});
afterEach(async () => {
  if (isMounted) execFileSync('umount', ['-l', disk]);
  await rm(disk, { recursive: true, force: true });
});

function needDisk(context: TestContext): void {
  if (!isMounted) context.skip('a small disk cannot be mounted here: that takes root on Linux');
}

/** Fills the disk up to so many bytes. */
function fill(left = 0): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
}

const free = () => rmSync(join(disk, 'filler'), { force: true });

describe('on a full disk', () => {
  it('a write says so and stores nothing; the same write succeeds when there is room', async (context) => {
    needDisk(context);
    let test = new TestLibrary(join(disk, 'library'));
    const { story } = await test.ask('stories.create', { template: 'blank', byline: '', dateline: '', language: 'en' });
    const { id } = story;
    await test.ask('stories.put', { id, order: [] });
    // Room for a few.
    fill(200 * 1024);
    const written: string[] = [];
    let refused: { text: string; blocks: ReturnType<typeof paragraph>[] } | undefined;
    let blocks: ReturnType<typeof paragraph>[] = [];
    for (let number = 0; !refused && number < 400; number++) {
      const text = `${number} ${'words '.repeat(2000)}`;
      const block = paragraph(text);
      const next = [...blocks, block];
      const answer = await test.request('stories.put', { id, blocks: [block], order: next.map((one) => one.id) });
      if (answer.ok) {
        written.push(text);
        blocks = next;
      } else {
        expect(answer.error).toMatchObject({ code: 'diskFull', retryable: true });
        expect(answer.error.message).toContain('Nothing is lost yet');
        refused = { text, blocks: next };
      }
    }
    if (!refused) throw new Error('The disk never was full.');
    expect(written).not.toEqual([]);
    expect(texts(test, id)).toEqual(written);
    // Reading goes on.
    expect(
      (await test.ask('stories.list', { query: '', status: null, trashed: false, offset: 0, limit: 9 })).total,
    ).toBe(1);

    free();
    const again = { id, blocks: refused.blocks.slice(-1), order: refused.blocks.map((one) => one.id) };
    expect(await test.request('stories.put', again)).toMatchObject({ ok: true });
    test.library.close();
    test = new TestLibrary(join(disk, 'library'));
    expect(texts(test, id)).toEqual([...written, refused.text]);
    expect(await test.ask('library.verify', {})).toMatchObject({ ok: true, problems: [] });
    test.library.close();
  });

  it('a library still opens, and shows what is in it', async (context) => {
    needDisk(context);
    let test = new TestLibrary(join(disk, 'library'));
    const { story } = await test.ask('stories.create', { template: 'blank', byline: '', dateline: '', language: 'en' });
    test.library.close();
    fill();
    test = new TestLibrary(join(disk, 'library'));
    expect(await test.request('stories.open', { id: story.id })).toMatchObject({ ok: true });
    const change = { id: story.id, fields: { headline: 'Floods' } };
    expect(await test.request('stories.put', change)).toMatchObject({ ok: false, error: { code: 'diskFull' } });
    free();
    expect(await test.request('stories.put', change)).toMatchObject({ ok: true });
    test.library.close();
  });

  it('a new library is refused with a sentence', (context) => {
    needDisk(context);
    fill();
    expect(() => new TestLibrary(join(disk, 'library'))).toThrowError(expect.objectContaining({ code: 'diskFull' }));
  });

  it('a backup leaves nothing behind', async (context) => {
    needDisk(context);
    const test = new TestLibrary(await mkdtemp(join(tmpdir(), 'stet-library-')));
    await test.ask('stories.create', { template: 'blank', byline: '', dateline: '', language: 'en' });
    fill(64 * 1024);
    const before = statfsSync(disk).bavail;
    expect(await test.request('library.backup', { folder: join(disk) })).toMatchObject({
      ok: false,
      error: { code: 'diskFull' },
    });
    expect(statfsSync(disk).bavail).toBe(before);
    const { root } = test.library.folder;
    test.library.close();
    await rm(root, { recursive: true, force: true });
  });

  it('a picture is refused and leaves nothing behind', async (context) => {
    needDisk(context);
    const test = new TestLibrary(join(disk, 'library'));
    const bytes = new Uint8Array(8 * MB).fill(7);
    bytes.set([0xff, 0xd8, 0xff, 0xe0]);
    const before = statfsSync(disk).bavail;
    const refused = await test.request('media.add', { name: 'large.jpg', bytes, ticket: 't' });
    expect(refused).toMatchObject({ ok: false });
    expect(before - statfsSync(disk).bavail).toBeLessThanOrEqual(4);
    test.library.close();
  });
});

function texts(test: TestLibrary, id: StoryId): string[] {
  return test.library.drafts.read(id).blocks.map(blockText);
}
