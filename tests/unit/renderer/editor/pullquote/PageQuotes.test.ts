// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watchPage } from '../../../../../renderer/editor/autosave/pageChanges.ts';
import { PageQuotes } from '../../../../../renderer/editor/pullquote/PageQuotes.ts';
import { QuoteActions } from '../../../../../renderer/editor/pullquote/QuoteActions.ts';
import { sameWords } from '../../../../../shared/pullQuote/quoteWords.ts';
import type { Block, PullQuote } from '../../../../../shared/story/block.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import { blockText } from '../../../../../shared/story/plainText.ts';
import { arbitraryStep, take } from '../editingSteps.ts';
import { openOnPage, paragraph, readBlocks, redo, run, select, type, undo } from '../editorRig.ts';

Object.assign(globalThis, { requestIdleCallback: () => 1, cancelIdleCallback: () => undefined });
Object.assign(globalThis, { CSS: { highlights: new Map() }, Highlight: Set });
Element.prototype.scrollIntoView = () => undefined;

const SAID = 'We mend the nets by lamplight';
const SOURCE = paragraph('s', `“${SAID},” said Ines Duarte, a fisher. “The sea does the rest,” she added.`);

function pullQuote(id: string, text: string, passage: string | null = text): PullQuote {
  const start = blockText(SOURCE).indexOf(passage ?? '');
  const source = passage === null ? null : { blockId: SOURCE.id, start, end: start + passage.length, passage };
  return { id: id as BlockId, type: 'pullQuote', content: [{ type: 'text', text }], attribution: '', source };
}

function open(blocks: readonly Block[]) {
  const editor = openOnPage(blocks);
  const quotes = new PageQuotes(editor);
  let changes = 0;
  watchPage(editor, (change) => {
    changes += 1;
    quotes.changed(change);
  });
  const said: string[] = [];
  const actions = new QuoteActions({ editor, quotes, announce: (words) => said.push(words), signature: () => 'Ana' });
  const theQuote = () => {
    const found = readBlocks(editor).find((block) => block.type === 'pullQuote');
    if (!found) throw new Error('There is no pull-quote');
    return found;
  };
  const states = () => quotes.view.value.quotes.map(({ state, kept }) => (kept ? `${state.kind}, kept` : state.kind));
  return { editor, quotes, actions, said, theQuote, states, changes: () => changes };
}

describe('the pull-quotes of a page', () => {
  it('are told when the story is opened, and nothing is written', async () => {
    const { quotes, states, changes } = open([pullQuote('q', SAID, null), SOURCE]);
    await quotes.look();
    expect(states()).toEqual(['exact']);
    expect(changes()).toBe(0);
  });

  it('drift with their source, and come back with an undo', async () => {
    const { editor, quotes, states } = open([pullQuote('q', SAID), SOURCE]);
    select(editor, 's', 1, 3);
    type(editor, 'T');
    await quotes.look();
    expect(states()).toEqual(['drifted']);
    undo(editor);
    await quotes.look();
    expect(states()).toEqual(['exact']);
    redo(editor);
    await quotes.look();
    expect(states()).toEqual(['drifted']);
  });

  it('keep their binding on the passage, without a step of its own to undo', async () => {
    const { editor, quotes, theQuote } = open([pullQuote('q', SAID), SOURCE]);
    const before = readBlocks(editor);
    select(editor, 's', 0);
    type(editor, 'At dawn: ');
    await quotes.look();
    expect(theQuote().source).toMatchObject({ start: 10, passage: SAID });
    undo(editor);
    expect(readBlocks(editor)).toEqual(before);
  });

  it('are bound when they came in loose, but not while somebody writes in them', async () => {
    const { editor, quotes, theQuote } = open([pullQuote('q', SAID, null), SOURCE]);
    select(editor, 'q', SAID.length, SAID.length, 'quote');
    type(editor, '.');
    await quotes.look();
    expect(theQuote().source).toBeNull();
    select(editor, 's', 0);
    type(editor, ' ');
    await quotes.look();
    expect(theQuote().source).toMatchObject({ blockId: 's', passage: SAID });
  });

  it('know who is meant by a key pressed in the source they drifted from', async () => {
    const { editor, quotes } = open([pullQuote('q', SAID), SOURCE, paragraph('o', 'Elsewhere.')]);
    select(editor, 's', 1, 3);
    type(editor, 'T');
    await quotes.look();
    expect(quotes.quoteAtCaret()).toBe('q');
    select(editor, 'o', 2);
    expect(quotes.quoteAtCaret()).toBeNull();
  });
});

