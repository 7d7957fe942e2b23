// @vitest-environment jsdom
import fc from 'fast-check';
import type { LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $removeSelection } from '../../../../../renderer/editor/blocks/removeSelection.ts';
import { $getFields } from '../../../../../renderer/editor/model/storyFields.ts';
import { $getLayers } from '../../../../../renderer/editor/model/storySuggestions.ts';
import { beginThread } from '../../../../../renderer/editor/review/beginThread.ts';
import { dropEmptyLayers } from '../../../../../renderer/editor/suggestions/dropEmptyLayers.ts';
import { keepSuggestions, SETTLED_TAG } from '../../../../../renderer/editor/suggestions/keepSuggestions.ts';
import { $paintGhosts, GHOST_TAG, registerGhosts } from '../../../../../renderer/editor/suggestions/paintGhosts.ts';
import { $putVersion } from '../../../../../renderer/editor/suggestions/putVersion.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import { withoutThreads } from '../../../../../shared/compare/withoutThreads.ts';
import { canonicalJson } from '../../../../../shared/story/canonicalJson.ts';
import type { BlockId, ThreadId } from '../../../../../shared/story/ids.ts';
import { inlineText } from '../../../../../shared/story/plainText.ts';
import { listSuggestions } from '../../../../../shared/suggestions/listSuggestions.ts';
import { settleLayers } from '../../../../../shared/suggestions/settleSuggestions.ts';
import type { Suggested } from '../../../../../shared/suggestions/versions.ts';
import { arbitraryBlocks } from '../arbitraryBlocks.ts';
import { arbitraryStep, take, type Step } from '../editingSteps.ts';
import { edit, openOnPage, paragraph, press, readBlocks, redo, select, type, undo } from '../editorRig.ts';

const all = () => true;
const bytes = ({ fields, blocks }: Pick<Suggested, 'fields' | 'blocks'>) => canonicalJson({ fields, blocks });

/** A comment with a hole in it, and a key typed beside it. */
const HOLED: Block = {
  ...{ id: 'holed' as BlockId, type: 'list', kind: 'bulleted' },
  items: [
    {
      content: [],
      list: {
        kind: 'bulleted',
        items: [
          {
            content: [
              { type: 'text', text: ' ', marks: ['comment:c1'] },
              { type: 'text', text: 'Islamabad' },
              { type: 'text', text: 'Islamabad', marks: ['comment:c1'] },
            ],
          },
        ],
      },
    },
    { content: [] },
  ],
};
const TYPED: Step = {
  ...{ kind: 'type', from: 0, to: 0, start: 2, end: 2, isWide: false },
  action: 'format.heading2',
};

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

  it('leaves nothing where it was taken back by hand, and undo and redo go on from there', async () => {
    const editor = openSuggesting([paragraph('a', 'The river rose.'), paragraph('b', 'Nobody slept.')]);
    select(editor, 'a', 15);
    type(editor, '!');
    await Promise.resolve();
    dropEmptyLayers(editor, storyOf(editor));
    expect(storyOf(editor).suggestions).toHaveLength(1);
    select(editor, 'a', 15, 16);
    edit(editor, $removeSelection);
    await Promise.resolve();
    dropEmptyLayers(editor, storyOf(editor));
    expect(storyOf(editor).suggestions).toEqual([]);
    undo(editor);
    await Promise.resolve();
    expect(readBlocks(editor)[0]).toEqual(paragraph('a', 'The river rose.!'));
    expect(listSuggestions(storyOf(editor))).toHaveLength(1);
    redo(editor);
    await Promise.resolve();
    dropEmptyLayers(editor, storyOf(editor));
    expect(storyOf(editor)).toMatchObject({ blocks: [paragraph('a', 'The river rose.'), {}], suggestions: [] });
    type(editor, '?');
    await Promise.resolve();
    expect(listSuggestions(storyOf(editor))).toMatchObject([{ by: 'Leila', hunk: { kind: 'words' } }]);
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
      { numRuns: 100, examples: [[[HOLED], [TYPED]]] },
    );
  });
});

