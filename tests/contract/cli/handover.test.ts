import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { importOutcomeSchema } from '../../../shared/ipc/librarySchemas.ts';
import { blankFields } from '../../../shared/story/fields.ts';
import { newStoryId, newThreadId, type BlockId, type StoryId } from '../../../shared/story/ids.ts';
import type { Block, Figure } from '../../../shared/story/block.ts';
import { blockText } from '../../../shared/story/plainText.ts';
import { STORY_FORMAT, type Story } from '../../../shared/story/story.ts';
import { listSuggestions } from '../../../shared/suggestions/listSuggestions.ts';
import { paragraph } from '../../fixtures/merge/storyEdits.ts';
import { withEdit } from '../../fixtures/suggestions/suggestedEdits.ts';
import { TestLibrary } from '../../fixtures/library/TestLibrary.ts';
import { conflictSchema } from '../../../shared/story/review.ts';
import { StetCommand } from './StetCommand.ts';

// A process for each command, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

const DRAFT = `# Boats wait\n\nThe harbour was closed on Monday. Nobody said why.\n\nThe ministry gave no answer.\n`;

let amna: StetCommand;
let leila: StetCommand;
beforeAll(() => StetCommand.build(), 60_000);
beforeEach(() => {
  [amna, leila] = [new StetCommand(), new StetCommand()];
});
afterEach(() => {
  amna.remove();
  leila.remove();
});

const CREATED = { reason: 'created', summary: 'Made for a test.' } as const;

/** A story of our own with a captioned picture and seven paragraphs. */
function sevenParagraphs(id: StoryId): Story {
  const at = new Date().toISOString();
  const words = {
    one: 'The harbour was closed on Monday. Nobody said why. The crews went home.',
    two: 'On Tuesday the wind turned. The first boats left before noon.',
    three: 'Prices rose in the market. A kilo of hake cost twice as much. Cooks complained.',
    four: 'The auction hall stayed shut. A guard slept at its gate.',
    five: 'Some crews sold their catch at sea. Others threw it back.',
    six: 'A second storm is due on Thursday.',
    seven: 'The ministry gave no answer.',
  };
  const figure: Figure = {
    ...{ id: 'figure' as BlockId, type: 'figure', assetId: null, fileName: 'pier.jpg', origin: {} },
    ...{ caption: [{ type: 'text', text: 'The pier at dawn' }], credit: 'N. Rahim', alt: 'A pier' },
  };
  return {
    ...{ format: STORY_FORMAT, id, createdAt: at, updatedAt: at },
    fields: { ...blankFields(), headline: 'Boats at the pier' },
    blocks: [figure, ...Object.entries(words).map(([name, text]) => paragraph(name, text))],
  };
}

/** Works in somebody's library as the app does, while no command has it. */
async function inLibrary(who: StetCommand, work: (desk: TestLibrary) => Promise<unknown>): Promise<void> {
  const desk = new TestLibrary(who.library);
  try {
    await work(desk);
  } finally {
    desk.library.close();
  }
}

/** Types over words of a block; proposed where `by` says who does. */
async function retype(
  desk: TestLibrary,
  id: StoryId,
  block: string,
  from: string,
  to: string,
  by: string | null = null,
): Promise<void> {
  const { story } = await desk.ask('stories.open', { id });
  const blocks = story.blocks.map((one) =>
    one.id === block ? (JSON.parse(JSON.stringify(one).replace(from, to)) as Block) : one,
  );
  expect(blocks).not.toEqual(story.blocks);
  const { suggestions = [] } = withEdit(story, { fields: story.fields, blocks }, by, new Date().toISOString());
  await desk.ask('stories.put', { id, blocks: blocks.filter((one) => one.id === block), suggestions });
}

