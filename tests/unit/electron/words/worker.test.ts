import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WorkerProofreader } from '../../../../electron/words/WorkerProofreader.ts';
import { SPELLING_LANGUAGES } from '../../../../shared/spelling/spellingLanguages.ts';
import { buildForNode, type BuiltModule } from '../../../fixtures/library/buildForNode.ts';

// Dictionaries are read on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** One misspelt word in each language. */
const SLIPS = {
  'en-US': 'inspcet',
  'en-GB': 'inspcet',
  'en-CA': 'inspcet',
  'en-AU': 'inspcet',
  fr: 'gouvernment',
  he: 'תקצציב',
  ar: 'الحكوومة',
  fa: 'مدرسهه',
} as const;

let built: BuiltModule;

beforeAll(async () => {
  built = await buildForNode('electron/words/worker.ts');
});
afterAll(() => built.remove());

/** The thread with every way to the network taken away: whatever tries one is told of. */
const WITHOUT_NETWORK = `
  const { parentPort, workerData } = require('node:worker_threads');
  const refuse = (what) => () => {
    parentPort.postMessage({ tried: what });
    throw new Error(what + ' is not for the dictionaries.');
  };
  for (const [name, ways] of Object.entries({
    'node:net': ['connect', 'createConnection'],
    'node:tls': ['connect'],
    'node:http': ['request', 'get'],
    'node:https': ['request', 'get'],
    'node:http2': ['connect'],
    'node:dgram': ['createSocket'],
    'node:dns': ['lookup', 'resolve'],
  })) {
    const module = require(name);
    for (const way of ways) module[way] = refuse(name + '.' + way);
  }
  require('node:net').Socket.prototype.connect = refuse('net.Socket.connect');
  globalThis.fetch = refuse('fetch');
  globalThis.WebSocket = class { constructor() { refuse('WebSocket')(); } };
  require('node:module').syncBuiltinESMExports();
  import(workerData);
`;

describe('the thread with the dictionaries', () => {
  it('reads every dictionary and suggests without the network', async () => {
    const worker = new Worker(WITHOUT_NETWORK, { eval: true, workerData: built.path });
    const heard: { id?: number; answer?: string[] | null; tried?: string }[] = [];
    worker.on('message', (message) => heard.push(message));
    const questions = SPELLING_LANGUAGES.flatMap((language, at) => [
      { kind: 'read', language },
      { kind: 'unknown', id: at * 2, language, words: [SLIPS[language]] },
      { kind: 'suggest', id: at * 2 + 1, language, word: SLIPS[language] },
    ]);
    for (const question of questions) worker.postMessage(question, []);
    await vi.waitFor(() => expect(heard.length).toBeGreaterThanOrEqual(SPELLING_LANGUAGES.length * 2), 100_000);
    await worker.terminate();
    expect(heard.filter(({ tried }) => tried !== undefined)).toEqual([]);
    for (const [at, language] of SPELLING_LANGUAGES.entries()) {
      expect(heard.find(({ id }) => id === at * 2)?.answer).toEqual([SLIPS[language]]);
      expect(heard.find(({ id }) => id === at * 2 + 1)?.answer?.length).toBeGreaterThan(0);
    }
  });

  it('has read what it was told to prepare when it is first asked', async () => {
    const ask = async (isPrepared: boolean): Promise<number> => {
      const proofreader = new WorkerProofreader(built.path);
      if (isPrepared) {
        proofreader.prepare('fr');
        // Answered in order: when this is, the thread is there and French is read.
        await proofreader.unknownWords({ language: 'fr', words: [] });
      }
      const from = performance.now();
      expect(await proofreader.unknownWords({ language: 'fr', words: [SLIPS.fr] })).toEqual([SLIPS.fr]);
      return performance.now() - from;
    };
    const cold = await ask(false);
    expect(await ask(true)).toBeLessThan(cold / 4);
  });
});
