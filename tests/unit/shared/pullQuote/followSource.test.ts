import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followSource } from '../../../../shared/pullQuote/followSource.ts';
import { keepQuote, standingKeep } from '../../../../shared/pullQuote/keptQuote.ts';
import { pullQuoteState } from '../../../../shared/pullQuote/pullQuoteState.ts';
import type { Block, PullQuote } from '../../../../shared/story/block.ts';
import type { BlockId } from '../../../../shared/story/ids.ts';
import { inlineText } from '../../../../shared/story/plainText.ts';
import { paragraph, pullQuote } from './storyOf.ts';

const SAID = 'We mend the nets by lamplight, as my mother did';
const SOURCE = paragraph('s', `“${SAID},” said Ines Duarte. “The sea does the rest,” she added.`);
const OTHER = paragraph('o', 'The boats go out at four and come back when the ice is gone.');
const QUOTE = pullQuote(`${SAID}.`, { block: SOURCE, passage: SAID });

function follow(quote: PullQuote, blocks: readonly Block[]): PullQuote {
  return { ...quote, source: followSource(quote, pullQuoteState(quote, blocks), blocks) };
}

function textOf(blocks: readonly Block[], id: BlockId | undefined): string {
  const block = blocks.find((candidate) => candidate.id === id);
  return block?.type === 'paragraph' ? inlineText(block.content) : '';
}

/** The characters a quote’s binding points at now. */
function pointedAt({ source }: PullQuote, blocks: readonly Block[]): string {
  return textOf(blocks, source?.blockId).slice(source?.start, source?.end);
}

describe('a binding', () => {
  it('is the same object while nothing changed', () => {
    expect(followSource(QUOTE, pullQuoteState(QUOTE, [QUOTE, SOURCE]), [QUOTE, SOURCE])).toBe(QUOTE.source);
  });

  it('shifts with words put in before it', () => {
    const blocks = [QUOTE, paragraph('s', `Last week: “${SAID},” said Ines Duarte.`)];
    expect(follow(QUOTE, blocks).source).toMatchObject({ blockId: 's', start: 12, passage: SAID });
  });

  it('goes with a passage that is cut and pasted into another paragraph', () => {
    const blocks = [QUOTE, paragraph('o', `The boats go out at four. “${SAID},” she said.`)];
    const followed = follow(QUOTE, blocks);
    expect(followed.source?.blockId).toBe('o');
    expect(pointedAt(followed, blocks)).toBe(SAID);
  });

  it('goes with its own passage when the same words stand elsewhere, nearer by', () => {
    const said = 'the sea does the rest';
    const first = paragraph('a', `In spring ${said}, says Ines.`);
    const second = paragraph('b', `In autumn ${said}, says her son.`);
    const made = pullQuote(said, undefined, 'q');
    const bound = follow({ ...made, source: null }, [second, OTHER, first]);
    expect(bound.source).toMatchObject({ blockId: 'b', before: 'In autumn ', after: ', says her son.' });
    // Its paragraph is cut and pasted far below the other one.
    const pasted = paragraph('new', `Then: In autumn ${said}, says her son.`);
    const followed = follow(bound, [bound, first, OTHER, pasted]);
    expect(followed.source).toMatchObject({ blockId: 'new', start: 16 });
    expect(pullQuoteState(followed, [followed, first, OTHER, pasted])).toMatchObject({
      kind: 'exact',
      match: { source: { blockId: 'new' } },
    });
  });

  it('remembers no half of a character beside its passage', () => {
    const body = paragraph('e', `${'😀'.repeat(21)} ${SAID} ${'😀'.repeat(21)}`);
    const { before = '', after = '' } = follow(pullQuote(SAID), [body]).source ?? {};
    expect([before, after].map((words) => Buffer.from(words).toString())).toEqual([before, after]);
  });

  it('remembers the old words when the source changes, points at the new ones, and comes back with them', () => {
    const changed = [QUOTE, paragraph('s', `“${SAID.replace('lamplight', 'candlelight')},” said Ines Duarte.`)];
    const followed = follow(QUOTE, changed);
    expect(followed.source?.passage).toBe(SAID);
    expect(pointedAt(followed, changed)).toBe(SAID.replace('lamplight', 'candlelight'));
    expect(pullQuoteState(followed, changed).kind).toBe('drifted');
    expect(follow(followed, [QUOTE, SOURCE]).source).toMatchObject({ ...QUOTE.source });
  });

  it('survives a split of its paragraph, and is whole again when it is joined', () => {
    const split = [
      QUOTE,
      paragraph('s', '“We mend the nets by lamplight,'),
      paragraph('t', ' as my mother did,” said Ines.'),
    ];
    const followed = follow(QUOTE, split);
    expect(followed.source?.passage).toBe(SAID);
    expect(pullQuoteState(followed, split).kind).toBe('spliced');
    expect(follow(followed, [QUOTE, SOURCE]).source).toMatchObject({ ...QUOTE.source });
  });

  it('moves to other words of the story when the quote is given them', () => {
    const retyped = { ...QUOTE, content: [{ type: 'text' as const, text: 'The sea does the rest.' }] };
    expect(follow(retyped, [retyped, SOURCE]).source).toMatchObject({ blockId: 's', passage: 'The sea does the rest' });
  });

  it('grows with a quote that is given more of its passage', () => {
    const longer = { ...QUOTE, content: [{ type: 'text' as const, text: `${SAID}, and the rest is said` }] };
    const body = paragraph('s', `“${SAID}, and the rest is said,” she told us.`);
    expect(follow(longer, [longer, body]).source?.passage).toBe(`${SAID}, and the rest is said`);
  });

  it('keeps the passage of a quote whose ends were cut', () => {
    const cut = { ...QUOTE, content: [{ type: 'text' as const, text: 'We mend the nets by lamplight' }] };
    expect(follow(cut, [cut, SOURCE]).source).toEqual(QUOTE.source);
  });

  it('remembers a lost source, and finds it when it comes back', () => {
    const orphan = follow(QUOTE, [QUOTE, OTHER]);
    expect(orphan.source).toEqual(QUOTE.source);
    expect(follow(orphan, [QUOTE, OTHER, paragraph('new', `“${SAID}.”`)]).source).toMatchObject({ blockId: 'new' });
  });

  it('is made for a quote that came in without one, and not for one found nowhere', () => {
    expect(follow(pullQuote(SAID), [pullQuote(SAID), SOURCE]).source).toMatchObject({ blockId: 's', start: 1 });
    expect(follow(pullQuote('Nobody in this story said so'), [SOURCE]).source).toBeNull();
  });
});

