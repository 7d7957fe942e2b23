import { assertNever } from '../../lang/assertNever.ts';
import { figureMedium, MEDIUM_NAMES, mediumOf } from '../../media/medium.ts';
import type { Block, Figure, ListItem, PullQuote } from '../../story/block.ts';
import { blockText, inlineText } from '../../story/plainText.ts';
import { isBlank } from '../cleanText.ts';
import { isRecording, type ExportPictures } from '../exportPicture.ts';
import { filledItems } from '../filledItems.ts';
import { blockDirection, firstStrongDirection, type Direction } from '../textDirection.ts';
import { languageTag, said } from '../wire/newsFacts.ts';
import { DEEPEST, type WordLists } from './WordLists.ts';
import { paragraph } from './wordParagraph.ts';
import { wordPicture } from './wordPicture.ts';
import type { WordRelations } from './WordRelations.ts';
import { plainRuns, wordRuns, type RunPlace } from './wordRuns.ts';
import { wordTable } from './wordTable.ts';

/** What a block is written into. */
export interface WordPlace {
  readonly around: Direction;
  /** Of the story. */
  readonly language: string | undefined;
  readonly pictures: ExportPictures;
  readonly relations: WordRelations;
  readonly lists: WordLists;
  /** Set before the words of this paragraph; empty for all but one. */
  readonly dateline: string;
}

/** A block of a story as paragraphs and tables. */
export function wordBlock(block: Block, place: WordPlace): string[] {
  const direction = blockDirection(block, blockText(block), place.around);
  const runs: RunPlace = { direction, language: languageTag(block.language ?? '') ?? place.language };
  const { relations } = place;
  switch (block.type) {
    case 'paragraph': {
      const before = place.dateline === '' ? '' : plainRuns(place.dateline, runs, 'DatelineRun') + plainRuns(' ', runs);
      return [paragraph({ direction }, before + wordRuns(block.content, runs, relations))];
    }
    case 'heading':
      return [paragraph({ style: `Heading${block.level}`, direction }, wordRuns(block.content, runs, relations))];
    case 'quote':
      return [paragraph({ style: 'Quote', direction }, wordRuns(block.content, runs, relations))];
    case 'list':
      return list(
        { kind: block.kind, items: filledItems(block.items), start: block.start ?? 1, level: 0 },
        runs,
        place,
      );
    case 'pullQuote':
      return pullQuote(block, runs, relations);
    case 'figure':
      return figure(block, runs, place);
    case 'table':
      return [wordTable(block.rows, direction, runs, relations)];
    case 'separator':
      return [paragraph({ style: 'Separator', direction }, plainRuns('* * *', runs))];
    default:
      return assertNever(block, 'block');
  }
}

interface ListPart {
  readonly kind: 'bulleted' | 'numbered';
  readonly items: readonly ListItem[];
  readonly start: number;
  readonly level: number;
}

function list({ kind, items, start, level }: ListPart, runs: RunPlace, place: WordPlace): string[] {
  const id = place.lists.add(kind, level, start);
  return items.flatMap(({ content, list: inner }) => {
    const direction = firstStrongDirection(inlineText(content)) ?? runs.direction;
    const words = wordRuns(content, { ...runs, direction }, place.relations);
    const own = paragraph({ style: 'ListParagraph', direction: runs.direction, list: { id, level } }, words);
    if (!inner) return [own];
    const below = { kind: inner.kind, items: inner.items, start: 1, level: Math.min(level + 1, DEEPEST) };
    return [own, ...list(below, runs, place)];
  });
}

function pullQuote({ content, attribution }: PullQuote, runs: RunPlace, relations: WordRelations): string[] {
  const by = said(attribution);
  const words = paragraph(
    { style: 'PullQuote', direction: runs.direction, isKept: by !== undefined },
    wordRuns(content, runs, relations),
  );
  if (by === undefined) return [words];
  const direction = firstStrongDirection(by) ?? runs.direction;
  return [words, paragraph({ style: 'PullQuoteAttribution', direction }, plainRuns(by, { ...runs, direction }))];
}

function figure(block: Figure, runs: RunPlace, place: WordPlace): string[] {
  const file = place.pictures.get(block.id);
  const medium = file ? mediumOf(file.type) : figureMedium(block);
  const shown = file && isRecording(file) ? file.poster : (file ?? null);
  const credit = said(block.credit);
  const hasCaption = !isBlank(inlineText(block.caption));
  const isKept = hasCaption || credit !== undefined;
  const alt = said(block.alt) ?? '';
  const lines: string[] = [];
  if (shown) {
    const id = place.relations.picture(shown);
    const number = place.relations.nextNumber();
    lines.push(
      paragraph({ style: 'Picture', direction: runs.direction, isKept }, wordPicture(shown, { id, number, alt })),
    );
  }
  if (!shown || medium !== 'picture') {
    const name = isBlank(block.fileName) || file ? '' : `: ${block.fileName}`;
    const note = `${MEDIUM_NAMES[medium]} not included${name}`;
    const own = { style: 'Picture', direction: 'ltr' as const, isKept };
    lines.push(paragraph(own, plainRuns(note, { direction: 'ltr', language: 'en' })));
    if (!shown && alt !== '') lines.push(paragraph({ ...own, direction: runs.direction }, plainRuns(alt, runs)));
  }
  if (hasCaption) {
    const words = wordRuns(block.caption, runs, place.relations);
    lines.push(paragraph({ style: 'Caption', direction: runs.direction, isKept: credit !== undefined }, words));
  }
  if (credit !== undefined) {
    const direction = firstStrongDirection(credit) ?? runs.direction;
    lines.push(paragraph({ style: 'Credit', direction }, plainRuns(credit, { ...runs, direction })));
  }
  return lines;
}
