import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { paragraph } from '../../../../fixtures/library/paragraph.ts';
import { drawPicture } from '../../../../fixtures/pictures/drawPicture.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let test: TestLibrary;
let target: string;
let picture: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  picture = Uint8Array.from(await drawPicture({ type: 'image/png', width: 32, height: 24 }));
});
beforeEach(async () => {
  folder = await makeTestFolder();
  target = join(folder.path, 'stick');
  test = new TestLibrary(join(folder.path, 'library'));
});
afterEach(async () => {
  test.library.close();
  await folder.remove();
});

async function write(headline: string) {
  const { story } = await test.ask('stories.create', { template: 'blank', byline: '', dateline: '', language: 'en' });
  const block = paragraph(`${headline} in words.`);
  await test.ask('stories.put', { id: story.id, fields: { headline }, blocks: [block], order: [block.id] });
  return story.id;
}

describe('a backup', () => {
  it('is a library itself, with every story, revision and picture', async () => {
    const id = await write('Floods');
    await test.ask('revisions.keep', { storyId: id, name: 'Noon' });
    const asset = await test.ask('media.add', { name: 'grey.png', bytes: picture, ticket: 't' });
    const report = await test.ask('library.backup', { folder: target });
    expect(report).toMatchObject({ stories: 1, assets: 1 });
    expect(readdirSync(target)).toEqual([report.path.slice(target.length + 1)]);

    const copy = new TestLibrary(report.path);
    const verified = await copy.ask('library.verify', {});
    expect(verified).toMatchObject({ ok: true, problems: [], stories: 1, assets: 1 });
    expect((await copy.ask('stories.open', { id })).story).toEqual((await test.ask('stories.open', { id })).story);
    expect(await copy.ask('revisions.list', { storyId: id })).toEqual(
      await test.ask('revisions.list', { storyId: id }),
    );
    const { path } = await copy.ask('media.locate', { id: asset.id, size: 'original' });
    expect(readFileSync(path)).toEqual(Buffer.from(picture));
    copy.library.close();
  });

  it('holds one moment, whatever is written meanwhile', async () => {
    await write('Before');
    const copied = test.ask('library.backup', { folder: target });
    for (let number = 0; number < 20; number++) await write(`Meanwhile ${number}`);
    const { path } = await copied;
    const copy = new TestLibrary(path);
    expect(await copy.ask('library.verify', {})).toMatchObject({ ok: true, problems: [] });
    copy.library.close();
  });

  it('is a new one each time', async () => {
    await write('Floods');
    const first = await test.ask('library.backup', { folder: target });
    const second = await test.ask('library.backup', { folder: target });
    expect(second.path).not.toBe(first.path);
    expect(readdirSync(target)).toHaveLength(2);
  });

  it('inside the library is refused, by whatever way it leads there', async () => {
    const inside = join(folder.path, 'library', 'media', 'backup');
    expect(await test.request('library.backup', { folder: inside })).toMatchObject({
      ok: false,
      error: { code: 'badFolder' },
    });
    const link = join(folder.path, 'link');
    symlinkSync(join(folder.path, 'library'), link);
    expect(await test.request('library.backup', { folder: link })).toMatchObject({ ok: false });
    // A folder that only begins with the same name is another one.
    expect(await test.request('library.backup', { folder: `${join(folder.path, 'library')}-copy` })).toMatchObject({
      ok: true,
    });
  });

  it('that cannot be written leaves nothing behind', async () => {
    await write('Floods');
    writeFileSync(target, 'a file');
    expect(await test.request('library.backup', { folder: target })).toMatchObject({
      ok: false,
      error: { code: 'cannotWrite' },
    });
    rmSync(target);
    mkdirSync(target);
    const asset = await test.ask('media.add', { name: 'grey.png', bytes: picture, ticket: 't' });
    const { path } = await test.ask('media.locate', { id: asset.id, size: 'original' });
    rmSync(path);
    mkdirSync(path);
    expect(await test.request('library.backup', { folder: target })).toMatchObject({ ok: false });
    expect(readdirSync(target)).toEqual([]);
  });
});
