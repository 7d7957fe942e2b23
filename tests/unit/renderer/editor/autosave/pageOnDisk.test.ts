// @vitest-environment jsdom
import fc from 'fast-check';
import type { LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { DraftSaver, type DraftChange } from '../../../../../renderer/editor/autosave/DraftSaver.ts';
import { watchPage } from '../../../../../renderer/editor/autosave/pageChanges.ts';
import { readChange } from '../../../../../renderer/editor/autosave/readChange.ts';
import { SavedLayers } from '../../../../../renderer/editor/autosave/SavedLayers.ts';
import { $getFields } from '../../../../../renderer/editor/model/storyFields.ts';
import { $getLayers } from '../../../../../renderer/editor/model/storySuggestions.ts';
import { keepSuggestions } from '../../../../../renderer/editor/suggestions/keepSuggestions.ts';
import type { SaveState } from '../../../../../renderer/editor/storyEditorApi.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import { newStoryId } from '../../../../../shared/story/ids.ts';
import { arbitraryBlocks } from '../arbitraryBlocks.ts';
import { arbitraryStep, take } from '../editingSteps.ts';
import { openOnPage, paragraph, press, readBlocks, run, select, type, undo } from '../editorRig.ts';
import { settle, StoryOnDisk } from './StoryOnDisk.ts';

/** A page whose every change goes to a disk that lands, refuses or loses writes when told to. */
function openSaved(blocks: readonly Block[]) {
  const proposer: { name: string | null } = { name: null };
  const editor = openOnPage(blocks, {}, (page) => keepSuggestions(page, () => proposer.name));
  const layers = new SavedLayers([]);
  const disk = new StoryOnDisk(blocks);
  const states: SaveState[] = [];
  const saver = new DraftSaver(newStoryId(), {
    read: (change) => readChange(editor, change, layers),
    put: async (change) => {
      const answer = await disk.put(change);
      layers.ended(answer.ok);
      return answer;
    },
    onState: (state) => states.push(state),
  });
  const changes: DraftChange[] = [];
  watchPage(editor, (change) => {
    changes.push(change);
    saver.changed(change);
  });
  return { editor, disk, saver, changes, proposer, last: () => states.at(-1)?.kind ?? 'saved' };
}

function readFields(editor: LexicalEditor) {
  return editor.read($getFields);
}

describe('what a change on the page sends', () => {
  it('is the block that was typed in and nothing else', async () => {
    const { editor, disk } = openSaved([paragraph('a', 'One'), paragraph('b', 'Two'), paragraph('c', 'Three')]);
    select(editor, 'b', 3);
    type(editor, '!');
    await settle();
    expect(disk.underway.map(({ change }) => change)).toEqual([
      expect.objectContaining({ blocks: [paragraph('b', 'Two!')] }),
    ]);
    expect(disk.underway[0]?.change).not.toHaveProperty('order');
    expect(disk.underway[0]?.change).not.toHaveProperty('fields');
  });

  it('is the order too when the story had no block yet', async () => {
    const { editor, disk } = openSaved([]);
    const [filler] = readBlocks(editor);
    select(editor, filler?.id ?? '', 0);
    type(editor, 'First words');
    await settle();
    expect(disk.underway[0]?.change).toMatchObject({
      blocks: [{ id: filler?.id, content: [{ text: 'First words' }] }],
      order: [filler?.id],
    });
  });

  it('is both halves and the order when a paragraph is split', async () => {
    const { editor, changes } = openSaved([paragraph('a', 'One two'), paragraph('b', 'Three')]);
    select(editor, 'a', 3);
    press(editor, 'Enter');
    const ids = readBlocks(editor).map((block) => block.id);
    expect(changes.at(-1)).toMatchObject({ order: true });
    expect([...(changes.at(-1)?.blocks.keys() ?? [])]).toEqual(expect.arrayContaining(ids.slice(0, 2)));
    await settle();
  });

  it('is the pull-quote when its attribution is typed in', () => {
    const { editor, changes } = openSaved([paragraph('a', 'One two three')]);
    select(editor, 'a', 4, 7);
    run(editor, 'insert.pullQuote');
    changes.length = 0;
    type(editor, 'W');
    const quote = readBlocks(editor)[0];
    expect(changes.map(({ blocks, order }) => [[...blocks.keys()], order])).toEqual([[[quote?.id], false]]);
  });

  it('is what stood in a paragraph before, where somebody proposed something else there, and of no other', async () => {
    const { editor, disk, proposer } = openSaved([paragraph('a', 'One'), paragraph('b', 'Two')]);
    proposer.name = 'Leila';
    for (const id of ['a', 'b']) {
      select(editor, id, 0);
      type(editor, 'Not ');
      await settle();
      await disk.land();
    }
    await disk.land();
    proposer.name = null;
    select(editor, 'b', 7);
    type(editor, '!');
    await settle();
    expect(disk.underway.map(({ change }) => change)).toEqual([
      expect.objectContaining({ blocks: [paragraph('b', 'Not Two!')], followed: [expect.anything()] }),
    ]);
    expect(disk.underway[0]?.change.followed?.[0]?.blocks).toEqual([paragraph('b', 'Two!')]);
    expect(disk.underway[0]?.change).not.toHaveProperty('suggestions');
  });

  it('is only what undo brought back', () => {
    const { editor, changes } = openSaved([paragraph('a', 'One'), paragraph('b', 'Two'), paragraph('c', 'Three')]);
    select(editor, 'b', 3);
    type(editor, '!');
    changes.length = 0;
    undo(editor);
    expect(changes.map(({ blocks, order, fields }) => [[...blocks.keys()], order, fields.size])).toEqual([
      [['b'], false, 0],
    ]);
  });

  it('is nothing when only the caret moved', () => {
    const { editor, changes } = openSaved([paragraph('a', 'One'), paragraph('b', 'Two')]);
    select(editor, 'a', 1);
    select(editor, 'b', 2);
    expect(changes).toEqual([]);
  });
});

const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ edit: arbitraryStep }) },
  { weight: 2, arbitrary: fc.constant('land' as const) },
  { weight: 1, arbitrary: fc.record({ by: fc.constantFrom('Leila', null) }) },
  { weight: 1, arbitrary: fc.constantFrom('refuse' as const, 'lose' as const, 'retry' as const) },
);

