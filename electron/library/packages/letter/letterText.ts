import { z } from 'zod';
import { sourceAt } from '../../../../shared/pullQuote/sourceText.ts';
import type { Block, PullQuote } from '../../../../shared/story/block.ts';
import { canonicalJson } from '../../../../shared/story/canonicalJson.ts';
import type { BlockId, RevisionId } from '../../../../shared/story/ids.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { revisionStepId } from '../../derivedIds.ts';
import { PACKAGE_LIMITS } from '../packageFormat.ts';
import { thawBlock, thinBlock } from './thinBlock.ts';

/** What a letter says of its sending besides ids and keys. */
export interface LetterHead {
  /** The revision that is sent. */
  readonly id: RevisionId;
  readonly by: string;
  /** When the revision was made that is sent. */
  readonly createdAt: string;
  /** How many of the revisions that are named are its parents. */
  readonly parents: number;
}

/** The words of a letter as they are packed, and the ids of the blocks where the words do not have them. */
export interface LetterText {
  readonly text: string;
  readonly ids: readonly BlockId[];
}

/** What was read of a letter. */
interface LetterContent {
  readonly head: LetterHead;
  readonly story: unknown;
}

/*
 * The text of a letter is the headline, deck and dateline, a line for each block, and a line of JSON. The line of a plain paragraph is its
 * words; that of a pull-quote that is bound to another block a list that says where (`bindingLine`); that of any other a JSON object
 * (`thinBlock`). What can be told from the rest is left out. Characters of print stand for rare ones, which take fewer bytes. A story
 * that this does not give back letter by letter is one JSON object.
 */
const PRINT = '“”’—–‘\u00a0';
const RARE = '\u0001\u0002\u0003\u0004\u0005\u0006\u0007';

/** The fields of a story nobody filled in, as they are left out. Letters are read by it: it never changes. */
const BLANK = {
  ...{ language: 'en', direction: 'auto', slug: '', byline: '', status: 'draft', desk: '', priority: null },
  ...{ embargo: null, deadline: null, targetWords: null, categories: [], topics: [], keywords: [], editorsNote: '' },
};

const fieldsSchema = z.record(z.string(), z.unknown());
/** Format of the story, sender, parents; made, milliseconds to the last change and to the revision; fields; step; the rest. */
const lastSchema = z.tuple([
  z.tuple([z.int(), z.string(), z.int().min(0), z.int(), z.int(), z.int()]),
  fieldsSchema,
  /** The note of the last step, if that is this hand-over: the rest of it goes without saying. Else null. */
  z.string().nullable(),
  fieldsSchema,
]);
const headSchema = z.strictObject({ by: z.string(), createdAt: z.string(), parents: z.int().min(0) });
const wholeSchema = z.strictObject({ head: headSchema, story: z.unknown() });

/** Of what a binding is made: blocks on, start, length; what follows the passage, who said it, how much of the passage stands. */
const bindingSchema = z.union([
  z.tuple([z.int(), z.int().min(0), z.int().min(0)]),
  z.tuple([z.int(), z.int().min(0), z.int().min(0), z.string()]),
  z.tuple([z.int(), z.int().min(0), z.int().min(0), z.string(), z.string()]),
  z.tuple([z.int(), z.int().min(0), z.int().min(0), z.string(), z.string(), z.int().min(0)]),
]);

/** A story as the text of a letter. */
export function writeLetterText(given: Story, head: LetterHead): LetterText {
  const story = JSON.parse(canonicalJson(given)) as Story;
  const short = { text: exchange(lines(story, head).join('\n')), ids: story.blocks.map(({ id }) => id) };
  const { by, createdAt, parents } = head;
  return isFaithful(short, story, head)
    ? short
    : { text: canonicalJson({ head: { by, createdAt, parents }, story }), ids: [] };
}

/** What stands in the text of a letter; a story that nobody has looked at yet. Throws what is wrong with it. */
export function readLetterText({ text, ids }: LetterText, storyId: string, id: RevisionId): LetterContent {
  if (text.startsWith('{')) {
    const { head, story } = wholeSchema.parse(JSON.parse(text));
    return { head: { ...head, id }, story };
  }
  // One more than there should be is enough to refuse it.
  const [headline = '', deck = '', dateline = '', ...body] = exchange(text).split('\n', ids.length + 5);
  const last = lastSchema.parse(JSON.parse(body.pop() ?? ''));
  const [[format, by, parents, made, changed, sent], fields, note, rest] = last;
  if (body.length !== ids.length) throw new RangeError('Not as many blocks as ids.');
  const head = { id, by, createdAt: time(made + sent), parents };
  const story = {
    ...{ format, id: storyId, createdAt: time(made), updatedAt: time(made + changed) },
    fields: { ...BLANK, ...fields, headline, deck, dateline },
    blocks: readBlocks(body, ids),
    ...rest,
    ...(note !== null && { review: withStep(rest['review'], stepOf(head, fields, note)) }),
  };
  return { head, story };
}

function isFaithful(written: LetterText, story: Story, head: LetterHead): boolean {
  try {
    const text = Buffer.from(written.text, 'utf8').toString('utf8');
    return canonicalJson(readLetterText({ ...written, text }, story.id, head.id)) === canonicalJson({ head, story });
  } catch {
    return false;
  }
}

