import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DebuggedApp } from './DebuggedApp.ts';
import { buildPeers, peerArguments } from './peers/buildPeers.ts';
import { median, pairedRatio, quantile, ratioText } from './ratios.ts';
import { openStory, startStet, writeStory } from './stetArm.ts';
import { placeCaret, pressKey, typeKeys } from './typeKeys.ts';

/*
 * From the start of the process to the first key that lands, and the memory of all processes, against a window of the same
 * Electron that holds one text box. Stet opens a library of 10,000 stories and comes back to the one that was on its page.
 */
const STORIES = Number(process.env['STET_BENCH_STORIES'] ?? 10_000);
const RUNS = Number(process.env['STET_BENCH_RUNS'] ?? 15);
const KEY_EVERY_MS = 20;

let folder = '';
let profile = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  profile = join(folder, 'profile');
  await buildPeers(join(folder, 'peers'));
  const app = startStet(profile);
  const [page] = await app.pages(1);
  if (!page) throw new Error('Stet has no window');
  for (let story = 0; story < STORIES; story += 50) {
    const batch = Array.from({ length: Math.min(50, STORIES - story) }, (_, index) =>
      writeStory(page, `Story ${story + index + 1}`, 8),
    );
    await Promise.all(batch);
  }
  await writeStory(page, 'On the page', 34);
  await openStory(page, 'On the page');
  await placeCaret(page, 17);
  await typeKeys(page, 20, 0);
  await wait(3_000);
  await app.close();
}, 1_200_000);
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

const starters: Readonly<Record<string, () => DebuggedApp>> = {
  hello: () => new DebuggedApp(peerArguments(join(folder, 'peers'), ['hello'], 0, join(folder, 'hello'))),
  stet: () => startStet(profile),
};

/** Milliseconds from the process's start to the first key that changes what the window holds. */
async function timeToFirstKey(start: () => DebuggedApp): Promise<{ readonly ms: number; readonly megabytes: number }> {
  const app = start();
  const [page] = await app.pages(1);
  if (!page) throw new Error('no window');
  const landing = new Promise<number>((landed) => {
    app.on('Runtime.bindingCalled', () => landed(performance.now() - app.startedAt));
  });
  const hook = "addEventListener('input', () => keyLanded(''), { capture: true, once: true })";
  await page.send('Runtime.enable');
  await page.send('Runtime.addBinding', { name: 'keyLanded' });
  await page.send('Page.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: hook });
  await page.send('Runtime.evaluate', { expression: hook }).catch(() => undefined);
  await page.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  const typing = setInterval(() => void pressKey(page, 'a').catch(() => undefined), KEY_EVERY_MS);
  const ms = await landing;
  clearInterval(typing);
  await wait(1_500);
  await page.send('HeapProfiler.collectGarbage');
  await wait(500);
  const megabytes = processTree(app.pid).reduce((sum, pid) => sum + residentMegabytes(pid), 0);
  await app.close();
  return { ms, megabytes };
}

function processTree(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [pid, ...(children ? children.split(/\s+/).flatMap((child) => processTree(Number(child))) : [])];
}

/** What a process holds in memory, shared pages counted by their share (PSS). */
function residentMegabytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? Number.NaN) / 1_024;
}

describe('start', () => {
  it(`to the first key that lands, with ${STORIES} stories`, async () => {
    const times: Record<string, number[]> = { hello: [], stet: [] };
    const memory: Record<string, number[]> = { hello: [], stet: [] };
    for (let run = 0; run <= RUNS; run++) {
      for (const name of run % 2 ? ['stet', 'hello'] : ['hello', 'stet']) {
        const start = starters[name];
        if (!start) continue;
        const { ms, megabytes } = await timeToFirstKey(start);
        if (run === 0) continue;
        times[name]?.push(ms);
        memory[name]?.push(megabytes);
      }
    }
    const { hello = [], stet = [] } = times;
    expect(stet).toHaveLength(RUNS);
    const line = (name: string, values: readonly number[]) =>
      `  ${name.padEnd(8)} ${median(values).toFixed(0)} / ${quantile(values, 0.95).toFixed(0)}`;
    console.log(
      [
        `Start to the first key that lands, ${STORIES} stories in the library, ${RUNS} starts an arm, ms p50 / p95`,
        line('hello', hello),
        line('stet', stet),
        `  Stet to hello: ${ratioText(pairedRatio(stet, hello))}, budget 1.25`,
        'Memory of all processes (PSS), MB p50 / p95',
        line('hello', memory['hello'] ?? []),
        line('stet', memory['stet'] ?? []),
        `  Stet to hello: ${ratioText(pairedRatio(memory['stet'] ?? [], memory['hello'] ?? []))}, budget 1.25`,
      ].join('\n'),
    );
  });
});
