import type { Block } from '../story/block.ts';
import { canonicalJson } from '../story/canonicalJson.ts';
import type { StoryFields } from '../story/fields.ts';
import type { Story } from '../story/story.ts';
import { compareBlock, hasWords, isSame, textsOf } from './compareBlock.ts';
import { compareLines, compareTexts } from './compareText.ts';
import {
  TERM_FIELDS,
  TEXT_FIELDS,
  type ComparedRow,
  type FieldComparison,
  type RowPlace,
  type StoryComparison,
  type TermField,
  type TextField,
  type TextPart,
  type ValueField,
} from './comparison.ts';
import { pairBlocks, type BlockPair } from './pairBlocks.ts';
import { withoutThreads } from './withoutThreads.ts';

type Content = Pick<Story, 'fields' | 'blocks'>;

const isTextField = (field: string): field is TextField => (TEXT_FIELDS as readonly string[]).includes(field);
const isTermField = (field: string): field is TermField => (TERM_FIELDS as readonly string[]).includes(field);

/** Everything in which two versions of a story differ: fields, words, structure, pictures, order. Not what was said about them. */
export function compareStories(before: Content, after: Content): StoryComparison {
  const fields = compareFields(before.fields, after.fields);
  const rows = compareBodies(withoutThreads(before.blocks), withoutThreads(after.blocks));
  const texts = [...fields.flatMap((field) => (field.kind === 'text' ? [field.text] : [])), ...rows.flatMap(rowTexts)];
  const count = (kind: TextPart['kind']) =>
    texts.flat().reduce((sum, part) => sum + (part.kind === kind ? part.words : 0), 0);
  return {
    fields,
    rows,
    words: { in: count('added'), out: count('removed') },
    changes: fields.filter(({ isChanged }) => isChanged).length + rows.filter(isChange).length,
  };
}

/** Whether a row is something to look at; a place something was moved away from is not: it is looked at where it is. */
export function isChange(row: ComparedRow): boolean {
  return row.kind === 'same' ? row.isMoved : row.kind !== 'movedAway';
}

function rowTexts(row: ComparedRow): (readonly TextPart[])[] {
  if (row.kind === 'split' || row.kind === 'joined') return [...row.segments];
  return 'change' in row ? textsOf(row.change) : [];
}

function compareFields(before: StoryFields, after: StoryFields): FieldComparison[] {
  const names = new Set([...TEXT_FIELDS, ...TERM_FIELDS, ...Object.keys(after), ...Object.keys(before)]);
  return [...names].map((name): FieldComparison => {
    if (isTextField(name)) {
      const text = compareLines(before[name], after[name]);
      return { kind: 'text', field: name, isChanged: !isSame(text), text };
    }
    if (isTermField(name)) return compareTerms(name, before[name], after[name]);
    const field = name as ValueField;
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    return { kind: 'value', field, isChanged: old !== now, before: old, after: now };
  });
}

function compareTerms(field: TermField, before: readonly string[], after: readonly string[]): FieldComparison {
  const added = after.filter((term) => !before.includes(term));
  const removed = before.filter((term) => !after.includes(term));
  const isChanged = canonicalJson(before) !== canonicalJson(after);
  return { kind: 'terms', field, isChanged, before, after, added, removed };
}

/** Walks both bodies along what kept its order; what is in one only comes where it stands there, the earlier version first. */
function compareBodies(before: readonly Block[], after: readonly Block[]): ComparedRow[] {
  const pairs = pairBlocks(before, after);
  const byBefore = new Map(pairs.flatMap((pair) => pair.before.map((place) => [place, pair])));
  const byAfter = new Map(pairs.flatMap((pair) => pair.after.map((place) => [place, pair])));
  const rows: ComparedRow[] = [];
  let nowAt = 0;
  const takeAfter = (until: number) => {
    for (; nowAt < until; nowAt += 1) {
      const pair = byAfter.get(nowAt);
      const block = after[nowAt];
      if (pair && nowAt === pair.after[0]) rows.push(pairRow(pair, before, after));
      else if (!pair && block)
        rows.push({ kind: 'added', place: { before: null, after: nowAt }, block, change: compareBlock(null, block) });
    }
  };
  for (const [place, block] of before.entries()) {
    const pair = byBefore.get(place);
    const at = { before: place, after: null };
    if (!pair) rows.push({ kind: 'removed', place: at, block, change: compareBlock(block, null) });
    else if (pair.isMoved) rows.push({ kind: 'movedAway', place: at, block });
    else takeAfter(Math.max(nowAt, (pair.after[0] ?? 0) + 1));
  }
  takeAfter(after.length);
  return rows;
}

function pairRow(pair: BlockPair, before: readonly Block[], after: readonly Block[]): ComparedRow {
  const { isMoved } = pair;
  const olds = pair.before.flatMap((at) => before[at] ?? []);
  const news = pair.after.flatMap((at) => after[at] ?? []);
  const [old, now] = [olds[0], news[0]];
  if (!old || !now) throw new Error('A pair of blocks has two sides.');
  const place: RowPlace = { before: pair.before[0] ?? null, after: pair.after[0] ?? null };
  if (news.length > 1 || olds.length > 1) {
    const segments = compareTexts(olds.map(wordsOf), news.map(wordsOf));
    return news.length > 1
      ? { kind: 'split', place, isMoved, before: old, after: news, segments }
      : { kind: 'joined', place, isMoved, before: olds, after: now, segments };
  }
  if (canonicalJson({ ...old, id: '' }) === canonicalJson({ ...now, id: '' }))
    return { kind: 'same', place, isMoved, block: now };
  return { kind: 'changed', place, isMoved, before: old, after: now, change: compareBlock(old, now) };
}

function wordsOf(block: Block) {
  return hasWords(block) ? block.content : [];
}