describe('what can be done to a pull-quote', () => {
  it('pulls again with the marks of the source, in one step', async () => {
    const marked: Block = {
      id: 's' as BlockId,
      type: 'paragraph',
      content: [
        { type: 'text', text: '“we mend the ' },
        { type: 'text', text: 'old', marks: ['italic'] },
        { type: 'text', text: ' nets by lamplight,” said Ines.' },
      ],
    };
    const { editor, quotes, actions, theQuote, states } = open([pullQuote('q', `${SAID}.`, SAID), marked]);
    await quotes.look();
    expect(states()).toEqual(['drifted']);
    const before = readBlocks(editor);
    await actions.repull('q' as BlockId);
    expect(theQuote().content).toEqual([
      { type: 'text', text: 'We mend the ' },
      { type: 'text', text: 'old', marks: ['italic'] },
      { type: 'text', text: ' nets by lamplight.' },
    ]);
    expect(['exact', 'trimmed']).toContain(states()[0]);
    undo(editor);
    expect(readBlocks(editor)).toEqual(before);
  });

  it('keeps it as it is, with who and when, until something changes', async () => {
    const { editor, quotes, actions, theQuote, states } = open([
      pullQuote('q', SAID.replace('nets', 'sails'), SAID),
      SOURCE,
    ]);
    await actions.keep('q' as BlockId);
    expect(states()).toEqual(['drifted, kept']);
    expect(theQuote().kept).toMatchObject({ by: 'Ana', words: SAID.replace('nets', 'sails'), passage: SAID });
    select(editor, 's', 1, 3);
    type(editor, 'T');
    await quotes.look();
    expect(states()).toEqual(['drifted']);
  });

  it('says why there is nothing to do', async () => {
    const { actions, said } = open([pullQuote('q', 'Nobody ever said this here', null), SOURCE]);
    const id = 'q' as BlockId;
    await actions.repull(id);
    await actions.showSource(id);
    await actions.attribute(id);
    await actions.moveToSource(id);
    expect(said).toEqual([
      'There is no passage in the story to pull this from.',
      'The words of this pull-quote stand nowhere in the story.',
      'The story does not say who speaks here.',
      'The words of this pull-quote stand nowhere in the story.',
    ]);
  });

  it('writes the proposed speaker only when asked', async () => {
    const { quotes, actions, theQuote } = open([pullQuote('q', SAID), SOURCE]);
    await quotes.look();
    expect(theQuote().attribution).toBe('');
    await actions.attribute('q' as BlockId);
    expect(theQuote().attribution).toBe('Ines Duarte, fisher');
  });

  it('asks for a caret in a pull-quote where there is none', () => {
    const { editor, said } = open([SOURCE]);
    select(editor, 's', 0);
    run(editor, 'quote.keep');
    expect(said).toEqual(['Put the caret into a pull-quote first.']);
  });
});

describe('whatever is done to a page', () => {
  it('a bound quote that is exact points at its words, and undo gives the story back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryStep, { maxLength: 10 }), async (steps) => {
        const { editor, quotes } = open([
          paragraph('o', 'The boats go out at four.'),
          pullQuote('q', SAID),
          SOURCE,
          pullQuote('r', 'The sea does the rest.', 'The sea does the rest'),
        ]);
        const before = readBlocks(editor);
        for (const chosen of steps) {
          take(editor, chosen);
          await quotes.look();
          const blocks = readBlocks(editor);
          for (const { quote, state } of quotes.view.value.quotes) {
            if (state.kind !== 'exact' || !quote.source) continue;
            const { blockId, start, end, passage } = quote.source;
            const home = blocks.find((block) => block.id === blockId);
            expect(sameWords(home ? blockText(home).slice(start, end) : '', passage)).toBe(true);
          }
        }
        if (steps.some(({ kind }) => kind === 'redo')) return;
        for (let round = 0; round < 60; round += 1) undo(editor);
        expect(readBlocks(editor)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
