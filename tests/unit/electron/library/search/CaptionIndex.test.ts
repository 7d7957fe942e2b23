import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../../../electron/library/db/Database.ts';
import type { Block, Figure } from '../../../../../shared/story/block.ts';
import { newBlockId, type AssetId, type StoryId } from '../../../../../shared/story/ids.ts';
import { inlineText } from '../../../../../shared/story/plainText.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let library: TestLibrary;
let minute = 0;

beforeEach(async () => {
  folder = await makeTestFolder();
  minute = 0;
  // Each write a minute after the one before, so that "changed last" is certain.
  library = new TestLibrary(folder.path, { clock: () => new Date(Date.UTC(2025, 5, 1, 0, (minute += 1))) });
});
afterEach(async () => {
  library.library.close();
  await folder.remove();
});

function figure(caption: string, credit: string, asset = 'a'): Figure {
  return {
    id: newBlockId(),
    type: 'figure',
    assetId: asset.repeat(64) as AssetId,
    fileName: 'quay.jpg',
    caption: caption === '' ? [] : [{ type: 'text', text: caption }],
    credit,
    alt: 'not searched',
    origin: {},
  };
}
async function put(headline: string, blocks: readonly Block[], known?: StoryId): Promise<StoryId> {
  const template = { template: 'blank', byline: '', dateline: '', language: 'en' } as const;
  const id = known ?? (await library.ask('stories.create', template)).story.id;
  await library.ask('stories.put', {
    id,
    fields: { headline },
    blocks: [...blocks],
    order: blocks.map((block) => block.id),
  });
  return id;
}
const find = (query: string, offset = 0, limit = 100) => library.ask('captions.search', { query, offset, limit });
const captions = async (query: string) => (await find(query)).items.map(({ caption }) => inlineText(caption));

describe('the captions of a library', () => {
  it('are found by the beginning of their words and of the credit’s, folded, in any order', async () => {
    const words = {
      id: newBlockId(),
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: 'Élan "type":"figure"' }],
    };
    await put('Floods', [words, figure('Élan boats on the quay', 'Imran Dars'), figure('قوارب في المرفأ', '')]);
    await put('Fires', [figure('', 'Sadia Noor / Keti'), figure('', '')]);
    expect(await captions('elan')).toEqual(['Élan boats on the quay']);
    expect(await captions('DARS boa')).toEqual(['Élan boats on the quay']);
    expect(await captions('مرفا')).toEqual(['قوارب في المرفأ']);
    expect((await find('keti')).items).toMatchObject([{ credit: 'Sadia Noor / Keti', title: 'Fires', uses: 1 }]);
    for (const nothing of ['oats', 'searched', '!?', 'floods']) expect(await captions(nothing)).toEqual([]);
    expect((await find('')).total).toBe(3);
  });

  it('come once where the same words stand under the same picture, from the story changed last', async () => {
    const first = await put('One', [figure('Boats', 'Dars')]);
    await put('Two', [figure('Boats', 'Dars'), figure('Boats', 'Dars', 'b')]);
    const found = await find('boats');
    expect(found.total).toBe(2);
    expect(found.items.map(({ title, uses }) => [title, uses])).toEqual([
      ['Two', 2],
      ['Two', 1],
    ]);
    await put('One again', [figure('Boats', 'Dars')], first);
    expect((await find('boats')).items[0]).toMatchObject({ title: 'One again', uses: 2 });
  });

  it('follow what is written, trashed and taken back, page by page', async () => {
    const figures = Array.from({ length: 30 }, (_, index) => figure(`Boat ${index}`, ''));
    const id = await put('Many', figures);
    expect((await find('boat', 10, 5)).items).toHaveLength(5);
    expect((await find('boat', 29, 5)).items).toHaveLength(1);
    await put('Few', [figure('Ship', '')], id);
    expect(await captions('boat')).toEqual([]);
    expect(await captions('ship')).toEqual(['Ship']);
    await library.ask('stories.trash', { id });
    expect(await captions('ship')).toEqual([]);
    await library.ask('stories.untrash', { id });
    expect(await captions('ship')).toEqual(['Ship']);
  });

  it('of a story in the trash leave those of others where they were, and go for good with it', async () => {
    const old = await put('Old', [figure('Boats', 'Dars'), figure('Nets', 'Dars')]);
    await put('Middle', [figure('Fires', '')]);
    const last = await put('Last', [figure('Boats', 'Dars')]);
    expect(await captions('')).toEqual(['Boats', 'Fires', 'Nets']);
    await library.ask('stories.trash', { id: last });
    expect((await find('')).items.map(({ title, uses }) => [title, uses])).toEqual([
      ['Middle', 1],
      ['Old', 1],
      ['Old', 1],
    ]);
    await library.ask('stories.trash', { id: old });
    await library.ask('stories.emptyTrash', {});
    expect(await captions('')).toEqual(['Fires']);
    expect(library.library.tables.database.all('SELECT key FROM captions')).toHaveLength(1);
  });

  it('follow pictures that change places, lose words or get each other’s', async () => {
    const [boats, nets] = [figure('Boats', ''), figure('Nets', '')];
    const id = await put('Two', [boats, nets]);
    expect(await captions('')).toEqual(['Boats', 'Nets']);
    await put('Two', [nets, boats], id);
    expect(await captions('')).toEqual(['Nets', 'Boats']);
    await put(
      'Two',
      [
        { ...nets, caption: boats.caption },
        { ...boats, caption: nets.caption },
        { ...nets, id: newBlockId() },
      ],
      id,
    );
    expect((await find('')).items.map(({ uses }) => uses)).toEqual([1, 2]);
    await put('Two', [{ ...nets, caption: [] }], id);
    expect(await captions('')).toEqual([]);
  });

  it('of a library from before they were indexed are taken in, in the same order, with the trash left out', async () => {
    const written = [
      await put('One', [figure('Boats', 'Dars'), figure('قوارب', '')]),
      await put('Gone', [figure('Ships', '')]),
      await put('Two', [figure('Boats', 'Dars'), figure('Nets', 'Noor')]),
    ];
    await library.ask('stories.trash', { id: written[1] as StoryId });
    const before = await find('');
    library.library.close();
    const database = new Database(library.library.folder.database);
    for (const { name } of database.all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('caption_words', 'caption_uses', 'captions', 'caption_backlog') ORDER BY name = 'captions'",
    ))
      database.exec(`DROP TABLE ${name}`);
    database.exec('PRAGMA user_version = 3');
    database.close();
    library = new TestLibrary(folder.path);
    expect(await find('')).toEqual(before);
    expect(await captions('قوارب')).toEqual(['قوارب']);
    // Written while others still wait: each once.
    await put('Two', [figure('Nets', 'Noor')], written[2]);
    expect(await captions('nets')).toEqual(['Nets']);
  });
});
