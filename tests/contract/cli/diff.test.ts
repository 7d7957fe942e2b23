import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { LibrarySession } from '../../../electron/cli/LibrarySession.ts';
import { historyEntrySchema, revisionSummarySchema } from '../../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import { StetCommand } from './StetCommand.ts';

// A process for each command, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const logSchema = z.strictObject({ revisions: z.array(revisionSummarySchema), history: z.array(historyEntrySchema) });
const version = z.strictObject({ name: z.string(), revisionId: z.string().nullable() });
const diffSchema = z.strictObject({
  before: version,
  after: version,
  fields: z.array(z.looseObject({ field: z.string(), isChanged: z.boolean() })),
  rows: z.array(z.looseObject({ kind: z.string() })),
  words: z.strictObject({ in: z.int(), out: z.int() }),
  changes: z.int(),
});
const listSchema = z.looseObject({ items: z.array(z.looseObject({ id: z.string() })) });

let stet: StetCommand;
beforeAll(() => StetCommand.build(), 60_000);
beforeEach(() => {
  stet = new StetCommand();
});
afterEach(() => stet.remove());

/** A story that was imported, kept under a name, and changed. */
async function writeStory(): Promise<StoryId> {
  writeFileSync(
    join(stet.home, 'flood.md'),
    '# Flood\n\nThe river rose at night.\n\nNobody slept.\n\nThe dam was open.\n',
  );
  await stet.text('import', 'flood.md');
  const [story] = (await stet.json(listSchema, ['list'])).items;
  const id = (story?.id ?? '') as StoryId;
  const library = LibrarySession.open(stet.library, { make: false, person: 'Ayesha\u001b[2J Baloch' });
  try {
    await library.ask('revisions.keep', { storyId: id, name: 'Before the cuts' });
    const { blocks } = (await library.ask('stories.open', { id })).story;
    const [river, slept, dam] = blocks;
    if (!river || !slept || !dam || river.type !== 'paragraph') throw new Error('Three paragraphs were imported.');
    const fell = { ...river, content: [{ type: 'text' as const, text: 'The river fell at night.' }] };
    const order = [dam.id, river.id, slept.id];
    await library.ask('stories.put', { id, blocks: [fell], order, fields: { headline: 'Drought' } });
    await library.ask('revisions.keep', { storyId: id, name: 'After' });
    return id;
  } finally {
    library.close();
  }
}

describe('stet log', () => {
  it('lists what was kept, by whom, the words that came and went, and what happened', async () => {
    const id = await writeStory();
    const { revisions, history } = await stet.json(logSchema, ['log', id]);
    expect(revisions.map(({ name, wordsIn, wordsOut }) => [name, wordsIn, wordsOut])).toEqual([
      ['After', 2, 2],
      ['Before the cuts', null, null],
    ]);
    expect(history.map(({ kind }) => kind)).toEqual(['imported']);
    const text = await stet.text('log', id.slice(0, 8));
    const [head, newest] = text.split('\n');
    expect(head).toMatch(/^REVISION +WHEN +WORDS +IN +OUT +WHO +WHAT$/);
    expect(newest).toMatch(
      new RegExp(`^${revisions[0]?.id.slice(0, 8)} .* 11 +\\+2 +-2 +Ayesha .*Baloch +Kept: After$`),
    );
    expect(text).toContain('As imported: Before the cuts');
    expect(text).toContain('Imported from “flood.md”.');
    // Nobody's name acts on a terminal.
    expect(text).not.toContain('\u001b');
  });

  it('of a story that is not there says so', async () => {
    await writeStory();
    expect((await stet.failure('log', 'nothing'))[0]).toBe(66);
  });
});

describe('stet diff', () => {
  it('shows words, moves and fields, for people', async () => {
    const id = await writeStory();
    const text = await stet.text('diff', id, 'before the cuts');
    const lines = text.split('\n');
    expect(lines[0]).toMatch(/^--- [0-9a-f]{8} .*Before the cuts$/);
    expect(lines[1]).toBe('+++ now');
    expect(text).toContain('3 differences, 2 words in, 2 words out.');
    expect(text).toContain('* headline: [-Flood-]{+Drought+}');
    expect(text).toContain('~ paragraph moved from passage 3 to 1\n    The dam was open.');
    expect(text).toContain('~ paragraph changed\n    The river [-rose-]{+fell+} at night.');
    expect(text).toContain('  1 unchanged passage');
    // Colours are for a terminal.
    expect(text).not.toContain('\u001b');
  });

  it('answers programs with all of it, whatever is compared', async () => {
    const id = await writeStory();
    const { revisions } = await stet.json(logSchema, ['log', id]);
    const [after, before] = revisions;
    if (!after || !before) throw new Error('Two revisions were kept.');
    const two = await stet.json(diffSchema, ['diff', id, before.id.slice(0, 8), after.id]);
    expect([two.before.revisionId, two.after.revisionId]).toEqual([before.id, after.id]);
    expect(two.words).toEqual({ in: 2, out: 2 });
    expect(two.rows.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same', 'movedAway']);
    const none = await stet.json(diffSchema, ['diff', id]);
    expect([none.before.revisionId, none.after.name, none.changes]).toEqual([after.id, 'now', 0]);
    expect(await stet.text('diff', id)).toContain('No differences.');
  });

  it('compares two files, of which neither is kept', async () => {
    const id = await writeStory();
    await stet.text('export', id, '--to', 'package', '--out', 'now.stet');
    const { words, rows } = await stet.json(diffSchema, ['diff', 'flood.md', 'now.stet']);
    expect(words).toEqual({ in: 2, out: 2 });
    expect(rows.map(({ kind }) => kind)).toContain('changed');
    expect((await stet.json(listSchema, ['list'])).items).toHaveLength(1);
  });

  it('of a revision that is not there says so', async () => {
    const id = await writeStory();
    expect((await stet.failure('diff', id, 'Noon'))[0]).toBe(66);
    expect((await stet.run('diff', id, 'Noon')).stderr).toContain('"stet log" lists them.');
  });
});
