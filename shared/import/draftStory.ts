import { isBlank } from '../export/cleanText.ts';
import type { Furniture } from '../ipc/librarySchemas.ts';
import { bindPullQuotes } from '../pullQuote/bindPullQuotes.ts';
import type { Block, Paragraph } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { newBlockId } from '../story/ids.ts';
import { blockText, inlineText } from '../story/plainText.ts';
import { blankFields, type StoryFields } from '../story/story.ts';
import { cutInlines } from './cutInlines.ts';
import { findFurniture } from './findFurniture.ts';
import { findPullQuotes } from './findPullQuotes.ts';
import { guessLanguage } from './guessLanguage.ts';
import type { HtmlBlocks } from './htmlToBlocks.ts';
import { readDateline, type Dateline } from './readDateline.ts';
import { readHead } from './readHead.ts';
import { settleCaptions } from './settleCaptions.ts';
import { takeLabels } from './takeLabels.ts';

/** A document as its reader leaves it. */
export interface SourceDocument extends HtmlBlocks {
  /** What the document says of the story outside its text (front matter, properties). */
  readonly fields: Partial<StoryFields>;
}

/** A story ready to be stored once its pictures are. */
export interface StoryDraft {
  readonly fields: StoryFields;
  readonly blocks: readonly Block[];
  readonly furniture: readonly Furniture[];
  /** Sentences about what was changed or left out. */
  readonly notes: readonly string[];
}

/** How far under the headline the paragraph with the dateline may stand. */
const DATELINE_REACH = 6;
/** Blocks above the story where it has neither headline nor dateline to tell. */
const HEAD_REACH = 4;

/**
 * Makes a story of a document: furniture of the page into fields, credits off captions, pull-quotes told from the copy they
 * repeat and bound to it, what looks like a page's furniture named. Words only move; none is dropped.
 */
export function draftStory(source: SourceDocument): StoryDraft {
  const labels = source.isOurs ? { fields: {}, blocks: source.blocks } : takeLabels(source.blocks);
  const document = { ...source, blocks: labels.blocks, fields: { ...labels.fields, ...source.fields } };
  const { details, isOurs } = document;
  const notes = [...document.notes];
  const suspicions = new Map<BlockId, string>();
  for (const [id, { suspicion }] of details) if (suspicion !== null) suspicions.set(id, suspicion);
  const fields: StoryFields = { ...blankFields(), ...document.fields };
  const text = document.blocks.map(blockText).join('\n');
  fields.language = document.fields.language || document.language || guessLanguage(text);

  const head = readHead(document.blocks, {
    roleOf: (id) => details.get(id)?.role ?? null,
    isSuspect: (id) => suspicions.has(id),
    title: document.title,
    hasHeadline: fields.headline !== '',
    isMarked: isOurs,
  });
  const taken: string[] = [];
  const lifted = new Set<BlockId>();
  const lift = (field: 'headline' | 'deck' | 'byline' | 'dateline', id: BlockId | null): void => {
    const block = document.blocks.find((one) => one.id === id);
    if (!block || fields[field] !== '') return;
    fields[field] = field === 'dateline' ? (readDateline(lineOf(block))?.place ?? lineOf(block)) : lineOf(block);
    lifted.add(block.id);
    taken.push(field);
  };
  lift('headline', head.headline);
  lift('deck', head.deck);
  lift('byline', head.byline);
  lift('dateline', head.dateline);
  const headlineAt = document.blocks.findIndex((block) => block.id === head.headline);
  const startsAt = document.blocks.slice(headlineAt + 1).find((block) => !lifted.has(block.id))?.id ?? null;
  let blocks: readonly Block[] = document.blocks.filter((block) => !lifted.has(block.id));

  const from = Math.max(
    blocks.findIndex((block) => block.id === startsAt),
    0,
  );
  const opening = fields.dateline === '' ? findDateline(blocks, from, document) : null;
  if (opening) {
    fields.dateline = opening.dateline.place;
    taken.push('dateline');
    blocks = blocks.map((block) => (block === opening.paragraph ? withoutDateline(opening) : block));
  }
  if (head.isGuessed) notes.push(`Took ${listed(taken)} from the first lines. Look them over.`);
  if (fields.headline === '' && isTitle(document.title) && !isOurs) {
    fields.headline = document.title;
    notes.push("Took the headline from the document's title.");
  }

  if (!isOurs) {
    const openingAt = opening ? blocks.findIndex((block) => block.id === opening.paragraph.id) : -1;
    const captions = settleCaptions(blocks, openingAt >= 0 ? openingAt : from + HEAD_REACH);
    if (captions.credits > 0) notes.push(`Took ${count(captions.credits, 'credit')} off the end of a caption.`);
    if (captions.places > 0) notes.push('A caption came without its picture: there is a place for it above the story.');
    const quoted = findPullQuotes(captions.blocks);
    const quotes = countQuotes(quoted) - countQuotes(captions.blocks);
    if (quotes > 0) {
      const what =
        quotes === 1
          ? 'A paragraph repeats words beside it and is'
          : `${quotes} paragraphs repeat words beside them and are`;
      notes.push(`${what} set as a pull-quote.`.replace('are set as a pull-quote', 'are set as pull-quotes'));
    }
    blocks = quoted;
  }
  blocks = bindPullQuotes(blocks);
  const hints = { headline: fields.headline, startsAt: head.headline === null ? null : startsAt, suspicions };
  return {
    fields,
    blocks: blocks.length > 0 ? blocks : [{ id: newBlockId(), type: 'paragraph', content: [] }],
    furniture: isOurs ? [] : findFurniture(blocks, hints),
    notes,
  };
}

