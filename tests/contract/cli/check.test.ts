import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { StetCommand } from './StetCommand.ts';

const reportSchema = z.strictObject({
  findings: z.array(
    z.strictObject({
      ruleId: z.string(),
      level: z.enum(['note', 'warn', 'block']),
      place: z.looseObject({ in: z.enum(['field', 'block']), start: z.int(), end: z.int() }),
      excerpt: z.string(),
      message: z.string(),
      fix: z.strictObject({ replacement: z.string() }).nullable(),
    }),
  ),
  counts: z.strictObject({ note: z.int(), warn: z.int(), block: z.int() }),
  pullQuoteShare: z.number(),
});

// A process for each command, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

let stet: StetCommand;
beforeAll(() => StetCommand.build(), 60_000);
beforeEach(() => {
  stet = new StetCommand();
});
afterEach(() => stet.remove());

function write(name: string, content: string): string {
  writeFileSync(join(stet.home, name), content);
  return name;
}

describe('stet check', () => {
  it('reads a document without keeping it, and ends with 1 where something must not go out', async () => {
    const file = write('tide.md', '# The pilots come ashore\n\nThey left TK radios on the the desk.\n');
    const { findings, counts } = await stet.json(reportSchema, ['check', file], 1);
    expect(findings).toContainEqual(expect.objectContaining({ ruleId: 'placeholder', level: 'block', excerpt: 'TK' }));
    expect(findings).toContainEqual(
      expect.objectContaining({ ruleId: 'word-repeated', excerpt: 'the the', fix: { replacement: 'the' } }),
    );
    expect(counts.block).toBe(1);
    expect(existsSync(stet.library)).toBe(false);
  });

  it('reads a story of the library by its ID, for people too', async () => {
    const file = write('tide.md', '# The pilots come ashore\n\nThey left their radios on the desk .\n');
    const id = (await stet.text('import', file)).slice(0, 36);
    const text = await stet.text('check', id);
    expect(text).toContain('note block 1: A space stands before “.”. [space-before-mark]');
    expect(text.split('\n').at(-1)).toMatch(/^\d+ findings: 0 block, \d+ warn, \d+ note$/);
  });

  it('takes a house style, and says what is wrong in one', async () => {
    const file = write('tide.md', '# The pilots come ashore\n\nThe fishermen met the goverment.\n');
    const style = write('house.yaml', 'entries:\n  - { term: fishermen, preferred: fishers, level: block }\n');
    const { findings } = await stet.json(reportSchema, ['check', file, '--style', style], 1);
    expect(findings.filter(({ ruleId }) => ruleId === 'house-style').map(({ excerpt }) => excerpt)).toEqual([
      'fishermen',
    ]);
    expect(await stet.failure('check', file, '--style', write('bad.yaml', 'entries: 1'))).toEqual([64, 'badStyle']);
    expect(await stet.failure('check', file, '--style', 'none.yaml')).toEqual([66, 'notFound']);
    expect(await stet.failure('check', 'none.md')).toEqual([66, 'noLibrary']);
  });
});