describe('stet submit, open and merge', () => {
  it('take a story from one library to another; what is opened twice is not new', async () => {
    writeFileSync(join(amna.home, 'draft.md'), DRAFT);
    const [id = ''] = (await amna.text('import', 'draft.md')).split('  ');
    expect((await amna.failure('submit', id, '--to', 'out.stet'))[0]).toBe(64);
    const sent = await amna.run(
      'submit',
      id,
      '--to',
      'out.stet',
      '--by',
      'Amna',
      '--note',
      'First half',
      '--for',
      'Leila',
    );
    expect(sent).toMatchObject({ code: 0, stderr: expect.stringContaining('Signed with the key') as string });
    const file = join(amna.home, 'out.stet');
    const taken = await leila.run('open', file);
    expect(taken).toMatchObject({ code: 0, stdout: `${id}  ${file}\n` });
    expect(taken.stderr).toContain('The first package from Amna');
    expect(await leila.text('show', id)).toContain('closed on Monday');
    const [again] = await leila.json(z.array(importOutcomeSchema), ['open', file]);
    expect(again).toMatchObject({ ok: true, imported: { alreadyHere: true, conflicts: 0 } });
    expect(await leila.json(z.array(conflictSchema), ['merge', id])).toEqual([]);
    expect((await leila.run('merge', id)).stderr).toContain('Nothing has to be decided.');

    const sealed = await leila.run('submit', id, '--to', 'back.stet', '--by', 'Leila', '--seal', 'Noor');
    expect(sealed).toMatchObject({ stderr: expect.stringContaining('No package of Noor was opened here') as string });
    expect((await leila.run('submit', id, '--to', 'back.stet', '--by', 'Leila', '--seal', 'amna')).code).toBe(0);
    const closed = await leila.run('open', join(leila.home, 'back.stet'));
    expect(closed).toMatchObject({ code: 1, stderr: expect.stringContaining('is sealed for Amna') as string });
    expect(await amna.run('open', join(leila.home, 'back.stet'))).toMatchObject({ code: 0 });
  });

  it('bring back all that two people did to a story meanwhile; one sentence that both changed is left to decide', async () => {
    const id = newStoryId();
    await inLibrary(amna, async ({ library }) => library.access.createStory(sevenParagraphs(id), CREATED));
    await amna.text('submit', id, '--to', 'out.stet', '--by', 'Amna');
    await leila.text('open', join(amna.home, 'out.stet'));

    await inLibrary(amna, async (desk) => {
      await retype(desk, id, 'three', 'Cooks complained', 'Cooks were furious');
      await retype(desk, id, 'figure', 'at dawn', 'before dawn');
    });
    await inLibrary(leila, async (desk) => {
      await desk.ask('stories.put', { id, fields: { headline: 'Boats wait for the wind' } });
      await retype(desk, id, 'seven', 'no answer', 'no answer on Friday');
      const about = { kind: 'block', blockId: 'five' as BlockId, words: '' } as const;
      const change = { kind: 'addThread', id: newThreadId(), about, by: 'Leila', text: 'Says who?' } as const;
      await desk.ask('review.change', { storyId: id, change });
      await retype(desk, id, 'one', 'Nobody said why', 'Nobody could say why', 'Leila');
      await retype(desk, id, 'two', 'first boats', 'boats', 'Leila');
    });
    await leila.text('submit', id, '--to', 'back.stet', '--by', 'Leila', '--status', 'returned');
    const back = await amna.run('open', join(leila.home, 'back.stet'));
    expect(back).toMatchObject({ code: 0, stderr: expect.stringContaining('Leila suggests 2 changes') as string });
    expect((await amna.run('merge', id)).stderr).toContain('Nothing has to be decided.');
    const diff = await amna.text('diff', id, 'Submitted by Amna');
    for (const words of ['{+wind+}', '{+before+}', '{+were furious+}', '{+on Friday+}', '{+could say+}', '[-first-]'])
      expect(diff).toContain(words);
    await inLibrary(amna, async (desk) => {
      const { story } = await desk.ask('stories.open', { id });
      const text = (block: string) => blockText(story.blocks.find((one) => one.id === block) as Block);
      expect(story.fields.headline).toBe('Boats wait for the wind');
      expect(text('three')).toContain('Cooks were furious.');
      expect(text('figure')).toContain('before dawn');
      expect(text('seven')).toContain('no answer on Friday');
      expect(story.review?.threads).toMatchObject([{ notes: [{ by: 'Leila', text: 'Says who?' }] }]);
      expect(listSuggestions(story).map(({ by, anchor }) => [by, anchor])).toEqual([
        ['Leila', 'one'],
        ['Leila', 'two'],
      ]);
      await retype(desk, id, 'four', 'The auction hall', 'The old auction hall');
    });

    await inLibrary(leila, (desk) => retype(desk, id, 'four', 'stayed shut', 'stayed open'));
    await leila.text('submit', id, '--to', 'again.stet', '--by', 'Leila', '--status', 'same');
    expect((await amna.run('open', join(leila.home, 'again.stet'))).stderr).toContain('To decide');
    const open = await amna.json(z.array(conflictSchema), ['merge', id], 1);
    expect(open).toMatchObject([{ kind: 'words', blockId: 'four' }]);
    expect(JSON.stringify(open)).toMatch(/old auction hall stayed shut.*stayed open|stayed open.*old auction hall/u);
    expect(await amna.text('log', id)).toContain('Merged');
  });

  it('lets nothing out, to a file or to the terminal, while something has to be decided', async () => {
    const at = '2026-11-30T10:00:00.000Z';
    const side = (by: string, headline: string) => ({ by, fields: { headline } });
    const sides: [ReturnType<typeof side>, ReturnType<typeof side>] = [side('Amna', 'Mine'), side('Leila', 'Theirs')];
    const conflict = {
      id: 'field.headline.1',
      at,
      settled: null,
      kind: 'field',
      field: 'headline',
      base: {},
      sides,
    } as const;
    const story: Story = {
      ...{ format: STORY_FORMAT, id: newStoryId(), createdAt: at, updatedAt: at },
      ...{
        fields: { ...blankFields(), headline: 'Mine' },
        blocks: [],
        review: { threads: [], steps: [], conflicts: [conflict] },
      },
    };
    const { library } = new TestLibrary(amna.library);
    library.access.createStory(story, { reason: 'created', summary: 'Made for a test.' });
    library.close();
    for (const out of ['-', 'story.txt']) {
      const ended = await amna.run('export', story.id, '--to', 'text', '--out', out);
      expect([ended.code, ended.stdout]).toEqual([65, '']);
      expect(ended.stderr).toContain('changed by two people');
    }
    await amna.text('merge', story.id, '--take', 'Leila', '--by', 'Amna');
    expect(await amna.text('export', story.id, '--to', 'text', '--out', '-')).toContain('Theirs');
  });

  it('refuse a package that was changed on its way', async () => {
    writeFileSync(join(amna.home, 'draft.md'), DRAFT);
    const [id = ''] = (await amna.text('import', 'draft.md')).split('  ');
    await amna.text('submit', id, '--to', 'out.stet', '--by', 'Amna', '--text-first');
    const bytes = readFileSync(join(amna.home, 'out.stet'));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(leila.home, 'bad.stet'), bytes);
    const { code, stdout, stderr } = await leila.run('open', 'bad.stet');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/bad\.stet: .*nothing was taken from it/u);
  });
});
