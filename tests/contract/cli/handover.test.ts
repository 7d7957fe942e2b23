import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { importOutcomeSchema } from '../../../shared/ipc/librarySchemas.ts';
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