describe('after any edits, refusals, losses and late answers', () => {
  it('the stored story is the one on the page once everything has landed', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlocks, fc.array(event, { maxLength: 40 }), async (blocks, events) => {
        const { editor, disk, saver, last, proposer } = openSaved(blocks);
        const layers = () => editor.read($getLayers);
        for (const happens of events) {
          if (typeof happens === 'object' && 'edit' in happens) take(editor, happens.edit);
          else if (typeof happens === 'object') proposer.name = happens.by;
          else if (happens === 'land') await disk.land();
          else if (happens === 'lose') await disk.land(true);
          else if (happens === 'refuse') await disk.refuse();
          else saver.retryNow();
          await settle();
          expect(disk.underway.length).toBeLessThanOrEqual(1);
          // "Saved" is never said while the disk and the page differ.
          if (last() === 'saved' && blocks.length > 0) expect(disk.story()).toEqual(readBlocks(editor));
          if (last() === 'saved') expect(disk.layers).toEqual(layers());
        }
        saver.retryNow();
        await settle();
        while (disk.underway.length > 0) await disk.land();
        if (events.some((happens) => typeof happens === 'object' && 'edit' in happens) && disk.seq > 0) {
          expect(last()).toBe('saved');
          expect(disk.fields).toEqual(readFields(editor));
          expect(disk.layers).toEqual(layers());
        }
        saver.stop();
        if (blocks.length > 0) expect(disk.story()).toEqual(readBlocks(editor));
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});
