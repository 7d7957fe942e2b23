import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LibrarySession } from '../../../electron/cli/LibrarySession.ts';
import { listStories } from '../../../electron/cli/listStories.ts';
import { libraryRequests } from '../../../shared/ipc/libraryContract.ts';
import { blockText } from '../../../shared/story/plainText.ts';
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

/** Imports all documents and sends a signal some milliseconds after so many IDs were printed. Answers the IDs. */
async function importUntil(documents: readonly string[], signal: NodeJS.Signals, { after = 2, delayMs = 0 } = {}) {
  const child = stet.start('import', ...documents);
  const ended = ending(child);
  let printed = 0;
  child.stdout.on('data', (text: string) => {
    printed += text.split('\n').length - 1;
    if (printed >= after) setTimeout(() => child.kill(signal), delayMs);
  });
  const { code, stdout, stderr, signal: by } = await ended;
  const ids = stdout.split('\n').flatMap((line) => (line.endsWith('.md') ? [line.slice(0, 36)] : []));
  return { code, by, ids, stderr };
}

/** The library opens, every story in it is whole, and those that were reported are there. Answers how many there are. */
async function expectWhole(reported: readonly string[]): Promise<number> {
  const library = LibrarySession.open(stet.library, { make: false });
  try {
    const { items } = await listStories(library, { query: '', status: null, trashed: false });
    expect(items.map(({ id }) => String(id))).toEqual(expect.arrayContaining([...reported]));
    for (const { id, headline } of items) {
      const { story } = await library.ask('stories.open', { id });
      const words = story.blocks.map(blockText);
      const name = headline.toLowerCase();
      expect([words.length, words.at(0), words.at(-1)]).toEqual([
        PARAGRAPHS + 1,
        `Paragraph 0 of ${name}, كلمات.`,
        `The end of ${name}.`,
      ]);
    }
    const report = await library.ask('library.verify', {});
    expect([report.problems, report.stories]).toEqual([[], items.length]);
    return items.length;
  } finally {
    library.close();
  }
}

describe('a library in use', () => {
  it('is left alone, with a sentence and a code of its own', async () => {
    await stet.text('new');
    const library = LibrarySession.open(stet.library, { make: false });
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
    const { code, ids, stderr } = await importUntil(writeDocuments(), signal);
    expect([code, stderr]).toEqual([wanted, expect.stringContaining('stet: Stopped.')]);
    expect(ids.length).toBeLessThan(FILES);
    // Who stops in time reports all that was stored.
    expect(await expectWhole(ids)).toBe(ids.length);
  });

  it('by kills at any moment leaves a library that opens, and no half story', async () => {
    const documents = writeDocuments();
    const reported: string[] = [];
    for (const delayMs of [0, 2, 5, 9, 14, 20]) {
      const { by, ids } = await importUntil(documents, 'SIGKILL', { after: 1, delayMs });
      expect(by).toBe('SIGKILL');
      reported.push(...ids);
      await expectWhole(reported);
    }
  });
});
