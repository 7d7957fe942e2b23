import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../../../../shared/ipc/librarySchemas.ts';
import { withEdit } from '../../../../fixtures/suggestions/suggestedEdits.ts';
import { listSuggestions } from '../../../../../shared/suggestions/listSuggestions.ts';
import { settleLayers } from '../../../../../shared/suggestions/settleSuggestions.ts';
import { openConflicts } from '../../../../../shared/review/openConflicts.ts';
import { newStoryId, newThreadId, type StoryId } from '../../../../../shared/story/ids.ts';
import { blockText } from '../../../../../shared/story/plainText.ts';
import { STORY_FORMAT, type Story } from '../../../../../shared/story/story.ts';
import { TestClock } from '../../../../fixtures/library/TestClock.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';
import { mergeableStory } from '../../../../fixtures/merge/storyEdits.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let clock: TestClock;
let desk: Record<'amna' | 'leila', TestLibrary>;
let id: StoryId;

const NAMES = { amna: 'Amna', leila: 'Leila' } as const;
type Who = keyof typeof NAMES;

beforeEach(async () => {
  folder = await makeTestFolder();
  clock = new TestClock();
  const library = (who: Who) => new TestLibrary(join(folder.path, who), { clock: clock.read, person: NAMES[who] });
  desk = { amna: library('amna'), leila: library('leila') };
  const at = clock.read().toISOString();
  const story: Story = {
    format: STORY_FORMAT,
    id: (id = newStoryId()),
    createdAt: at,
    updatedAt: at,
    ...mergeableStory(),
  };
  desk.amna.library.access.createStory(story, { reason: 'created', summary: 'Made for a test.' });
});
afterEach(async () => {
  for (const { library } of Object.values(desk)) library.close();
  await folder.remove();
});

const read = (who: Who) => desk[who].library.drafts.read(id);
const textOf = (who: Who, block: string) => {
  const found = read(who).blocks.find((one) => one.id === block);
  return found ? blockText(found) : '(gone)';
};

/** Types over words of a block. */
function change(who: Who, block: string, from: string, to: string): void {
  clock.pass(1000);
  const found = JSON.stringify(read(who).blocks.find((one) => one.id === block));
  if (!found.includes(from)) throw new Error(`“${from}” is not in ${found}`);
  desk[who].library.drafts.put({ id, blocks: [JSON.parse(found.replace(from, to))] });
}

async function send(who: Who, name: string, status: 'submitted' | 'returned' | null = null): Promise<string> {
  clock.pass(1000);
  const path = join(folder.path, name);
  const order = { storyId: id, by: NAMES[who], status, assignee: null, note: '', media: 'all' } as const;
  await desk[who].ask('handover.send', { order, path });
  return path;
}

