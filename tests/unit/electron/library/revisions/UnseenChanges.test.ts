import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoryId } from '../../../../../shared/story/ids.ts';
import { TestClock } from '../../../../fixtures/library/TestClock.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let test: TestLibrary;
let id: StoryId;

const open = (isAttended: boolean) => {
  test = new TestLibrary(folder.path, { clock: new TestClock().read, isAttended });
};
/** Lets a script work on the library, which the person has closed meanwhile. */
const byScript = (work: () => unknown) => {
  test.library.close();
  open(false);
  work();
  test.library.close();
  open(true);
};
const write = (headline: string) => test.library.drafts.put({ id, fields: { headline } });
const unseen = async () => {
  const seen = await test.ask('revisions.unseen', { storyId: id });
  return seen && (await test.ask('revisions.read', { id: seen.id })).story.fields.headline;
};

beforeEach(async () => {
  folder = await makeTestFolder();
  open(true);
  id = test.library.drafts.create('blank', { byline: '', dateline: '', language: 'en' }).story.id;
  write('As I left it');
});
afterEach(async () => {
  test.library.close();
  await folder.remove();
});

describe('what somebody else made of a story', () => {
  it('is told from what the writer saw last, however often it was changed since', async () => {
    byScript(() => {
      write('Changed');
      write('Changed again');
    });
    expect(await unseen()).toBe('As I left it');
    write('And by my own hand');
    expect(await unseen()).toBe('As I left it');
  });

  it('counts for a revision put back by a script, not for one put back at the page', async () => {
    const kept = test.library.drafts.keepRevision(id, 'named', 'Mine');
    write('Later');
    await test.ask('revisions.restore', { id: kept.id });
    expect(await unseen()).toBeNull();
    write('Later still');
    byScript(() => test.library.drafts.restore(kept.id));
    expect(await unseen()).toBe('Later still');
  });

  it('is over once the writer has looked', async () => {
    byScript(() => write('Changed'));
    await test.ask('revisions.look', { storyId: id });
    expect(await unseen()).toBeNull();
    byScript(() => write('Changed again'));
    expect(await unseen()).toBe('Changed');
  });

  it('is noted by whoever changes a story for the writer, a merge for one', async () => {
    const before = test.library.drafts.keepRevision(id, 'named');
    test.library.unseen.note(test.library.tables.row(id).key, before.id);
    expect(await unseen()).toBe('As I left it');
  });
});
