import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WorkerGrammarian } from '../../../../electron/grammar/WorkerGrammarian.ts';
import { grammarDialectOf, type GrammarNote } from '../../../../shared/grammar/Grammarian.ts';
import { buildForNode, type BuiltModule } from '../../../fixtures/library/buildForNode.ts';
import { CLEAN_ARTICLES } from '../../../fixtures/stories/cleanArticles.ts';

// The engine takes seconds to begin, more on a machine that is busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let built: BuiltModule;
let grammarian: WorkerGrammarian;

beforeAll(async () => {
  built = await buildForNode('electron/grammar/worker.ts');
  grammarian = new WorkerGrammarian(built.path);
});
afterAll(() => built.remove());

const excerpts = (text: string, notes: readonly GrammarNote[] = []) =>
  notes.map(({ start, end, replacement }) => [text.slice(start, end), replacement]);

describe('the grammar engine in its thread', () => {
  it('finds slips that every word of is spelt right, and what would mend them', async () => {
    const texts = ['They was there.', 'He should of gone.', 'An house stood there.', 'The wall held.'];
    const notes = await grammarian.read({ dialect: 'british', texts });
    expect(texts.map((text, index) => excerpts(text, notes[index]))).toEqual([
      [['was', 'were']],
      [['should of', 'should have']],
      [['An', 'A']],
      [],
    ]);
  });

  it('counts as the page does, whatever stands before', async () => {
    const text = '🌊🌊 Salz, “مد”: they was there.';
    const [notes] = await grammarian.read({ dialect: 'american', texts: [text] });
    expect(excerpts(text, notes)).toEqual([['was', 'were']]);
  });

  it('has nothing to say of clean newsroom copy', async () => {
    const said: string[] = [];
    for (const { language, paragraphs } of CLEAN_ARTICLES) {
      const dialect = grammarDialectOf(language);
      if (!dialect) continue;
      const notes = await grammarian.read({ dialect, texts: paragraphs });
      said.push(...paragraphs.flatMap((text, index) => excerpts(text, notes[index]).map(([words]) => String(words))));
    }
    expect(said).toEqual([]);
  });

  it('takes no offence at what newsrooms write', async () => {
    const texts = ['A blast near a Chinese delegation hurt some 11 people.'];
    expect(await grammarian.read({ dialect: 'american', texts })).toEqual([[]]);
  });

  it('is let go when nobody asks for a while, and comes back', async () => {
    const short = new WorkerGrammarian(built.path, 50);
    const query = { dialect: 'british', texts: ['They was there.'] } as const;
    expect((await short.read(query))[0]).toHaveLength(1);
    await vi.waitFor(() => expect(short.isAwake).toBe(false), { timeout: 10_000 });
    expect((await short.read(query))[0]).toHaveLength(1);
  });

  it('says so where it cannot start', async () => {
    const none = new WorkerGrammarian('/nowhere/grammar.js');
    await expect(none.read({ dialect: 'british', texts: ['x'] })).rejects.toMatchObject({ code: 'noGrammar' });
  });
});
