import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { importOutcomeSchema } from '../../../shared/ipc/librarySchemas.ts';
import { blankFields } from '../../../shared/story/fields.ts';
import { newStoryId } from '../../../shared/story/ids.ts';
import { STORY_FORMAT, type Story } from '../../../shared/story/story.ts';
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
