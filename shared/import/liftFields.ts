import { isBlank } from '../export/cleanText.ts';
import type { Block, Paragraph } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { blockText, inlineText } from '../story/plainText.ts';
import { blankFields, type StoryFields } from '../story/fields.ts';
import { cutInlines } from './cutInlines.ts';
import { guessLanguage } from './guessLanguage.ts';
import { readDateline, type Dateline } from './readDateline.ts';
import { readHead } from './readHead.ts';
import type { HeadEnds } from './settleCaptions.ts';
import type { SourceDocument } from './SourceDocument.ts';
import { takeLabels } from './takeLabels.ts';

/** A document whose furniture is in fields and no longer in its blocks. */
export interface LiftedDocument {
  readonly fields: StoryFields;
  readonly blocks: readonly Block[];
  /** The block that stood under the headline; null when no block was the headline. */
  readonly startsAt: BlockId | null;
  readonly ends: HeadEnds;
  readonly notes: readonly string[];
}

type Lifted = 'headline' | 'deck' | 'byline' | 'dateline';

/** How far under the headline the paragraph with the dateline may stand. */
const DATELINE_REACH = 6;
/** Blocks above the story where it has neither headline nor dateline to tell. */
const HEAD_REACH = 4;

/**
 * Takes headline, deck, byline and dateline out of a document's blocks into its fields: by labels, by markup, and, unless
 * we wrote it ourselves, by how stories begin. Every word that goes from the blocks is in a field.
 */
export function liftFields(source: SourceDocument): LiftedDocument {
  const { details, isOurs, title } = source;
  const labels = isOurs ? { fields: {}, blocks: source.blocks } : takeLabels(source.blocks);
  const fields: StoryFields = { ...blankFields(), ...labels.fields, ...source.fields };
  fields.language = source.fields.language || source.language || guessLanguage(labels.blocks.map(blockText).join('\n'));
  const head = readHead(labels.blocks, {
    roleOf: (id) => details.get(id)?.role ?? null,
    isSuspect: (id) => details.get(id)?.suspicion != null,
    title,
    hasHeadline: fields.headline !== '',
    isMarked: isOurs,
  });

  const taken: Lifted[] = [];
  const gone = new Set<BlockId>();
  for (const name of ['headline', 'deck', 'byline', 'dateline'] as const) {
    const block = labels.blocks.find((one) => one.id === head[name]);
    if (!block || fields[name] !== '') continue;
    const line = lineOf(block);
    fields[name] = name === 'dateline' ? (readDateline(line)?.place ?? line) : line;
    gone.add(block.id);
    taken.push(name);
  }
  const blocks = labels.blocks.filter((block) => !gone.has(block.id));
  const headlineAt = labels.blocks.findIndex((block) => block.id === head.headline);
  const startsAt = labels.blocks.slice(headlineAt + 1).find((block) => !gone.has(block.id))?.id ?? null;
  const start = Math.max(
    blocks.findIndex((block) => block.id === startsAt),
    0,
  );

  const opening = fields.dateline === '' ? findOpening(blocks, start, source) : null;
  if (opening) {
    fields.dateline = opening.dateline.place;
    blocks[opening.at] = withoutDateline(opening);
    taken.push('dateline');
  }
  const notes = head.isGuessed ? [`Took ${listed(taken)} from the first lines. Look them over.`] : [];
  if (fields.headline === '' && !isOurs && isHeadline(title)) {
    fields.headline = title;
    notes.push("Took the headline from the document's title.");
  }
  return {
    fields,
    blocks,
    startsAt: head.headline === null ? null : startsAt,
    ends: { head: opening?.at ?? start + HEAD_REACH, captions: opening?.at ?? start + 1 },
    notes,
  };
}

/** The paragraph that begins with the dateline, and its place among the blocks. */
interface Opening {
  readonly at: number;
  readonly paragraph: Paragraph;
  readonly dateline: Dateline;
}

function findOpening(
  blocks: readonly Block[],
  start: number,
  { dateline: marked, isOurs }: Pick<SourceDocument, 'dateline' | 'isOurs'>,
): Opening | null {
  const paragraphs = blocks.flatMap((block, at) => (block.type === 'paragraph' ? [{ paragraph: block, at }] : []));
  const near = paragraphs.filter(({ at }) => at >= start).slice(0, DATELINE_REACH);
  const isTalk = !isOurs && isConversation(paragraphs.map(({ paragraph }) => inlineText(paragraph.content)));
  for (const { paragraph, at } of near) {
    const text = inlineText(paragraph.content);
    if (marked !== '' && text.startsWith(marked)) {
      const space = /^\s*/u.exec(text.slice(marked.length))?.[0].length ?? 0;
      const place = readDateline(`${marked} `)?.place ?? marked;
      return { at, paragraph, dateline: { place, length: marked.length + space } };
    }
    const dateline = isOurs || (isTalk && !isBracketed(text)) ? null : readDateline(text);
    if (dateline && dateline.length < text.length) return { at, paragraph, dateline };
  }
  return null;
}

/** In a conversation every answer begins with a name in capitals, which is no place. */
function isConversation(texts: readonly string[]): boolean {
  return texts.filter((text) => !isBracketed(text) && readDateline(text) !== null).length > 1;
}

function isBracketed(text: string): boolean {
  return text.trimStart().startsWith('[');
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
function isHeadline(title: string): boolean {
  const isName = /\.(?:docx?|html?|rtf|odt|txt)$|^(?:microsoft word|untitled)\b/i.test(title);
  return !isBlank(title) && !isName && title.split(/\s+/u).length >= 3;
}

function listed(names: readonly Lifted[]): string {
  const words = names.map((name) => `the ${name}`);
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? 'nothing');
}
