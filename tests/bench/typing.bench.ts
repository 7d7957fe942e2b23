import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DebuggedApp, type DebuggedPage } from './DebuggedApp.ts';
import { buildPeers, peerArguments } from './peers/buildPeers.ts';
import { furnish } from './furnish.ts';
import { median, pairedRatio, quantile, ratioText } from './ratios.ts';
import { openStory, startStet, writeStory } from './stetArm.ts';
import { countCharacters, placeCaret, typeKeys } from './typeKeys.ts';

/*
 * What a key costs the page's main thread, in Stet with all its shell, checks and durable saving, in bare Lexical and in a
 * bare contenteditable: blocks of keys by turns, forwards and backwards, in one run. The second contenteditable is the
 * same arm again; how far it is from 1.00 says what the run is worth. Beside it, what all processes of the app take for a
 * key, so that nothing looks cheap because somebody else does it.
 */
const PEERS = ['contenteditable', 'lexical', 'lexical-furnished', 'contenteditable-again'];
const KEYS_A_BLOCK = 20;
const ROUNDS = Number(process.env['STET_BENCH_ROUNDS'] ?? 12);
interface Measured {
  readonly paragraphs: number;
  readonly than: string;
  readonly atMost: number;
  /** What is open in Stet's story, with its cards in the margin. */
  readonly reviewed?: { readonly suggestions: number; readonly comments: number };
}

/** Paragraphs in the middle of which is typed, and the most Stet may cost (DESIGN budgets, ARCHITECTURE). */
const TEXTS = [
  { paragraphs: 34, than: 'lexical', atMost: 1.05 },
  { paragraphs: 300, than: 'lexical', atMost: 1.05 },
  { paragraphs: 300, than: 'lexical', atMost: 1.05, reviewed: { suggestions: 200, comments: 100 } },
  { paragraphs: 1_000, than: 'lexical', atMost: 0.6 },
  { paragraphs: 5_000, than: 'contenteditable', atMost: 0.5 },
] as const satisfies readonly Measured[];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  await buildPeers(join(folder, 'peers'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

interface Arm {
  readonly app: DebuggedApp;
  readonly page: DebuggedPage;
}

interface OpenArms {
  readonly arms: ReadonlyMap<string, Arm>;
  close(): Promise<void>;
}

async function openArms({ paragraphs, reviewed }: Measured): Promise<OpenArms> {
  const profile = await mkdtemp(join(folder, 'profile-'));
  const peers = new DebuggedApp(peerArguments(join(folder, 'peers'), PEERS, paragraphs, join(profile, 'peers')));
  const arms = new Map<string, Arm>();
  for (const page of await peers.pages(PEERS.length)) {
    let name = '';
    while (!PEERS.includes(name)) name = await page.evaluate<string>('location.hostname');
    arms.set(name, { app: peers, page });
  }
  const stet = startStet(profile);
  const [page] = await stet.pages(1);
  if (!page) throw new Error('Stet has no window');
  arms.set('stet', { app: stet, page });
  await writeStory(page, 'Measured', paragraphs, 0, reviewed);
  await openStory(page, 'Measured');
  const furnished = arms.get('lexical-furnished');
  if (furnished) await furnish(furnished.page, page);
  for (const arm of arms.values()) await placeCaret(arm.page, Math.ceil(paragraphs / 2));
  return { arms, close: async () => void (await Promise.all([peers.close(), stet.close()])) };
}

describe('typing', () => {
  it.each<Measured>(TEXTS)('in the middle of $paragraphs paragraphs', async (measured) => {
    const { paragraphs, than, atMost, reviewed } = measured;
    const { arms, close } = await openArms(measured);
    const names = [...arms.keys()];
    const times = new Map(names.map((name) => [name, [] as number[]]));
    const blocks = new Map(names.map((name) => [name, [] as number[]]));
    const whole = new Map(names.map((name) => [name, [] as number[]]));
    const before = new Map<string, number>();
    for (const [name, { page }] of arms) before.set(name, await countCharacters(page));
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of round % 2 ? names.toReversed() : names) {
        const arm = arms.get(name);
        if (!arm) continue;
        const cpuBefore = await arm.app.cpuTime();
        const typed = await typeKeys(arm.page, KEYS_A_BLOCK, round * KEYS_A_BLOCK);
        const cpu = (await arm.app.cpuTime()) - cpuBefore;
        // The first round warms every arm up.
        if (round === 0) continue;
        times.get(name)?.push(...typed);
        blocks.get(name)?.push(median(typed));
        whole.get(name)?.push(cpu / KEYS_A_BLOCK);
      }
    }
    for (const [name, { page }] of arms) {
      const landed = (await countCharacters(page)) - (before.get(name) ?? 0);
      expect(landed, `keys that landed in ${name}`).toBe(ROUNDS * KEYS_A_BLOCK);
    }
    await close();

    const of = (name: string) => blocks.get(name) ?? [];
    const cpuOf = (name: string) => whole.get(name) ?? [];
    const again = pairedRatio(of('contenteditable-again'), of('contenteditable'));
    const lines = names.map((name) => {
      const all = times.get(name) ?? [];
      const figures = [median(all).toFixed(1), quantile(all, 0.95).toFixed(1)];
      return `  ${name.padEnd(22)} ${figures.join(' / ').padStart(12)}   ${ratioText(pairedRatio(of(name), of('contenteditable')))}   ${ratioText(pairedRatio(of(name), of('lexical')))}   ${median(cpuOf(name)).toFixed(1).padStart(5)}   ${ratioText(pairedRatio(cpuOf(name), cpuOf('lexical')))}`;
    });
    const ours = pairedRatio(of('stet'), of(than));
    const isSteady = Math.abs(Math.log(again.value)) < Math.log(paragraphs < 5_000 ? 1.05 : 1.1);
    const beyond = pairedRatio(of('stet'), of('lexical-furnished'));
    console.log(
      [
        `Typing in ${paragraphs} paragraphs, ${(ROUNDS - 1) * KEYS_A_BLOCK} keys an arm${
          reviewed ? `, ${reviewed.suggestions} suggestions and ${reviewed.comments} comments open` : ''
        }`,
        '  arm                    ms p50 / p95   to contenteditable   to bare Lexical    CPU of the app: ms, to bare Lexical',
        ...lines,
        `  Stet to ${than}: ${ratioText(ours)}, budget ${atMost}: ${ours.value <= atMost ? 'kept' : 'NOT KEPT'}`,
        `  Stet to bare Lexical in a still copy of its window: ${ratioText(beyond)}`,
        isSteady ? '' : `  VOID: the same arm twice gave ${ratioText(again)}; the machine was busy.`,
      ].join('\n'),
    );
  });
});
