import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../../../electron/library/db/Database.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import { newThreadId, type StoryId } from '../../../../../shared/story/ids.ts';
import { blockText } from '../../../../../shared/story/plainText.ts';
import { setFormat, turnBit } from '../../../../fixtures/library/damage.ts';
import { paragraph } from '../../../../fixtures/library/paragraph.ts';
import { TestClock } from '../../../../fixtures/library/TestClock.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let clock: TestClock;
let test: TestLibrary;

const open = () => new TestLibrary(folder.path, { clock: clock.read });

beforeEach(async () => {
  folder = await makeTestFolder();
  clock = new TestClock();
  test = open();
});
afterEach(async () => {
  test.library.close();
  await folder.remove();
});

/** A story with these paragraphs, kept as a revision. */
function create(headline: string, ...texts: string[]): { id: StoryId; blocks: Block[]; path: string } {
  const { drafts } = test.library;
  const { story } = drafts.create('blank', { byline: '', dateline: '', language: 'en' });
  const blocks = texts.map(paragraph);
  drafts.put({ id: story.id, fields: { headline }, blocks, order: blocks.map((block) => block.id) });
  drafts.keepRevision(story.id, 'named', 'Kept');
  return { id: story.id, blocks, path: test.library.folder.database };
}

/** Closes the library, does something to its file, and opens it again. */
function whileClosed(harm: (path: string) => void): void {
  test.library.close();
  harm(test.library.folder.database);
  test = open();
}

const texts = (id: StoryId) => test.library.drafts.read(id).blocks.map(blockText);

describe('a damaged paragraph', () => {
  it('comes back from the last revision, and whoever opens the story is told', () => {
    const { id, blocks } = create('Floods', 'The river rose.', 'Nobody slept.');
    whileClosed((path) => turnBit(path, 'blocks', `id = '${blocks[0]?.id}'`));
    const { story, notice } = test.library.drafts.open(id);
    expect(story.blocks).toEqual(blocks);
    expect(notice).toMatch(/1 of its 2 paragraphs and pictures \(“The river rose\.…”\).*the revision of 2026-03-01/);
    expect(test.library.history.list(id).at(-1)).toMatchObject({ kind: 'recovered', summary: notice });
  });

  it('is mended on the disk, so that it is told once and gone when the writer goes on', () => {
    const { id, blocks } = create('Floods', 'The river rose.');
    whileClosed((path) => turnBit(path, 'blocks', `id = '${blocks[0]?.id}'`));
    test.library.drafts.open(id);
    whileClosed(() => undefined);
    expect(test.library.drafts.open(id).notice).not.toBeNull();
    expect(test.library.history.list(id).filter(({ kind }) => kind === 'recovered')).toHaveLength(1);
    test.library.drafts.put({ id, fields: { headline: 'Floods in Sindh' } });
    expect(test.library.drafts.open(id).notice).toBeNull();
  });

  it('that no revision has yet is read from its own bytes', () => {
    const { id, blocks } = create('Floods', 'The river rose.');
    const late = paragraph('Written since, and never kept.');
    test.library.drafts.put({ id, blocks: [late], order: [...blocks.map((block) => block.id), late.id] });
    whileClosed((path) => turnBit(path, 'blocks', `id = '${late.id}'`));
    const [, found] = texts(id);
    // One bit of it is wrong, and nobody can know which.
    expect(found).toMatch(/^W.*kept\.$/);
    expect(found).toHaveLength('Written since, and never kept.'.length);
    expect(test.library.drafts.open(id).notice).not.toBeNull();
  });

  it('that was changed since its revision is told with the words that stood there', () => {
    const { id, blocks } = create('Floods', 'Three people drowned.');
    const changed = { ...paragraph('Thirteen people drowned, the army says.'), id: blocks[0]?.id ?? paragraph('').id };
    test.library.drafts.put({ id, blocks: [changed] });
    whileClosed((path) => turnBit(path, 'blocks', `id = '${changed.id}'`));
    expect(texts(id)).toEqual(['Three people drowned.']);
    expect(test.library.drafts.open(id).notice).toMatch(/In the damaged places stood: “Thirteen peo.*the army says\.”/);
  });

  it('is kept in the quarantine as it was', () => {
    const { id, blocks, path } = create('Floods', 'The river rose.');
    whileClosed((file) => turnBit(file, 'blocks', `id = '${blocks[0]?.id}'`));
    test.library.drafts.open(id);
    test.library.close();
    const database = new Database(path, { readOnly: true });
    const kept = database.all<{ piece: string; story_id: string; body: Uint8Array }>('SELECT * FROM quarantine');
    database.close();
    expect(kept.map(({ piece, story_id }) => [piece, story_id])).toEqual([[`block:${blocks[0]?.id}`, id]]);
    expect(Buffer.from(kept[0]?.body ?? []).toString()).toContain('paragraph');
  });

  it('whose row is gone comes back too, and one that never was anywhere is said to be lost', () => {
    const { id, blocks } = create('Floods', 'The river rose.');
    const late = paragraph('Never kept.');
    test.library.drafts.put({ id, blocks: [late], order: [...blocks.map((block) => block.id), late.id] });
    whileClosed((path) => {
      const database = new Database(path);
      database.exec('DELETE FROM blocks');
      database.close();
    });
    expect(texts(id)).toEqual(['The river rose.']);
    expect(test.library.drafts.open(id).notice).toContain('1 that could not be brought back');
  });

  it('does not stand in the way of a write to another one', () => {
    const { id, blocks } = create('Floods', 'The river rose.', 'Nobody slept.');
    whileClosed((path) => turnBit(path, 'blocks', `id = '${blocks[0]?.id}'`));
    const second = { ...paragraph('Everybody slept.'), id: blocks[1]?.id ?? paragraph('').id };
    test.library.drafts.put({ id, blocks: [second] });
    expect(texts(id)).toEqual(['The river rose.', 'Everybody slept.']);
  });
});