async function open(who: Who, path: string, acceptedKey?: string): Promise<ImportOutcome> {
  clock.pass(1000);
  const [outcome] = await desk[who].ask('imports.files', { paths: [path], ...(acceptedKey && { acceptedKey }) });
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

async function merged(who: Who, path: string) {
  const outcome = await open(who, path);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.imported;
}

/** Has Leila propose other words in a paragraph. */
function propose(block: string, from: string, to: string): void {
  const story = read('leila');
  const blocks = story.blocks.map((one) =>
    one.id === block ? (JSON.parse(JSON.stringify(one).replace(from, to)) as typeof one) : one,
  );
  const { suggestions = [] } = withEdit(story, { ...story, blocks }, 'Leila', '2026-11-30T10:00:00.000Z');
  const changed = blocks.filter(({ id: name }) => name === block);
  desk.leila.library.drafts.put({ id, blocks: changed, suggestions });
}

describe('a story that goes to an editor and comes back', () => {
  it('has everything both did meanwhile, and nothing to decide', async () => {
    await merged('leila', await send('amna', 'out.stet', 'submitted'));
    expect(read('leila').fields.status).toBe('submitted');
    expect(read('leila').review?.steps).toMatchObject([{ by: 'Amna', status: 'submitted' }]);

    change('amna', 'three', 'Cooks complained', 'Cooks were furious');
    change('amna', 'figure', 'at dawn', 'before dawn');
    desk.leila.library.drafts.put({ id, fields: { headline: 'Boats wait for the wind' } });
    change('leila', 'four', 'no answer', 'no answer on Friday');
    const about = { kind: 'block', blockId: read('leila').blocks[1]?.id, words: '' } as const;
    const thread = { kind: 'addThread', id: newThreadId(), about, by: 'Leila', text: 'Says who?' } as const;
    await desk.leila.ask('review.change', { storyId: id, change: thread as never });

    // Two things she only proposes.
    propose('one', 'Nobody said why', 'Nobody could say why');
    propose('two', 'first boats', 'boats');

    const back = await merged('amna', await send('leila', 'back.stet', 'returned'));
    expect(back).toMatchObject({ storyId: id, alreadyHere: false, conflicts: 0 });
    expect(listSuggestions(read('amna')).map(({ by, hunk }) => [by, hunk.kind])).toEqual([
      ['Leila', 'words'],
      ['Leila', 'words'],
    ]);
    expect(settleLayers(read('amna'), 'reject', () => true).blocks.map(blockText)).toContain(
      'The harbour was closed on Monday. Nobody said why. The crews went home.',
    );
    expect(back.notes).toEqual([
      expect.stringContaining('The first package from Leila'),
      'Leila changed the headline.',
      'Leila changed the status.',
      expect.stringMatching(/^Leila changed the paragraph “The ministry gave no answer on Friday/u),
      'Leila suggests 2 changes, to be accepted or rejected.',
    ]);
    expect(textOf('amna', 'three')).toContain('Cooks were furious.');
    expect(textOf('amna', 'figure')).toContain('The pier before dawn.');
    expect(textOf('amna', 'four')).toBe('The ministry gave no answer on Friday.');
    expect(read('amna')).toMatchObject({
      fields: { headline: 'Boats wait for the wind', status: 'returned' },
      review: { threads: [{ notes: [{ by: 'Leila', text: 'Says who?' }] }], conflicts: [] },
    });
    const [newest, received] = await desk.amna.ask('revisions.list', { storyId: id });
    expect(newest).toMatchObject({ reason: 'merged', parents: [received?.id, expect.any(String)] });
    expect(received).toMatchObject({ reason: 'received', by: 'Leila' });

    const again = await merged('amna', join(folder.path, 'back.stet'));
    expect(again).toMatchObject({ alreadyHere: true, notes: [] });
    expect((await desk.amna.ask('revisions.list', { storyId: id }))[0]?.id).toBe(newest?.id);
  });

  it('is proposed over what is here, where that is wanted instead of the merge', async () => {
    await merged('leila', await send('amna', 'out.stet'));
    change('amna', 'one', 'on Monday', 'on Sunday');
    const mine = read('amna');
    change('leila', 'one', 'The harbour', 'The old harbour');
    change('leila', 'four', 'no answer', 'an answer');
    const back = await merged('amna', await send('leila', 'back.stet'));
    expect(back).toMatchObject({ conflicts: 1, mergedWith: 'Leila' });
    await desk.amna.ask('review.unmerge', { storyId: id });
    expect(openConflicts(read('amna'))).toEqual([]);
    expect(listSuggestions(read('amna')).map(({ by, hunk }) => [by, hunk.kind])).toEqual([
      ['Leila', 'words'],
      ['Leila', 'words'],
    ]);
    expect(textOf('amna', 'four')).toBe('The ministry gave an answer.');
    expect(textOf('amna', 'one')).toContain('The old harbour was closed on Sunday.');
    // Rejected, all is as it was.
    const rejected = settleLayers(read('amna'), 'reject', () => true);
    expect(rejected.blocks).toEqual(mine.blocks);
    expect(await desk.amna.request('review.unmerge', { storyId: id })).toMatchObject({ ok: true });
    change('amna', 'two', 'before noon', 'at noon');
    expect(await desk.amna.request('review.unmerge', { storyId: id })).toMatchObject({
      error: { code: 'notMerged' },
    });
  });

  it('has the sentence both changed twice, once in each version, on whichever side they are merged; it cannot go out so', async () => {
    await merged('leila', await send('amna', 'out.stet'));
    change('amna', 'one', 'on Monday', 'on Sunday');
    change('leila', 'one', 'The harbour', 'The old harbour');
    const [toLeila, toAmna] = [await send('amna', 'a.stet'), await send('leila', 'b.stet')];
    expect(await merged('amna', toAmna)).toMatchObject({ conflicts: 1 });
    expect(await merged('leila', toLeila)).toMatchObject({ conflicts: 1 });
    expect(read('amna').blocks).toEqual(read('leila').blocks);
    expect(textOf('amna', 'one')).toContain('The harbour was closed on Sunday.');
    expect(textOf('amna', 'one')).toContain('The old harbour was closed on Monday.');

    const out = {
      storyId: id,
      target: 'text',
      path: join(folder.path, 'out.txt'),
      gate: 'script',
      override: null,
    } as const;
    const override = { by: 'Amna', reason: 'Late' };
    expect(await desk.amna.request('exports.write', { ...out, override, ownWords: [] })).toMatchObject({
      ok: false,
      error: { code: 'conflicts' },
    });

    // Leila decides; her decision travels, and Amna's library does not ask again.
    const [conflict] = openConflicts(read('leila'));
    if (conflict?.kind !== 'words') throw new Error('no conflict of words');
    const decision = conflict.sides[0].by === 'Leila' ? 1 : 2;
    await desk.leila.ask('review.settle', { storyId: id, ids: [conflict.id], decision, by: 'Leila' });
    expect(textOf('leila', 'one')).toBe('The old harbour was closed on Monday. Nobody said why. The crews went home.');
    change('amna', 'two', 'before noon', 'at noon');
    expect(await merged('amna', await send('leila', 'decided.stet'))).toMatchObject({ conflicts: 0 });
    expect(textOf('amna', 'one')).toBe('The old harbour was closed on Monday. Nobody said why. The crews went home.');
    expect(textOf('amna', 'two')).toContain('at noon');
    expect(await desk.amna.request('exports.write', { ...out, ownWords: [] })).toMatchObject({ ok: true });
  });

  it('leaves the story alone where its package cannot be written', async () => {
    const order = { storyId: id, by: 'Amna', status: 'submitted', assignee: 'Leila', note: '', media: 'all' } as const;
    writeFileSync(join(folder.path, 'file'), 'in the way');
    const answer = await desk.amna.request('handover.send', { order, path: join(folder.path, 'file', 'x.stet') });
    expect(answer).toMatchObject({ ok: false });
    expect(read('amna')).toMatchObject({ fields: { status: 'draft' } });
    expect(read('amna').review).toBeUndefined();
  });
});

describe('a package that is handed over', () => {
  it('is refused if a single byte of it was changed, whichever it is, and nothing of it is taken', async () => {
    const bytes = readFileSync(await send('amna', 'out.stet'));
    const bad = join(folder.path, 'bad.stet');
    for (let at = 0; at < bytes.length; at += Math.max(1, Math.floor(bytes.length / 400))) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(bad, changed);
      const outcome = await open('leila', bad);
      expect(outcome, `byte ${at}`).toMatchObject({ ok: false });
    }
    expect(desk.leila.library.drafts.find(id)).toBeNull();
  }, 120_000);

  it('is refused from somebody whose key is another than before, until that key is named', async () => {
    await merged('leila', await send('amna', 'out.stet'));
    const stranger = new TestLibrary(join(folder.path, 'stranger'), { clock: clock.read, person: 'Amna' });
    try {
      stranger.library.access.createStory({ ...read('amna'), id: newStoryId() }, { reason: 'created', summary: '' });
      const [summary] = (
        await stranger.ask('stories.list', { query: '', status: null, trashed: false, offset: 0, limit: 1 })
      ).items;
      if (!summary) throw new Error('no story');
      const order = { storyId: summary.id, by: 'Amna', status: null, assignee: null, note: '', media: 'none' } as const;
      const path = join(folder.path, 'stranger.stet');
      await stranger.ask('handover.send', { order, path });
      const { fingerprint } = await stranger.ask('handover.estimate', { storyId: summary.id, by: 'Amna' });
      const refused = await open('leila', path);
      expect(refused).toMatchObject({ ok: false, code: 'changedKey' });
      expect(JSON.stringify(refused)).toContain(fingerprint);
      expect(desk.leila.library.drafts.find(summary.id)).toBeNull();
      const { fingerprint: before } = await desk.amna.ask('handover.estimate', { storyId: id, by: 'Amna' });
      expect(refused).toMatchObject({ sender: { name: 'Amna', before, now: fingerprint } });
      expect(await open('leila', path, 'ffff')).toMatchObject({ ok: false });
      expect(await desk.leila.ask('imports.acceptKey', { fingerprint: before })).toEqual([]);
      expect(desk.leila.library.drafts.find(summary.id)).toBeNull();
      // As the window does it, which has no path: what was refused for this key.
      expect(await desk.leila.ask('imports.acceptKey', { fingerprint })).toMatchObject([
        { ok: true, imported: { notes: [`Amna has a new key from now on: ${fingerprint}.`] } },
      ]);
      expect(await desk.leila.ask('imports.acceptKey', { fingerprint })).toEqual([]);
      expect(await open('leila', path)).toMatchObject({ ok: true });
    } finally {
      stranger.library.close();
    }
  });

  it('weighs what it was said to weigh, and keeps its key for its owner', async () => {
    const cost = await desk.amna.ask('handover.estimate', { storyId: id, by: 'Amna' });
    const order = { storyId: id, by: 'Amna', status: null, assignee: null, note: '', media: 'none' } as const;
    const { detail } = await desk.amna.ask('handover.send', { order, path: join(folder.path, 'x.stet') });
    // The ids of the revisions it comes from, and the step it is.
    expect(Math.abs((detail.bytes ?? 0) - cost.none)).toBeLessThan(400);
    const { mode } = statSync(join(folder.path, 'amna', 'signing-key.pem'));
    if (process.platform !== 'win32') expect(mode & 0o077).toBe(0);
  });
});