function lines(story: Story, head: LetterHead): string[] {
  const { format, id: _, createdAt, updatedAt, fields, blocks, ...others } = story;
  const { headline, deck, dateline, ...furniture } = fields;
  const made = Date.parse(createdAt);
  const blank = new Map(Object.entries<unknown>(BLANK));
  const filled = Object.fromEntries(
    Object.entries(furniture).filter(
      ([name, value]) => canonicalJson(value) !== canonicalJson(blank.get(name) ?? null),
    ),
  );
  const times = [made, Date.parse(updatedAt) - made, Date.parse(head.createdAt) - made];
  const last = JSON.stringify([[format, head.by, head.parents, ...times], filled, ...takeStep(others, head, filled)]);
  const places = new Map(blocks.map(({ id }, place) => [id, place]));
  return [headline, deck, dateline, ...blocks.map((block, place) => line(block, place, blocks, places)), last];
}

function line(block: Block, place: number, blocks: readonly Block[], places: ReadonlyMap<BlockId, number>): string {
  if (block.type === 'pullQuote') {
    const source = places.get(block.source?.blockId ?? block.id) ?? place;
    const bound = bindingLine(block, source - place, blocks[source]);
    if (bound !== null) return bound;
  }
  const thin = thinBlock(block);
  const { content, ...more } = thin;
  const isPlain = block.type === 'paragraph' && Object.keys(more).length === 1;
  if (isPlain && typeof content === 'string' && !/^[[{]|[\n\r]/.test(content)) return content;
  return isPlain && block.content.length === 0 ? '' : JSON.stringify(thin);
}

/** The line of a pull-quote whose words and binding can be told from the block it is bound to; null for others. */
function bindingLine(quote: PullQuote, on: number, from: Block | undefined): string | null {
  const { content, attribution, source, id, type: _, ...more } = quote;
  const [run, ...runs] = content;
  if (!source || !from || from.id === id || Object.keys(more).length > 0) return null;
  if (run?.type !== 'text' || run.marks || runs.length > 0) return null;
  const { start, end, passage } = source;
  let kept = 0;
  while (kept < passage.length && passage[kept] === run.text[kept]) kept += 1;
  const parts = [on, start, end - start, run.text.slice(kept), attribution, kept];
  const tail = run.text.length > kept ? 4 : 3;
  const needed = kept < passage.length ? 6 : attribution === '' ? tail : 5;
  return JSON.stringify(parts.slice(0, needed));
}

function readBlocks(body: readonly string[], ids: readonly BlockId[]): unknown[] {
  const blocks = body.map((words, place) => {
    const id = ids[place];
    if (words.startsWith('[')) return null;
    if (words.startsWith('{')) return { ...thawBlock(fieldsSchema.parse(JSON.parse(words))), id };
    return { id, type: 'paragraph', content: words === '' ? [] : [{ type: 'text', text: words }] };
  });
  // A line of a few characters may stand for many of another: no more of them than a story may have.
  let room: number = PACKAGE_LIMITS.packedBytes / 4;
  return blocks.map((block, place) => {
    if (block) return block;
    const [on, start, length, tail = '', attribution = '', kept = length] = bindingSchema.parse(
      JSON.parse(body[place] ?? ''),
    );
    const from = blocks[place + on] as Block | null | undefined;
    if (!from) throw new RangeError('A pull-quote of a block that is not there.');
    room -= 2 * length;
    if (room < 0) throw new RangeError('More pull-quotes than any story has.');
    const source = sourceAt({ blockId: from.id, start, end: start + length }, textOf(from));
    const text = source.passage.slice(0, kept) + tail;
    return { id: ids[place], type: 'pullQuote', content: [{ type: 'text', text }], attribution, source };
  });
}

/** Laid out once, however many pull-quotes come from it. */
const laidOut = new WeakMap<Block, string>();

function textOf(block: Block): string {
  const text = laidOut.get(block) ?? blockText(block);
  laidOut.set(block, text);
  return text;
}

/** The step that hands the story over says nothing but its note that is not said elsewhere. */
function stepOf({ id, by, createdAt }: LetterHead, fields: Readonly<Record<string, unknown>>, note: string): unknown {
  const { status, assignee } = fields;
  const given = { ...(status !== undefined && { status }), ...(assignee !== undefined && { assignee }) };
  return { id: revisionStepId(id), by, at: createdAt, ...given, note };
}

/** The note of a last step that goes without saying otherwise, and what has to be said. */
function takeStep(
  { review, ...others }: Pick<Story, 'review' | 'suggestions'>,
  head: LetterHead,
  fields: Readonly<Record<string, unknown>>,
): [note: string | null, rest: Readonly<Record<string, unknown>>] {
  const last = review?.steps.at(-1);
  if (!review || !last || canonicalJson(last) !== canonicalJson(stepOf(head, fields, last.note)))
    return [null, { ...others, ...(review && { review }) }];
  const { steps, threads, conflicts } = review;
  const said = {
    ...(threads.length > 0 && { threads }),
    ...(steps.length > 1 && { steps: steps.slice(0, -1) }),
    ...(conflicts.length > 0 && { conflicts }),
  };
  return [last.note, { ...others, ...(Object.keys(said).length > 0 && { review: said }) }];
}

function withStep(review: unknown, step: unknown): unknown {
  const said = fieldsSchema.parse(review ?? {});
  const steps = z.array(z.unknown()).parse(said['steps'] ?? []);
  return { threads: [], conflicts: [], ...said, steps: [...steps, step] };
}

function exchange(text: string): string {
  return text.replace(/[“”’—–‘\u00a0\u0001-\u0007]/gu, (character) => {
    const place = PRINT.indexOf(character);
    return (place < 0 ? PRINT[RARE.indexOf(character)] : RARE[place]) ?? character;
  });
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