describe('damage elsewhere in a story', () => {
  it('of its fields: they come back from the last revision', () => {
    const { id } = create('Floods', 'The river rose.');
    whileClosed((path) => turnBit(path, 'story_fields', '1'));
    const { story, notice } = test.library.drafts.open(id);
    expect(story.fields.headline).toBe('Floods');
    expect(notice).toContain('its headline and other fields');
  });

  it('of its fields, met by a write to them: the write wins, the rest comes back', () => {
    const { id } = create('Floods', 'The river rose.');
    whileClosed((path) => turnBit(path, 'story_fields', '1'));
    test.library.drafts.put({ id, fields: { slug: 'floods' } });
    expect(test.library.drafts.read(id).fields).toMatchObject({ headline: 'Floods', slug: 'floods' });
  });

  it('of its order: what is newer than the last revision comes at the end, and nothing is lost', () => {
    const { id, blocks } = create('Floods', 'One.', 'Two.');
    const late = paragraph('Late.');
    test.library.drafts.put({ id, blocks: [late], order: [late.id, ...blocks.map((block) => block.id)] });
    whileClosed((path) => turnBit(path, 'story_orders', '1'));
    expect(texts(id)).toEqual(['One.', 'Two.', 'Late.']);
    expect(test.library.drafts.open(id).notice).toContain('the order of its paragraphs');
  });

  it('of its order, met by a write with a new one: the write wins', () => {
    const { id, blocks } = create('Floods', 'One.', 'Two.');
    whileClosed((path) => turnBit(path, 'story_orders', '1'));
    test.library.drafts.put({ id, order: blocks.map((block) => block.id).toReversed() });
    expect(texts(id)).toEqual(['Two.', 'One.']);
  });

  it.each(['created_at', 'updated_at'])('of its row (%s): the story opens with all its words', (column) => {
    const { id } = create('Floods', 'The river rose.');
    whileClosed((path) => turnBit(path, 'stories', '1', column));
    expect(texts(id)).toEqual(['The river rose.']);
    expect(test.library.drafts.open(id).notice).toContain('its dates');
    expect(test.library.drafts.open(id).story.fields.headline).toBe('Floods');
  });

  it('of its row, met by a write: no fresh checksum is put on what is wrong', () => {
    const { id } = create('Floods', 'The river rose.');
    const { createdAt } = test.library.drafts.read(id);
    whileClosed((path) => {
      const database = new Database(path);
      database.exec("UPDATE stories SET created_at = 'yesterday'");
      database.close();
    });
    test.library.drafts.put({ id, fields: { slug: 'floods' } });
    expect(test.library.drafts.read(id).createdAt).toBe(createdAt);
    expect(test.library.history.list(id).at(-1)?.kind).toBe('recovered');
  });

  it('of the writer’s place: it is forgotten, and that is all', () => {
    const { id } = create('Floods', 'The river rose.');
    whileClosed((path) => {
      const database = new Database(path);
      database.exec(`UPDATE stories SET place = '{"field":"bo'`);
      database.close();
    });
    expect(test.library.drafts.open(id)).toMatchObject({ place: null, notice: null });
  });

  it('of a comment: it is said to be lost, the others stay, and the words with them', () => {
    const { id, blocks } = create('Floods', 'The river rose.');
    const about = { kind: 'story' } as const;
    const [first, second] = [newThreadId(), newThreadId()];
    test.library.drafts.changeReview(id, { kind: 'addThread', id: first, about, by: 'Amna', text: 'Which river?' });
    test.library.drafts.changeReview(id, { kind: 'addThread', id: second, about, by: 'Amna', text: 'When?' });
    whileClosed((path) => turnBit(path, 'review_items', `id = '${first}'`));
    const { story, notice } = test.library.drafts.open(id);
    expect(story.blocks).toEqual(blocks);
    expect(story.review?.threads).toMatchObject([{ id: second, notes: [{ text: 'When?' }] }]);
    expect(notice).toContain('1 of its comments, steps and suggestions');
    whileClosed(() => undefined);
    expect(test.library.drafts.readReview(id).threads).toHaveLength(1);
    const database = new Database(test.library.folder.database);
    expect(database.all('SELECT piece FROM quarantine')).toEqual([{ piece: `review:threads:${first}` }]);
    database.close();
  });

  it('of a revision: it is refused with a sentence, and the others can still be read', () => {
    const { id } = create('Floods', 'The river rose.');
    whileClosed((path) => turnBit(path, 'revisions', `reason = 'named'`));
    const [named, created] = test.library.revisions.list(id);
    expect(() => named && test.library.revisions.read(named.id)).toThrowError(
      expect.objectContaining({ code: 'damagedRevision' }),
    );
    expect(created && test.library.revisions.read(created.id).summary).toEqual(created);
  });

  it('of a history entry: the others can still be read', () => {
    const { id } = create('Floods', 'The river rose.');
    test.library.drafts.setTrashed(id, true);
    whileClosed((path) => {
      const database = new Database(path);
      database.exec(`UPDATE history SET detail = '{' WHERE kind = 'created'`);
      database.close();
    });
    expect(test.library.history.list(id).map(({ kind }) => kind)).toEqual(['trashed']);
    expect(test.library.history.countUnreadable(id)).toBe(1);
  });
});

