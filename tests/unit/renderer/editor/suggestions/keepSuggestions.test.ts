// @vitest-environment jsdom
import fc from 'fast-check';
import type { LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $getFields } from '../../../../../renderer/editor/model/storyFields.ts';
import { $getLayers } from '../../../../../renderer/editor/model/storySuggestions.ts';
import { keepSuggestions, SETTLED_TAG } from '../../../../../renderer/editor/suggestions/keepSuggestions.ts';
import { $paintGhosts, GHOST_TAG, registerGhosts } from '../../../../../renderer/editor/suggestions/paintGhosts.ts';
import { $putVersion } from '../../../../../renderer/editor/suggestions/putVersion.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import { canonicalJson } from '../../../../../shared/story/canonicalJson.ts';
import { listSuggestions } from '../../../../../shared/suggestions/listSuggestions.ts';
import { settleLayers } from '../../../../../shared/suggestions/settleSuggestions.ts';
import type { Suggested } from '../../../../../shared/suggestions/versions.ts';
import { arbitraryBlocks } from '../arbitraryBlocks.ts';
import { arbitraryStep, take } from '../editingSteps.ts';
import { openOnPage, paragraph, readBlocks, select, type, undo } from '../editorRig.ts';

const all = () => true;
const bytes = ({ fields, blocks }: Pick<Suggested, 'fields' | 'blocks'>) => canonicalJson({ fields, blocks });

/** A page on which `by()` proposes what is written; null: it is written outright. */
function openSuggesting(blocks: readonly Block[], by: () => string | null = () => 'Leila'): LexicalEditor {
  return openOnPage(blocks, {}, (editor) => keepSuggestions(editor, by));
}

function storyOf(editor: LexicalEditor): Suggested {
  return editor.read(() => ({ fields: $getFields(), blocks: readBlocks(editor), suggestions: [...$getLayers()] }));
}

describe('writing suggestions', () => {
  it('keeps what stood there, once for each paragraph, and undo takes both back', async () => {
    const editor = openSuggesting([paragraph('a', 'The river rose.'), paragraph('b', 'Nobody slept.')]);
    select(editor, 'a', 4);
    type(editor, 'old ');
    await Promise.resolve();
    type(editor, 'brown ');
    await Promise.resolve();
    const [layer, ...others] = storyOf(editor).suggestions ?? [];
    expect(others).toEqual([]);
    expect(layer).toMatchObject({ by: 'Leila', blocks: [paragraph('a', 'The river rose.')] });
    undo(editor);
    await Promise.resolve();
    expect(readBlocks(editor)[0]).toEqual(paragraph('a', 'The river rose.'));
    expect(listSuggestions(storyOf(editor))).toEqual([]);
  });

  it('writes what is written outright into what stood there before, too', async () => {
    let by: string | null = 'Leila';
    const editor = openSuggesting([paragraph('a', 'The river rose.')], () => by);
    select(editor, 'a', 4);
    type(editor, 'old ');
    await Promise.resolve();
    by = null;
    select(editor, 'a', 19);
    type(editor, ' Nobody slept.');
    await Promise.resolve();
    expect(settleLayers(storyOf(editor), 'reject', all).blocks).toEqual([
      paragraph('a', 'The river rose. Nobody slept.'),
    ]);
  });

  it('is undone to the byte by rejecting all, whatever was done, and changes nothing of what was done', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlocks, fc.array(arbitraryStep, { maxLength: 12 }), async (blocks, steps) => {
        const plain = openOnPage(blocks);
        for (const step of steps) take(plain, step);
        const typed = readBlocks(plain);

        const editor = openSuggesting(blocks);
        const drawn = new Set<string>();
        registerGhosts(editor, drawn);
        const before = storyOf(editor);
        for (const step of steps) {
          take(editor, step);
          await Promise.resolve();
        }
        const story = storyOf(editor);
        // The same edits, but for the names of blocks that were made on the way.
        expect(withoutIds(readBlocks(editor))).toBe(withoutIds(typed));
        expect(bytes(settleLayers(story, 'accept', all))).toBe(bytes(story));
        expect(bytes(settleLayers(story, 'reject', all)), 'rejected').toBe(bytes(before));

        // Drawing what goes does not change what is there.
        editor.update(() => $paintGhosts(listSuggestions(story), drawn), { discrete: true, tag: GHOST_TAG });
        expect(bytes(storyOf(editor))).toBe(bytes(story));
        // A table that was not square, and two lists in a row, are put right by the page.
        const isPutRight = ({ type: kind }: Block, at: number) =>
          kind === 'table' || (kind === 'list' && blocks[at + 1]?.type === 'list');
        if (blocks.some(isPutRight)) return;
        editor.update(() => $putVersion(settleLayers(story, 'reject', all)), {
          ...{ discrete: true, skipTransforms: true, tag: SETTLED_TAG },
        });
        expect(bytes(storyOf(editor)), 'put on the page').toBe(bytes(before));
      }),
      { numRuns: 100 },
    );
  });
});

/** The blocks with ids numbered by where they come first. */
function withoutIds(blocks: readonly Block[]): string {
  const names = new Map<string, string>();
  const text = canonicalJson(blocks);
  for (const { id } of blocks) names.set(id, `block${names.size}`);
  const named = [...names].reduce((now, [id, name]) => now.replaceAll(`"${id}"`, `"${name}"`), text);
  return named.replaceAll(/"blockId":"(?!block)[^"]+"/gu, '"blockId":"gone"');
}
