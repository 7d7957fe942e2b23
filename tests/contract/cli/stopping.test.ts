import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FORMATS } from '../../../electron/library/formats.ts';
import { Library } from '../../../electron/library/Library.ts';
import { libraryRequests } from '../../../shared/ipc/libraryContract.ts';
import { verifyReportSchema } from '../../../shared/ipc/librarySchemas.ts';
import { ending, StetCommand } from './StetCommand.ts';

const listSchema = libraryRequests['stories.list'].answer;
const PARAGRAPHS = 400;
const FILES = 40;

vi.setConfig({ testTimeout: 180_000 });

let stet: StetCommand;
beforeAll(() => StetCommand.build(), 60_000);
beforeEach(() => {
  stet = new StetCommand();
});
afterEach(() => stet.remove());

/** Documents long enough that an import is under way for a while; the last paragraph of each says so. */
function writeDocuments(): string[] {
  return Array.from({ length: FILES }, (_, index) => {
    const body = Array.from({ length: PARAGRAPHS }, (_paragraph, at) => `Paragraph ${at} of document ${index}, كلمات.`);
    const name = `document-${index}.md`;
    writeFileSync(
      join(stet.home, name),
      `# Document ${index}\n\n${body.join('\n\n')}\n\nThe end of document ${index}.\n`,
    );
    return name;
  });
}

/** The IDs an import has printed so far, until it has ended. */
async function importUntil(signal: NodeJS.Signals, afterStories: number) {
  const child = stet.start('import', ...writeDocuments());
  const ended = ending(child);
  let printed = 0;
  child.stdout.on('data', (text: string) => {
    printed += text.split('\n').length - 1;
    if (printed >= afterStories) child.kill(signal);
  });
  const { code, stdout, stderr, signal: by } = await ended;
  const ids = stdout.split('\n').flatMap((line) => (line.endsWith('.md') ? [line.slice(0, 36)] : []));
  return { code, by, ids, stderr };
}

/** Every story in the library is whole, and those that were reported are there. */
async function expectWhole(reported: readonly string[]): Promise<void> {
  const { items } = await stet.json(listSchema, ['list']);
  const ids = items.map(({ id }) => String(id));
  for (const id of reported) expect(ids).toContain(id);
  // One more may have been stored before its line was printed.
  expect(ids.length).toBeLessThanOrEqual(reported.length + 1);
  for (const { id, headline } of items) {
    const text = await stet.text('export', id, '--to', 'markdown', '--out', '-');
    expect(text).toContain(`The end of ${headline.toLowerCase()}.`);
    for (const at of [0, PARAGRAPHS - 1]) expect(text).toContain(`Paragraph ${at} of ${headline.toLowerCase()},`);
  }
  expect(await stet.json(verifyReportSchema, ['verify'])).toMatchObject({ ok: true, stories: ids.length });
}

describe('a library in use', () => {
  it('is left alone, with a sentence and a code of its own', async () => {
    await stet.text('new');
    const library = new Library({
      folder: stet.library,
      formats: FORMATS,
      renderer: { render: () => Promise.reject(new Error('No pictures here')) },
    });
    try {
      for (const args of [['list'], ['new'], ['import', 'x.md'], ['verify'], ['backup', 'b']])
        expect(await stet.failure(...args)).toEqual([75, 'inUse']);
      expect(await stet.run('list')).toMatchObject({
        code: 75,
        stdout: '',
        stderr: expect.stringMatching(/^stet: .* is open /),
      });
    } finally {
      library.close();
    }
    expect((await stet.json(listSchema, ['list'])).total).toBe(1);
  });

  it('belongs to one of two commands at once', async () => {
    const documents = writeDocuments();
    const child = stet.start('import', ...documents);
    const ended = ending(child);
    await once(child.stdout, 'data');
    expect(await stet.failure('new')).toEqual([75, 'inUse']);
    expect((await ended).code).toBe(0);
    expect((await stet.json(listSchema, ['list'])).total).toBe(documents.length);
  });
});

describe('an import that is stopped', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s lets the library go and ends with %i', async (signal, wanted) => {
    const { code, ids, stderr } = await importUntil(signal, 2);
    expect(code).toBe(wanted);
    expect(stderr).toContain('stet: Stopped.');
    expect(ids.length).toBeLessThan(FILES);
    await expectWhole(ids);
  });

  it('by a kill leaves a library that opens, and no half story', async () => {
    const { by, ids } = await importUntil('SIGKILL', 3);
    expect(by).toBe('SIGKILL');
    await expectWhole(ids);
  });
});