describe('every bit of a story’s pieces', () => {
  it('can be turned without the story showing a word that was never written', () => {
    const { id, blocks } = create('Floods in Sindh', 'The river rose at night.', 'Nobody slept.');
    const written = test.library.drafts.read(id);
    const pieces = [
      ['story_fields', '1'],
      ['story_orders', '1'],
      ...blocks.map((block) => ['blocks', `id = '${block.id}'`]),
    ] as [string, string][];
    for (const [table, where] of pieces) {
      for (const column of ['body', 'sum']) {
        whileClosed((path) => turnBit(path, table, where, column));
        const { story, notice } = test.library.drafts.open(id);
        expect({ fields: story.fields, blocks: story.blocks }, `${table}.${column}`).toEqual({
          fields: written.fields,
          blocks: written.blocks,
        });
        expect(notice, `${table}.${column}`).not.toBeNull();
      }
    }
  });
});

describe('a story a newer Stet wrote', () => {
  it('is left alone, and does not keep the list from being shown', () => {
    const { id } = create('Floods', 'The river rose.');
    create('Harvest', 'Wheat.');
    test.library.refresh();
    test.library.close();
    setFormat(test.library.folder.database, 99);
    test = open();
    expect(() => test.library.drafts.open(id)).toThrowError(expect.objectContaining({ code: 'newerFormat' }));
    test.library.refresh();
    const { items } = test.library.index.list({ query: '', status: null, trashed: false, offset: 0, limit: 10 });
    expect(items.map(({ headline }) => headline)).toEqual(['Harvest', 'Floods']);
  });
});