describe('a comment begun while something is proposed', () => {
  const about = (editor: LexicalEditor): ThreadId => {
    const begun = beginThread(editor, null);
    if (!begun) throw new Error('Nothing to speak of');
    return begun.id;
  };
  const rejected = (editor: LexicalEditor) => settleLayers(storyOf(editor), 'reject', all).blocks;

  it('is on its words when these stood there before, in the paragraph that is changed already', async () => {
    const editor = openSuggesting([paragraph('a', 'The river rose.'), paragraph('b', 'Nobody slept.')]);
    select(editor, 'a', 4);
    type(editor, 'old ');
    await Promise.resolve();
    select(editor, 'a', 8, 13);
    const thread = about(editor);
    await Promise.resolve();
    expect(commented(readBlocks(editor), thread)).toEqual(['a: river']);
    expect(commented(rejected(editor), thread)).toEqual(['a: river']);
    expect(withoutThreads(rejected(editor))).toEqual([
      paragraph('a', 'The river rose.'),
      paragraph('b', 'Nobody slept.'),
    ]);
  });

  it('is on them in the paragraph they stood in before it was cut or joined', async () => {
    const editor = openSuggesting([
      paragraph('a', 'The river rose all night.'),
      paragraph('b', 'Nobody slept in the valley.'),
      paragraph('c', 'At dawn the rain ended.'),
    ]);
    select(editor, 'a', 15);
    press(editor, 'Enter');
    await Promise.resolve();
    select(editor, 'c', 0);
    press(editor, 'Backspace');
    await Promise.resolve();
    const cut = readBlocks(editor)[1]?.id ?? '';
    select(editor, cut, 0, 9);
    const first = about(editor);
    await Promise.resolve();
    select(editor, 'b', 39, 43);
    const second = about(editor);
    await Promise.resolve();
    expect(commented(rejected(editor), first)).toEqual(['a: all night']);
    expect(commented(rejected(editor), second)).toEqual(['c: rain']);
  });

  it('has no words where nothing stood before', async () => {
    const editor = openSuggesting([paragraph('a', 'The river rose.')]);
    select(editor, 'a', 4);
    type(editor, 'old ');
    await Promise.resolve();
    select(editor, 'a', 4, 7);
    const thread = about(editor);
    await Promise.resolve();
    expect(commented(readBlocks(editor), thread)).toEqual(['a: old']);
    expect(rejected(editor)).toEqual([paragraph('a', 'The river rose.')]);
  });

  it('changes nothing of what is proposed, and is on all words that stand as they stood, whatever was done', async () => {
    const steps = arbitraryStep.filter(({ kind }) => kind !== 'undo' && kind !== 'redo');
    const remark = fc.record({ block: fc.nat(40), start: fc.nat(30), size: fc.integer({ min: 1, max: 12 }) });
    /** The threads that were begun, and where they have to stand if all is rejected; null where that is not said. */
    const play = async (
      page: LexicalEditor,
      done: readonly (readonly [
        Parameters<typeof take>[1],
        typeof remark extends fc.Arbitrary<infer Value> ? Value | null : never,
      ])[],
    ) => {
      const before = new Map(readBlocks(page).map((block) => [block.id, block]));
      const threads: { id: ThreadId; home: string | null }[] = [];
      for (const [step, asked] of done) {
        take(page, step);
        await Promise.resolve();
        const now = readBlocks(page);
        const block = asked && now[asked.block % now.length];
        if (!asked || block?.type !== 'paragraph') continue;
        const size = inlineText(block.content).length;
        const start = Math.min(asked.start, size);
        select(page, block.id, start, Math.min(start + asked.size, size));
        const begun = beginThread(page, null);
        await Promise.resolve();
        if (begun?.about.kind !== 'words') continue;
        const was = before.get(block.id);
        const isAsItWas = was && canonicalJson(withoutThreads([was])) === canonicalJson(withoutThreads([block]));
        threads.push({
          id: begun.id,
          home: isAsItWas ? `${block.id}: ${begun.about.words.replaceAll('\n', '')}` : null,
        });
      }
      return threads;
    };
    // Marks stand in the order of their names, which are made up.
    const named = (page: LexicalEditor, threads: readonly { readonly id: ThreadId }[]) =>
      threads
        .reduce((text, { id }, at) => text.replaceAll(id, `thread${at}`), withoutIds(readBlocks(page)))
        .replaceAll(/"marks":\[([^\]]*)\]/gu, (_all, marks: string) => marks.split(',').toSorted().join());
    await fc.assert(
      fc.asyncProperty(
        arbitraryBlocks,
        fc.array(fc.tuple(steps, fc.option(remark)), { maxLength: 10 }),
        async (blocks, done) => {
          const plain = openOnPage(blocks);
          const typed = named(plain, await play(plain, done));

          const editor = openSuggesting(blocks);
          const before = storyOf(editor);
          const threads = await play(editor, done);
          expect(named(editor, threads)).toBe(typed);
          const after = settleLayers(storyOf(editor), 'reject', all);
          const bare = (story: Suggested) => bytes({ ...story, blocks: [...withoutThreads(story.blocks)] });
          expect(bare(after)).toBe(bare(before));
          for (const { id, home } of threads) if (home !== null) expect(commented(after.blocks, id)).toEqual([home]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** The words a thread is about, block by block. */
function commented(blocks: readonly Block[], thread: ThreadId): string[] {
  return blocks.flatMap((block) => {
    const content = 'content' in block ? block.content : [];
    const leaves = content.flatMap((inline) => (inline.type === 'link' ? inline.children : [inline]));
    const words = leaves.filter((inline) => inline.type === 'text' && inline.marks?.includes(`comment:${thread}`));
    return words.length > 0 ? [`${block.id}: ${inlineText(words)}`] : [];
  });
}

/** The blocks with ids numbered by where they come first. */
function withoutIds(blocks: readonly Block[]): string {
  const names = new Map<string, string>();
  const text = canonicalJson(blocks);
  for (const { id } of blocks) names.set(id, `block${names.size}`);
  const named = [...names].reduce((now, [id, name]) => now.replaceAll(`"${id}"`, `"${name}"`), text);
  return named.replaceAll(/"blockId":"(?!block)[^"]+"/gu, '"blockId":"gone"');
}