type Edit = { kind: 'insert' | 'delete' | 'split' | 'join' | 'move'; block: number; at: number; word: string };

const WORDS = ['gulls', 'قال', 'été', '—', 'the', '“so”', '.'];
const arbitraryEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'split', 'join', 'move'),
  block: fc.nat(9),
  at: fc.nat(120),
  word: fc.constantFrom(...WORDS),
});

/** Paragraphs after an edit that leaves the passage itself alone: the quoted words stay in one piece. */
function apply(
  texts: readonly string[],
  { kind, block, at, word }: Edit,
  count: { ids: number },
  ids: string[],
): string[] {
  const index = block % texts.length;
  const text = texts[index] ?? '';
  const from = text.indexOf(SAID);
  const inside = (offset: number) => from >= 0 && offset > from && offset < from + SAID.length;
  const offset = at % (text.length + 1);
  const next = [...texts];
  if (kind === 'insert' && !inside(offset)) next[index] = `${text.slice(0, offset)} ${word} ${text.slice(offset)}`;
  if (kind === 'delete' && offset < text.length && !(from >= 0 && offset >= from && offset < from + SAID.length)) {
    next[index] = text.slice(0, offset) + text.slice(offset + 1);
  }
  if (kind === 'split' && !inside(offset)) {
    next.splice(index, 1, text.slice(0, offset), text.slice(offset));
    ids.splice(index + 1, 0, `n${(count.ids += 1)}`);
  }
  if (kind === 'join' && index + 1 < texts.length) {
    next.splice(index, 2, text + (texts[index + 1] ?? ''));
    ids.splice(index + 1, 1);
  }
  if (kind === 'move') {
    next.splice(index, 1);
    next.splice(at % (next.length + 1), 0, text);
    const [id = ''] = ids.splice(index, 1);
    ids.splice(at % (ids.length + 1), 0, id);
  }
  return next;
}

/** Whether the passage stands in the text without a border between its words and those around it. */
function isRunOn(text: string, passage: string): boolean {
  const start = text.indexOf(passage);
  return /[\p{L}\p{N}]$/u.test(text.slice(0, start)) || /^[\p{L}\p{N}]/u.test(text.slice(start + passage.length));
}

describe('through any edits around it', () => {
  it('a binding points at its passage, and the quote stays exact', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEdit, { maxLength: 14 }), (edits) => {
        let texts = [
          `“${SAID},” said Ines Duarte.`,
          'The boats go out at four and come back at noon.',
          'Nobody waits.',
        ];
        const ids = ['s', 'o', 'x'];
        const count = { ids: 0 };
        let quote = QUOTE;
        for (const edit of edits) {
          texts = apply(texts, edit, count, ids);
          const blocks: Block[] = [quote, ...texts.map((text, at) => paragraph(ids[at] ?? '', text))];
          quote = follow(quote, blocks);
          expect(pointedAt(quote, blocks)).toBe(SAID);
          expect(quote.source?.passage).toBe(SAID);
          // A word run on to the passage (“waitsWe mend”) changes a word of it: that may be told.
          if (!isRunOn(textOf(blocks, quote.source?.blockId), SAID)) {
            expect(['exact', 'trimmed']).toContain(pullQuoteState(quote, blocks).kind);
          }
        }
      }),
    );
  });
});

describe('a quote that somebody keeps as it is', () => {
  const changed = [QUOTE, paragraph('s', `“${SAID.replace('lamplight', 'candlelight')},” said Ines Duarte.`)];
  const state = pullQuoteState(QUOTE, changed);
  const kept = { ...QUOTE, kept: keepQuote(QUOTE, state, 'Ana', '2026-05-03T10:15:00.000Z') };

  it('stands, with who and when', () => {
    expect(standingKeep(kept, pullQuoteState(kept, changed))).toMatchObject({
      by: 'Ana',
      at: '2026-05-03T10:15:00.000Z',
    });
  });

  it('stands no more once the source changes again', () => {
    const again = [kept, paragraph('s', `“${SAID.replace('lamplight', 'moonlight')},” said Ines Duarte.`)];
    expect(standingKeep(kept, pullQuoteState(kept, again))).toBeNull();
  });

  it('stands no more once the quote changes', () => {
    const edited = { ...kept, content: [{ type: 'text' as const, text: SAID.replace('mother', 'father') }] };
    expect(standingKeep(edited, pullQuoteState(edited, changed))).toBeNull();
  });

  it('can stand without a source, too', () => {
    const typed = pullQuote('Nobody in this story said so');
    const decided = { ...typed, kept: keepQuote(typed, { kind: 'unsourced' }, '', '2026-05-03T10:15:00.000Z') };
    expect(standingKeep(decided, pullQuoteState(decided, [SOURCE]))).not.toBeNull();
  });
});
