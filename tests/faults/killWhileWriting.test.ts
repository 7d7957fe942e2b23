import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newStoryId, type StoryId } from '../../shared/story/ids.ts';
import { blockText } from '../../shared/story/plainText.ts';
import { buildForNode, type BuiltModule } from '../fixtures/library/buildForNode.ts';
import { rootPages, ruinPages } from '../fixtures/library/damage.ts';
import { makeTestFolder, TestLibrary } from '../fixtures/library/TestLibrary.ts';

/** Kills of a run; STET_KILLS asks for more before a release. */
const KILLS = Number(process.env['STET_KILLS'] ?? 30);
/** How long it writes at most before it is killed, or is given to open the library (ms). */
const LATEST_MS = 300;
/** Every so manieth call to the disk is killed; STET_EVERY_CALL=1 takes them all, for minutes. */
const STEP = Number(process.env['STET_EVERY_CALL'] ?? 0) > 0 ? 1 : 17;
const EACH = STEP === 1 ? 'every call' : `one call in ${STEP}`;
/** Words written by the process whose every call to the disk is killed in turn. */
const WORDS = 12;
/** What the engine asks of the disk. */
const CALLS = ['pwrite64', 'write', 'fdatasync', 'fsync', 'ftruncate', 'rename', 'unlink', 'copy_file_range']
  // Not every processor has them all.
  .map((call) => `?${call}`)
  .join();

let built: BuiltModule;
let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let library: string;
let id: StoryId;

beforeAll(async () => {
  built = await buildForNode('tests/fixtures/library/writerProcess.ts');
});
afterAll(() => built.remove());
beforeEach(async () => {
  folder = await makeTestFolder();
  library = join(folder.path, 'library');
  id = newStoryId();
});
afterEach(() => folder.remove());

/** What the process said is on the disk. */
interface Acknowledged {
  /** How many words; the story is there without any from its own line on. */
  readonly words: number;
  readonly story: boolean;
  readonly failure: string | undefined;
}

function readLines(output: string): Acknowledged {
  // A line cut short by the kill was not said.
  const lines = output.split('\n').slice(0, -1);
  const puts = lines.flatMap((line) => /^put (\d+) /.exec(line)?.[1] ?? []);
  return {
    words: puts.length === 0 ? 0 : Number(puts.at(-1)) + 1,
    story: lines.includes('added') || puts.length > 0,
    failure: lines.find((line) => line.startsWith('failed')),
  };
}

/** Opens what was left, and holds it against what was said before. Answers how many words there are. */
async function check(said: Acknowledged): Promise<number> {
  expect(said.failure).toBeUndefined();
  const test = new TestLibrary(library);
  try {
    expect(test.library.notices).toEqual([]);
    expect(await test.ask('library.verify', {})).toMatchObject({ ok: true, problems: [] });
    const story = test.library.drafts.find(id);
    if (!story) {
      expect(said.story).toBe(false);
      return 0;
    }
    const { blocks, fields } = story;
    expect(blocks.length).toBeGreaterThanOrEqual(said.words);
    // At most the one write that nobody had heard of yet.
    expect(blocks.length).toBeLessThanOrEqual(said.words + 1);
    expect(blocks.map(blockText)).toEqual(blocks.map((_block, index) => `word ${index}`));
    expect(fields.headline).toBe(blocks.length === 0 ? '' : `Headline ${blocks.length - 1}`);
    const { total } = await test.ask('stories.list', { query: '', status: null, trashed: false, offset: 0, limit: 1 });
    expect(total).toBe(test.library.index.recent(500).length);
    return blocks.length;
  } finally {
    test.library.close();
  }
}

describe('the library, killed at any moment while it is written to', () => {
  it(`opens every time and has lost no acknowledged write (${KILLS} kills)`, async () => {
    let words = 0;
    for (let round = 0; round < KILLS; round++) {
      const child = spawn(process.execPath, [built.path, library, 'write', id, '1000000'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout.on('data', (data: Buffer) => (output += data.toString()));
      // Every third kill may fall into the opening.
      if (round % 3 > 0) await once(child.stdout, 'data');
      await wait(Math.random() * LATEST_MS);
      child.kill('SIGKILL');
      await once(child, 'close');
      const said = readLines(output);
      words = await check({ ...said, words: Math.max(said.words, words), story: said.story || words > 0 });
    }
    // A run in which nothing was ever acknowledged would prove nothing.
    expect(words).toBeGreaterThan(KILLS);
  });

  it(`opens after a kill at ${EACH} to the disk`, async (context) => {
    if (!canTrace()) context.skip('strace is not here or may not trace');
    const kills = await eachCall(async (nth) => {
      rmSync(library, { recursive: true, force: true });
      const said = killAtCall(nth, `${WORDS}`);
      await check(readLines(said));
      return said.endsWith('closed\n');
    });
    // Fewer calls than these would not even write the words.
    expect(kills * STEP).toBeGreaterThan(WORDS);
  });

  it(`repairs a damaged file after a kill at ${EACH} of another repair`, async (context) => {
    if (!canTrace()) context.skip('strace is not here or may not trace');
    const damaged = join(folder.path, 'damaged');
    const before = new TestLibrary(damaged);
    const ids = Array.from({ length: 3 }, () => {
      const { story } = before.library.drafts.create('blank', { byline: '', dateline: '', language: 'en' });
      before.library.drafts.put({ id: story.id, fields: { headline: story.id } });
      return story.id;
    });
    const last = ids.at(-1) ?? id;
    before.library.close();
    ruinPages(before.library.folder.database, [1, rootPages(before.library.folder.database).get('stories_dirty') ?? 0]);
    const kills = await eachCall((nth) => {
      rmSync(library, { recursive: true, force: true });
      cpSync(damaged, library, { recursive: true });
      id = last;
      const said = killAtCall(nth, '0');
      const test = new TestLibrary(library);
      expect(ids.map((one) => test.library.drafts.read(one).fields.headline)).toEqual(ids);
      test.library.close();
      return Promise.resolve(said.endsWith('closed\n'));
    });
    expect(kills).toBeGreaterThan(2);
  });
});

function canTrace(): boolean {
  return spawnSync('strace', ['-qq', '-e', 'trace=none', 'true']).status === 0;
}

/** Kills the process at its nth call to the disk; answers what it said until then. */
function killAtCall(nth: number, words: string): string {
  const trace = [
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    `trace=${CALLS}`,
    '-e',
    `inject=${CALLS}:signal=KILL:when=${nth}`,
  ];
  const args = [...trace, process.execPath, built.path, library, 'write', id, words];
  return spawnSync('strace', args, { encoding: 'utf8' }).stdout;
}

/** Goes from call to call until the process comes to its end unharmed; answers how many kills that took. */
async function eachCall(kill: (nth: number) => Promise<boolean>): Promise<number> {
  let kills = 0;
  for (let nth = 1 + Math.floor(Math.random() * STEP); !(await kill(nth)); nth += STEP) kills += 1;
  return kills;
}
