import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { profileFolder } from '../../../electron/cli/profileFolder.ts';
import { StetCommand } from './StetCommand.ts';

const findingSchema = z.strictObject({
  ruleId: z.string(),
  level: z.enum(['note', 'warn', 'block']),
  place: z.looseObject({ in: z.enum(['field', 'block']), start: z.int(), end: z.int() }),
  excerpt: z.string(),
  message: z.string(),
  fix: z
    .union([
      z.strictObject({ replacement: z.string() }),
      z.strictObject({ address: z.strictObject({ from: z.string(), to: z.string() }) }),
    ])
    .nullable(),
  isSkippable: z.boolean(),
});
const reportSchema = z.strictObject({
  findings: z.array(findingSchema),
  skipped: z.array(findingSchema.extend({ reason: z.string(), by: z.string(), at: z.string() })),
  counts: z.strictObject({ note: z.int(), warn: z.int(), block: z.int() }),
  pullQuotes: z.array(
    z.strictObject({
      blockId: z.string(),
      state: z.string(),
      leftOut: z.array(z.string()),
      diff: z.array(z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
      kept: z.null(),
      overlaps: z.array(z.string()),
      isAttributionMissing: z.boolean(),
      length: z.int(),
    }),
  ),
  pullQuoteShare: z.number(),
  notes: z.array(z.string()),
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

  it('reads grammar where it is asked to', async () => {
    const file = write('tide.md', '# The pilots come ashore\n\nThey was tired.\n');
    const quiet = await stet.json(reportSchema, ['check', file]);
    expect(quiet.findings.map(({ ruleId }) => ruleId)).not.toContain('grammar');
    const { findings } = await stet.json(reportSchema, ['check', file, '--grammar']);
    expect(findings).toContainEqual(
      expect.objectContaining({ ruleId: 'grammar', level: 'note', excerpt: 'was', fix: { replacement: 'were' } }),
    );
  });

  it('tells the state of each pull-quote', async () => {
    const said = 'We count the nests at night, when the beach is ours';
    const file = write(
      'turtles.md',
      `# Turtles\n\n${said}. Nobody else comes.\n\n“${said},” said Halima Yusuf, a biologist. “Nobody else comes,” she added.\n`,
    );
    const { pullQuotes } = await stet.json(reportSchema, ['check', file]);
    expect(pullQuotes).toMatchObject([{ state: 'spliced', leftOut: ['said Halima Yusuf, a biologist'], overlaps: [] }]);
    expect(await stet.text('check', file)).toContain('1 pull-quote: 1 spliced; 1 without attribution;');
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

describe('the gate of stet export', () => {
  async function storyWithPlaceholder(): Promise<string> {
    return (await stet.text('import', write('tide.md', '# The pilots come ashore\n\nThey left TK radios.\n'))).slice(
      0,
      36,
    );
  }
  const receiptSchema = z.looseObject({
    summary: z.string(),
    detail: z.looseObject({
      despite: z.strictObject({ reason: z.string(), by: z.string(), findings: z.array(z.string()) }).optional(),
    }),
  });

  it('tells what blocks and writes all the same, unless it is asked to stop', async () => {
    const id = await storyWithPlaceholder();
    const out = join(stet.home, 'tide.html');
    const told = await stet.run('export', id, '--to', 'html', '--out', out);
    expect(told).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Blocking: “TK” looks like still to come.'),
    });
    expect(existsSync(out)).toBe(true);

    const other = join(stet.home, 'other.html');
    expect(await stet.failure('export', id, '--to', 'html', '--out', other, '--gate')).toEqual([65, 'blocked']);
    expect(existsSync(other)).toBe(false);
    const signed = ['--gate', '--despite', 'The ship is called so', '--by', 'A. Khan'];
    const receipt = await stet.json(receiptSchema, ['export', id, '--to', 'html', '--out', other, ...signed]);
    expect(receipt.summary).toContain('despite a finding of the checks; A. Khan: “The ship is called so”.');
    expect(receipt.detail.despite?.findings).toEqual(['“TK” looks like still to come.']);
    expect(await stet.failure('export', id, '--to', 'html', '--out', other, '--force', '--despite', 'So')).toEqual([
      ...[64, 'usage'],
    ]);
  });

  it('is shut by the house’s style, but not to a package', async () => {
    const id = await storyWithPlaceholder();
    writeFileSync(join(stet.library, 'style.yaml'), 'gate: everywhere\nstarter: true\n');
    const to = (target: string, name: string) => ['export', id, '--to', target, '--out', join(stet.home, name)];
    expect(await stet.failure(...to('text', 'tide.txt'))).toEqual([65, 'blocked']);
    expect((await stet.run(...to('package', 'tide.stet'))).code).toBe(0);
    writeFileSync(
      join(stet.library, 'style.yaml'),
      'gate: everywhere\nrules: { placeholder: note }\nrequired: { wordpress: [keywords] }\n',
    );
    expect(await stet.failure(...to('wordpress', 'tide.wp.html'))).toEqual([65, 'blocked']);
    writeFileSync(join(stet.library, 'style.yaml'), 'gate: everywhere\nrules: { placeholder: note }\n');
    expect((await stet.run(...to('text', 'tide.txt'))).code).toBe(0);
  });

  it('reads the spelling, and lets the words of the house and of the writer be', async () => {
    const file = write('tide.md', '# The pilots come ashore\n\nThe grobnik will inspcet a flimmer.\n');
    const excerpts = ({ findings }: z.infer<typeof reportSchema>) =>
      findings.filter(({ ruleId }) => ruleId === 'spelling').map(({ excerpt }) => excerpt);
    expect(excerpts(await stet.json(reportSchema, ['check', file]))).toEqual(['grobnik', 'inspcet', 'flimmer']);
    await stet.text('import', file);
    const profile = profileFolder({ platform: process.platform, env: stet.env, home: stet.home });
    mkdirSync(profile, { recursive: true });
    writeFileSync(join(profile, 'settings.json'), JSON.stringify({ dictionary: ['flimmer'] }));
    writeFileSync(join(stet.library, 'dictionary.txt'), '# ours\nGrobnik\r\n');
    const id = (await stet.text('list')).split('\n')[1]?.slice(0, 8) ?? '';
    expect(excerpts(await stet.json(reportSchema, ['check', id]))).toEqual(['inspcet']);
  });
});
