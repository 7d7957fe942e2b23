import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../../../electron/library/db/Database.ts';
import { repairFiles } from '../../../../../electron/library/rescue/swapDatabase.ts';
import type { AssetId, StoryId } from '../../../../../shared/story/ids.ts';
import { rootPages, ruinPages, turnBit } from '../../../../fixtures/library/damage.ts';
import { paragraph } from '../../../../fixtures/library/paragraph.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';
import { drawPicture } from '../../../../fixtures/pictures/drawPicture.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let picture: Uint8Array<ArrayBuffer>;
let test: TestLibrary;
let id: StoryId;
let assetId: AssetId;

beforeAll(async () => {
  picture = Uint8Array.from(await drawPicture({ type: 'image/png', width: 32, height: 24 }));
});
beforeEach(async () => {
  folder = await makeTestFolder();
  test = new TestLibrary(folder.path);
  const { story } = await test.ask('stories.create', { template: 'blank', byline: '', dateline: '', language: 'en' });
  id = story.id;
  const block = paragraph('The river rose.');
  await test.ask('stories.put', { id, fields: { headline: 'Floods' }, blocks: [block], order: [block.id] });
  await test.ask('revisions.keep', { storyId: id, name: 'Noon' });
  assetId = (await test.ask('media.add', { name: 'grey.png', bytes: picture, ticket: 't' })).id;
});
afterEach(async () => {
  test.library.close();
  await folder.remove();
});

const verify = () => test.ask('library.verify', {});

function whileClosed(harm: (path: string) => void): void {
  test.library.close();
  harm(test.library.folder.database);
  test = new TestLibrary(folder.path);
}

it('finds nothing wrong with a sound library, and counts what is in it', async () => {
  expect(await verify()).toEqual({ ok: true, stories: 1, blocks: 1, revisions: 2, assets: 1, problems: [] });
});

describe('what is wrong is named by its story:', () => {
  it.each([
    ['a paragraph', ['blocks', '1', 'body'], 'The story “Floods”: 1 of its paragraphs and pictures is damaged.'],
    ['the order', ['story_orders', '1', 'body'], 'The story “Floods”: the order of its paragraphs are damaged.'],
    ['the row', ['stories', '1', 'created_at'], 'The story “Floods”: its dates are damaged.'],
    ['a revision', ['revisions', "reason = 'named'", 'body'], 'The story “Floods”: 1 of its 2 revisions'],
    ['a revision’s checksum', ['revisions', "reason = 'named'", 'sum'], 'The story “Floods”: 1 of its 2 revisions'],
  ] as [string, [string, string, string], string][])('%s', async (_name, [table, where, column], sentence) => {
    whileClosed((path) => turnBit(path, table, where, column));
    const { ok, problems } = await verify();
    expect(ok).toBe(false);
    expect(problems).toEqual([expect.stringContaining(sentence)]);
  });

  it('the headline itself, by its id', async () => {
    whileClosed((path) => turnBit(path, 'story_fields', '1'));
    expect((await verify()).problems).toEqual([expect.stringContaining(`The story with the id ${id}: its headline`)]);
  });

  it('a paragraph that is gone', async () => {
    whileClosed((path) => {
      const database = new Database(path);
      database.exec('DELETE FROM blocks');
      database.close();
    });
    expect((await verify()).problems).toEqual([expect.stringContaining('1 of its paragraphs and pictures is damaged')]);
  });

  it('a history entry', async () => {
    whileClosed((path) => {
      const database = new Database(path);
      database.exec("UPDATE history SET kind = 'xported'");
      database.close();
    });
    expect((await verify()).problems).toEqual([expect.stringContaining('1 entries of its history')]);
  });
});

it('finds a picture that is gone or was changed', async () => {
  const { path } = await test.ask('media.locate', { id: assetId, size: 'original' });
  writeFileSync(path, 'other bytes');
  expect((await verify()).problems).toEqual([expect.stringContaining('“grey.png” is damaged')]);
  rmSync(path);
  expect((await verify()).problems).toEqual([expect.stringContaining('“grey.png” is missing')]);
});

it.each(['summaries_id', 'blocks', 'stories', 'assets'])(
  'has a file with a ruined “%s” put right at the next opening',
  async (name) => {
    whileClosed((path) => ruinPages(path, [rootPages(path).get(name) ?? 0]));
    const { ok, problems } = await verify();
    expect([ok, problems[0]]).toEqual([false, expect.stringContaining('put right when it is opened next')]);
    expect(existsSync(repairFiles(test.library.folder).wanted)).toBe(true);
    whileClosed(() => undefined);
    expect(test.library.notices).toHaveLength(1);
    await test.ask('stories.open', { id });
    expect(await verify()).toMatchObject({ ok: true, stories: 1 });
  },
);

it('changes nothing: a damaged story is mended when it is opened', async () => {
  whileClosed((path) => turnBit(path, 'blocks', '1'));
  await verify();
  expect((await verify()).problems).toHaveLength(1);
  expect((await test.ask('stories.open', { id })).notice).not.toBeNull();
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

it('serves others meanwhile', async () => {
  const verified = verify();
  await test.ask('stories.put', { id, fields: { headline: 'Floods in Sindh' } });
  await test.ask('stories.trash', { id });
  await test.ask('stories.emptyTrash', {});
  expect(await verified).toMatchObject({ ok: true, problems: [] });
});
