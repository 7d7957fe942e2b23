import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { deskListSchema } from '../../../shared/ipc/deskSchemas.ts';
import { StetCommand } from './StetCommand.ts';

// A process for each command, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

let stet: StetCommand;
beforeAll(() => StetCommand.build(), 60_000);
beforeEach(() => {
  stet = new StetCommand();
});
afterEach(() => stet.remove());

it('moves a story on as the Story tab does, with who, why and for whom, and nowhere it cannot go from where it stands', async () => {
  const [id = ''] = (await stet.text('new', '--headline', 'Boats wait')).split('  ');
  expect(await stet.text('step', id)).toBe(
    ['submit      Submit for review', 'hold        Put on hold', 'kill        Kill'].join('\n'),
  );
  expect(await stet.run('step', id, 'approve', '--by', 'Leila')).toMatchObject({
    code: 64,
    stderr: expect.stringContaining(
      '“approve” is no step from here: the story is draft. There are submit, hold, kill.',
    ) as string,
  });
  expect((await stet.run('step', id, 'submit')).stderr).toContain('Nobody says who does it.');
  const sent = await stet.text('step', id, 'submit', '--by', 'Amna', '--for', 'Leila', '--note', 'First half');
  expect(sent).toBe('Submitted by Amna, for Leila. “First half”');
  expect((await stet.run('step', id, 'return', '--by', 'Leila')).stderr).toContain('Say what is to be done');
  // It goes back to whoever submitted it.
  const step = z.looseObject({ status: z.string(), by: z.string(), assignee: z.string(), note: z.string() });
  expect(await stet.json(step, ['step', id, 'return', '--by', 'Leila', '--note', 'Who says so?'])).toMatchObject({
    ...{ status: 'returned', by: 'Leila', assignee: 'Amna', note: 'Who says so?' },
  });
  const { items } = await stet.json(deskListSchema.omit({ hidden: true }), ['queue']);
  expect(items).toMatchObject([{ id, status: 'returned', assignee: 'Amna' }]);
  expect(await stet.text('log', id)).toContain('Returned by Leila, for Amna.');
});

it('takes in what a colleague handed over before it moves that on', async () => {
  const [id = ''] = (await stet.text('new', '--headline', 'Boats wait')).split('  ');
  await stet.text('submit', id, '--to', 'out.stet', '--by', 'Amna');
  const file = join(stet.home, 'out.stet');
  const editor = new StetCommand();
  try {
    const taken = await editor.run('step', file, 'approve', '--by', 'Leila');
    expect(taken).toMatchObject({ code: 0, stdout: expect.stringContaining('Approved by Leila') as string });
    expect(taken.stderr).toContain('out.stet: The first package from Amna here.');
    expect(await editor.text('log', id)).toContain('Approved by Leila');
    writeFileSync(file, 'PK');
    expect((await editor.run('step', file, 'hold', '--by', 'Leila')).code).toBe(1);
  } finally {
    editor.remove();
  }
});
