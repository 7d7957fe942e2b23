import type { Block } from '../../../../shared/story/block.ts';
import { canonicalJson } from '../../../../shared/story/canonicalJson.ts';

type Thin = Readonly<Record<string, unknown>>;

/** What a block of a type has unless somebody said more, left out in a letter. Letters are read by it: it never changes. */
const USUAL: Readonly<Record<string, Thin>> = {
  figure: {
    ...{ type: 'figure', assetId: null, fileName: '', caption: [], credit: '', alt: '' },
    origin: { caption: 'typed', credit: 'typed' },
  },
  pullQuote: { content: [], attribution: '', source: null },
};
/** Parts that are runs of words; of one run without marks the words are enough. */
const WORDS = new Set(['content', 'caption']);

/** A block without its id, and without what goes without saying. */
export function thinBlock({ id: _, ...block }: Block): Thin {
  const usual = USUAL[block.type] ?? {};
  const said = Object.entries(block).filter(
    ([name, value]) => !(name in usual) || canonicalJson(value) !== canonicalJson(usual[name]),
  );
  return Object.fromEntries(said.map(([name, value]) => [name, WORDS.has(name) ? asWords(value) : value]));
}

/** The block again, still without its id. */
export function thawBlock(thin: Thin): Thin {
  const said = Object.entries(thin).map(([name, value]) => {
    const isWords = WORDS.has(name) && typeof value === 'string';
    return [name, isWords ? [{ type: 'text', text: value }] : value];
  });
  const type = thin['type'] ?? 'figure';
  return { ...(typeof type === 'string' && USUAL[type]), ...Object.fromEntries(said) };
}

function asWords(runs: unknown): unknown {
  const [run, ...others]: unknown[] = Array.isArray(runs) ? runs : [];
  if (others.length > 0 || typeof run !== 'object' || run === null || !('text' in run)) return runs;
  return Object.keys(run).length === 2 ? run.text : runs;
}