interface Opening {
  readonly paragraph: Paragraph;
  readonly dateline: Dateline;
}

/** The paragraph that begins with the dateline, if there is one near the beginning. */
function findDateline(
  blocks: readonly Block[],
  from: number,
  { dateline: marked, isOurs }: Pick<SourceDocument, 'dateline' | 'isOurs'>,
): Opening | null {
  const paragraphs = blocks.filter((block) => block.type === 'paragraph');
  // In a conversation every answer begins with a name in capitals and a colon.
  const isTalk =
    !isOurs && paragraphs.filter((block) => !isBracketed(block) && readDateline(inlineText(block.content))).length > 1;
  const near = blocks
    .slice(from)
    .filter((block) => block.type === 'paragraph')
    .slice(0, DATELINE_REACH);
  for (const paragraph of near) {
    const text = inlineText(paragraph.content);
    if (marked !== '' && text.startsWith(marked)) {
      const length = /^[\s\u00a0]*/u.exec(text.slice(marked.length))?.[0].length ?? 0;
      const place = readDateline(`${marked} `)?.place ?? marked;
      return { paragraph, dateline: { place, length: marked.length + length } };
    }
    const dateline = isOurs || (isTalk && !isBracketed(paragraph)) ? null : readDateline(text);
    if (dateline && dateline.length < text.length) return { paragraph, dateline };
  }
  return null;
}

function isBracketed({ content }: Paragraph): boolean {
  return inlineText(content).trimStart().startsWith('[');
}

function withoutDateline({ paragraph, dateline }: Opening): Paragraph {
  return { ...paragraph, content: cutInlines(paragraph.content, dateline.length) };
}

function lineOf(block: Block): string {
  return blockText(block)
    .replace(/\s*\n\s*/gu, ' ')
    .trim();
}

/** Whether a page's title can be a headline: not the name programs give to what has none. */
function isTitle(title: string): boolean {
  return (
    !isBlank(title) &&
    title.split(/\s+/u).length >= 3 &&
    !/\.(?:docx?|html?|rtf|odt|txt)$|^(?:microsoft word|untitled)\b/i.test(title)
  );
}

function countQuotes(blocks: readonly Block[]): number {
  return blocks.filter((block) => block.type === 'pullQuote').length;
}

function listed(words: readonly string[]): string {
  const named = words.map((word) => `the ${word}`);
  return named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : (named[0] ?? 'nothing');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
