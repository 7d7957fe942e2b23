import { $getNodeByKey, type LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { makeSearch, type SearchOptions } from '../../../../../renderer/editor/find/searchText.ts';
import { StoryMatches } from '../../../../../renderer/editor/find/StoryMatches.ts';
import type { Place } from '../../../../../renderer/editor/find/Match.ts';
import { $getBlockId } from '../../../../../renderer/editor/model/blockState.ts';
import { $findBlock } from '../../../../../renderer/editor/model/topLevel.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import { edit, openHeadless, paragraph, select, type } from '../editorRig.ts';
import { BLOCKS, FIELDS } from './storyWithFurniture.ts';

const LOOSE: SearchOptions = { matchCase: false, wholeWord: false, ignoreMarks: true };

function find(editor: LexicalEditor, query: string): StoryMatches {
  const matches = new StoryMatches(editor);
  matches.lookFor(makeSearch(query, LOOSE));
  expect(matches.work()).toBe(true);
  return matches;
}

function blockPlace(editor: LexicalEditor, id: string): Place {
  return { kind: 'block', key: editor.read(() => $findBlock(id as BlockId)?.getKey() ?? '') };
}

/** Each place that has hits, and how many. */
function tally(editor: LexicalEditor, matches: StoryMatches): string[] {
  return matches.places.map(({ place, hits }) => {
    const name =
      place.kind === 'field'
        ? place.name
        : editor.read(() => {
            const node = $getNodeByKey(place.key);
            return node && $getBlockId(node);
          });
    return `${name} ${hits.length}`;
  });
}

describe('the hits of a story', () => {
  it('are found in the furniture and in every kind of block, in reading order', () => {
    const editor = openHeadless(BLOCKS, FIELDS);
    const matches = find(editor, 'kabul');
    expect(tally(editor, matches)).toEqual([
      'headline 1',
      'deck 1',
      'dateline 1',
      'byline 1',
      'para 1',
      'head 1',
      'linked 1',
      'quote 1',
      'list 2',
      'pull 2',
      'figure 3',
      'table 2',
    ]);
    expect(matches.count).toBe(17);
  });

  it('run across marks and into links, but not from one paragraph, item, cell or slot into the next', () => {
    const editor = openHeadless([paragraph('a', 'Ka'), paragraph('b', 'bul'), ...BLOCKS]);
    const matches = find(editor, 'kabul');
    expect(matches.hitsIn(blockPlace(editor, 'a'))).toEqual([]);
    expect(matches.hitsIn(blockPlace(editor, 'para'))).toEqual([{ start: 3, end: 8 }]);
    expect(matches.hitsIn(blockPlace(editor, 'linked'))).toEqual([{ start: 4, end: 9 }]);
    expect(matches.hitsIn(blockPlace(editor, 'list'))).toHaveLength(2);
    expect(matches.hitsIn(blockPlace(editor, 'table'))).toHaveLength(2);
  });

  it('are numbered through the whole story', () => {
    const editor = openHeadless(BLOCKS, FIELDS);
    const matches = find(editor, 'kabul');
    const all = Array.from({ length: matches.count }, (_, index) => matches.at(index));
    expect(all[0]).toEqual({ place: { kind: 'field', name: 'headline' }, start: 0, end: 5 });
    expect(all.every((match) => match !== null)).toBe(true);
    expect(all.map((match) => match && matches.indexFrom({ place: match.place, offset: match.start }))).toEqual(
      all.map((_, index) => index),
    );
    expect([matches.at(17), matches.at(-1)]).toEqual([null, null]);
  });

  it('are looked for from where the writer is, round the end of the story', () => {
    const editor = openHeadless([paragraph('a', 'x'), paragraph('b', 'x x'), paragraph('c', '-')], { deck: 'x' });
    const matches = find(editor, 'x');
    expect(matches.indexFrom({ place: { kind: 'field', name: 'dateline' }, offset: 0 })).toBe(1);
    expect(matches.indexFrom({ place: blockPlace(editor, 'b'), offset: 1 })).toBe(3);
    expect(matches.indexFrom({ place: blockPlace(editor, 'c'), offset: 0 })).toBe(0);
    expect(find(editor, 'absent').indexFrom({ place: blockPlace(editor, 'a'), offset: 0 })).toBeNull();
  });

  it('search again only what changed', () => {
    const editor = openHeadless([paragraph('a', 'one'), paragraph('b', 'two'), paragraph('c', 'one')]);
    const searched: string[] = [];
    const matches = new StoryMatches(editor);
    matches.lookFor((text) => {
      if (text !== '') searched.push(text);
      return makeSearch('one', LOOSE)(text);
    });
    matches.work();
    expect(searched.splice(0)).toEqual(['one', 'two', 'one']);
    select(editor, 'b', 3);
    type(editor, ' one');
    matches.forget([(blockPlace(editor, 'b') as { key: string }).key]);
    matches.work();
    expect(searched).toEqual(['two one']);
    expect(tally(editor, matches)).toEqual(['a 1', 'b 1', 'c 1']);
    edit(editor, () => $findBlock('a' as BlockId)?.remove());
    matches.forget([]);
    matches.work();
    expect(tally(editor, matches)).toEqual(['b 1', 'c 1']);
  });

  it('come in slices when there is no time, and the old ones stand until the new ones are whole', () => {
    const editor = openHeadless([paragraph('a', 'x y'), paragraph('b', 'x y'), paragraph('c', 'x')]);
    const matches = find(editor, 'x');
    matches.lookFor(makeSearch('y', LOOSE));
    let turns = 0;
    // However little time there is, it comes to an end.
    while (!matches.work(() => false)) {
      turns += 1;
      expect(matches.count).toBe(3);
    }
    expect(turns).toBe(3);
    expect(matches.count).toBe(2);
  });
});
