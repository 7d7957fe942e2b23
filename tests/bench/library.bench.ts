import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DebuggedApp, DebuggedPage } from './DebuggedApp.ts';
import { median, quantile } from './ratios.ts';
import { askLibrary, openStory, startStet, writeStory } from './stetArm.ts';
import { placeCaret, pressKey } from './typeKeys.ts';

/** A library of this many stories beside one of a hundred, in two running apps asked by turns. */
const STORIES = Number(process.env['STET_BENCH_STORIES'] ?? 10_000);
const FEW = 100;
const ROUNDS = 200;
/** What somebody types who looks for a story, letter by letter. */
const TYPED = [
  'm',
  'mi',
  'min',
  'mini',
  'minist',
  'ministry',
  'ministry b',
  'ministry border',
  'story 77',
  'nothing such',
];

let folder = '';
let apps: DebuggedApp[] = [];
let many: DebuggedPage;
let few: DebuggedPage;

async function fill(name: string, count: number): Promise<DebuggedPage> {
  const app = startStet(join(folder, name));
  apps.push(app);
  const [page] = await app.pages(1);
  if (!page) throw new Error('Stet has no window');
  for (let story = 0; story < count; story += 50) {
    const size = Math.min(50, count - story);
    await Promise.all(Array.from({ length: size }, (_, index) => writeStory(page, `Story ${story + index + 1}`, 8, 2)));
  }
  // Until the words of all of them can be searched.
  for (;;) {
    const { total } = await list(page, 'paragraph');
    if (total === count) return page;
    await wait(500);
  }
}

function list(page: DebuggedPage, query: string): Promise<{ readonly total: number }> {
  return askLibrary(page, 'stories.list', { query, status: null, trashed: false, offset: 0, limit: 60 });
}

/** How long the page waits for the first rows of a search, in ms, measured in the page. */
function timeList(page: DebuggedPage, query: string): Promise<number> {
  return timeRequest(page, 'stories.list', { query, status: null, trashed: false, offset: 0, limit: 60 });
}

function timeCaptions(page: DebuggedPage, query: string): Promise<number> {
  return timeRequest(page, 'captions.search', { query, offset: 0, limit: 60 });
}

async function timeRequest(page: DebuggedPage, name: string, payload: object): Promise<number> {
  return page.evaluate(`(async () => {
    const from = performance.now();
    const answer = await window.stet.library.request('${name}', ${JSON.stringify(payload)});
    if (!answer.ok) throw new Error(answer.error.message);
    return performance.now() - from;
  })()`);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  few = await fill('few', FEW);
  many = await fill('many', STORIES);
}, 1_200_000);
afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

describe('the library pane', () => {
  it(`lists and searches ${STORIES} stories beside ${FEW}`, async () => {
    const times = {
      listMany: [] as number[],
      listFew: [] as number[],
      searchMany: [] as number[],
      searchFew: [] as number[],
      captions: [] as number[],
    };
    for (let round = 0; round < ROUNDS; round++) {
      times.listMany.push(await timeList(many, ''));
      times.listFew.push(await timeList(few, ''));
      const typed = TYPED[round % TYPED.length] ?? '';
      times.searchMany.push(await timeList(many, typed));
      times.searchFew.push(await timeList(few, typed));
      times.captions.push(await timeCaptions(many, typed));
    }
    expect(times.listMany).toHaveLength(ROUNDS);
    const line = (name: string, values: readonly number[]) =>
      `  ${name.padEnd(28)} ${median(values).toFixed(1)} / ${quantile(values, 0.95).toFixed(1)}`;
    console.log(
      [
        `Asked in the page until the answer is there, ms p50 / p95, ${ROUNDS} times each`,
        line(`first rows of ${STORIES}`, times.listMany),
        line(`first rows of ${FEW}`, times.listFew),
        `  ratio ${(median(times.listMany) / median(times.listFew)).toFixed(2)}, budget 1.2`,
        line(`search in ${STORIES}`, times.searchMany),
        line(`search in ${FEW}`, times.searchFew),
        `  search p95 ${quantile(times.searchMany, 0.95).toFixed(1)} ms, budget 16`,
        line(`captions in ${STORIES}`, times.captions),
        `  ${(median(times.captions) / median(times.searchMany)).toFixed(2)} times the search for stories`,
      ].join('\n'),
    );
  });

  it('makes a key durable', async () => {
    await writeStory(many, 'Being written', 34);
    await openStory(many, 'Being written');
    await placeCaret(many, 17);
    const waits: number[] = [];
    for (let key = 0; key < ROUNDS; key++) {
      const saved = many.evaluate<number>(`new Promise((done) => {
        const status = document.querySelector('[role="status"][aria-label="Save status"]');
        addEventListener('keydown', () => {
          const from = performance.now();
          // The text is exact at every moment: it leaves “Saved” with the key, and comes back with the answer.
          let left = false;
          const look = () => {
            const isSaved = status.textContent.startsWith('Saved');
            left ||= !isSaved;
            if (left && isSaved) done(performance.now() - from);
            else if (performance.now() - from > 5_000) done(Number.NaN);
            else setTimeout(look);
          };
          look();
        }, { once: true, capture: true });
      })`);
      await pressKey(many, 'a');
      waits.push(await saved);
      await wait(60);
    }
    expect(waits).toHaveLength(ROUNDS);
    console.log(
      `A key until “Saved” says it is on the disk: ${median(waits).toFixed(1)} / ${quantile(waits, 0.95).toFixed(1)} ms p50 / p95, budget p95 50`,
    );
  });
});
