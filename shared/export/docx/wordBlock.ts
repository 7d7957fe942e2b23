import { assertNever } from '../../lang/assertNever.ts';
import { figureMedium, MEDIUM_NAMES, mediumOf } from '../../media/medium.ts';
import type { Block, Figure, ListItem, PullQuote } from '../../story/block.ts';
import type { BlockId } from '../../story/ids.ts';
import { blockText, inlineText } from '../../story/plainText.ts';
import { isBlank } from '../cleanText.ts';
import { isRecording, type ExportPictures } from '../exportPicture.ts';
import { filledItems } from '../filledItems.ts';
import { blockDirection, firstStrongDirection, type Direction } from '../textDirection.ts';
import { languageTag, said } from '../wire/newsFacts.ts';
import { blockBookmark, bookmarked, fieldBookmark, type BlockPlace } from './bookmarks.ts';
import { isTakenOut } from './weaveWords.ts';
import { DEEPEST, type WordLists } from './WordLists.ts';
import { paragraph } from './wordParagraph.ts';
import { wordPicture } from './wordPicture.ts';
import { plainRuns, wordRuns, type RunParts, type RunPlace } from './wordRuns.ts';
import { wordTable } from './wordTable.ts';

/** What a block is written into. */
export interface WordPlace extends RunParts {
  readonly around: Direction;
  /** Of the story. */
  readonly language: string | undefined;
  readonly pictures: ExportPictures;
  readonly lists: WordLists;
  /** Set before the words of this paragraph; empty for all but one. */
  readonly dateline: string;
}

/** A block of a story as paragraphs and tables, with what was said of it as a whole. */
export function wordBlock(block: Block, place: WordPlace): readonly string[] {
  const paragraphs = blockParagraphs(block, place);
  return place.comments?.onBlock(block.id, paragraphs) ?? paragraphs;
}

function blockParagraphs(block: Block, place: WordPlace): string[] {
  const direction = blockDirection(block, blockText(block), place.around);
  const runs: RunPlace = { direction, language: languageTag(block.language ?? '') ?? place.language };
  const name = blockBookmark(block.id);
  switch (block.type) {
    case 'paragraph': {
      return [paragraph({ direction, name }, datelineRuns(runs, place) + wordRuns(block.content, runs, place))];
    }
    case 'heading':
      return [paragraph({ style: `Heading${block.level}`, direction, name }, wordRuns(block.content, runs, place))];
    case 'quote':
      return [paragraph({ style: 'Quote', direction, name }, wordRuns(block.content, runs, place))];
    case 'list':
      return list(
        {
          id: block.id,
          kind: block.kind,
          items: filledItems(block.items),
          start: block.start ?? 1,
          level: 0,
          count: { item: 0, gone: 0 },
        },
        runs,
        place,
      );
    case 'pullQuote':
      return pullQuote(block, runs, place);
    case 'figure':
      return figure(block, runs, place);
    case 'table':
      return [wordTable(block, direction, runs, place)];
    case 'separator':
      return [paragraph({ style: 'Separator', direction, name }, onWhole(name, plainRuns('* * *', runs), place))];
    default:
      return assertNever(block, 'block');
  }
}

/** The place as the house sets it, which the first paragraph begins with. */
function datelineRuns(runs: RunPlace, { dateline, comments }: WordPlace): string {
  if (dateline === '') return '';
  const words = plainRuns(dateline, runs, 'DatelineRun');
  const field = { kind: 'field', field: 'dateline' } as const;
  return bookmarked(fieldBookmark('dateline'), comments?.onWhole(field, words) ?? words) + plainRuns(' ', runs);
}

interface ListPart {
  readonly id: BlockId;
  readonly kind: 'bulleted' | 'numbered';
  readonly items: readonly ListItem[];
  readonly start: number;
  readonly level: number;
  /** How many items of the whole list stand before: those that stay, and those somebody proposes to take out. */
  readonly count: { item: number; gone: number };
}

function list({ id: blockId, kind, items, start, level, count }: ListPart, runs: RunPlace, place: WordPlace): string[] {
  const id = place.lists.add(kind, level, start);
  const written: string[] = [];
  for (const { content, list: inner } of items) {
    const direction = firstStrongDirection(inlineText(content)) ?? runs.direction;
    const words = wordRuns(content, { ...runs, direction }, place);
    const kindOfItem = isTakenOut(content) ? 'gone' : 'item';
    const name = blockBookmark(blockId, `${kindOfItem}${count[kindOfItem]}`);
    count[kindOfItem] += 1;
    const style = 'ListParagraph';
    written.push(paragraph({ style, direction: runs.direction, list: { id, level }, name }, words));
    if (!inner) continue;
    const below = { ...inner, id: blockId, start: 1, level: Math.min(level + 1, DEEPEST), count };
    written.push(...list(below, runs, place));
  }
  return written;
}

/** Runs of what was put in or taken out as a whole. */
function onWhole(name: string, runs: string, { tracks }: WordPlace): string {
  return tracks?.onWhole(name, runs) ?? runs;
}

/** Words without marks, with what is proposed for them. */
function line(name: string, text: string, runs: RunPlace, place: WordPlace): string {
  const woven = place.tracks?.line(name);
  return woven ? wordRuns(woven, runs, place) : plainRuns(text, runs);
}

function pullQuote({ id, content, attribution }: PullQuote, runs: RunPlace, place: WordPlace): string[] {
  const by = said(attribution);
  const own = { style: 'PullQuote', direction: runs.direction, isKept: by !== undefined, name: blockBookmark(id) };
  const words = paragraph(own, wordRuns(content, runs, place));
  if (by === undefined) return [words];
  const direction = firstStrongDirection(by) ?? runs.direction;
  const name = blockBookmark(id, 'attribution');
  return [
    words,
    paragraph({ style: 'PullQuoteAttribution', direction, name }, line(name, by, { ...runs, direction }, place)),
  ];
}

function figure(block: Figure, runs: RunPlace, place: WordPlace): string[] {
  const file = place.pictures.get(block.id);
  const medium = file ? mediumOf(file.type) : figureMedium(block);
  const shown = file && isRecording(file) ? file.poster : (file ?? null);
  const credit = said(block.credit);
  const hasCaption = !isBlank(inlineText(block.caption));
  const isKept = hasCaption || credit !== undefined;
  const alt = said(block.alt) ?? '';
  const name = (part: BlockPlace) => blockBookmark(block.id, part);
  const lines: string[] = [];
  if (shown) {
    const id = place.relations.picture(shown, name('picture'));
    const number = place.relations.nextNumber();
    lines.push(
      paragraph(
        { style: 'Picture', direction: runs.direction, isKept, name: name('picture') },
        onWhole(name('picture'), wordPicture(shown, { id, number, alt }), place),
      ),
    );
  }
  if (!shown || medium !== 'picture') {
    const called = isBlank(block.fileName) || file ? '' : `: ${block.fileName}`;
    const note = `${MEDIUM_NAMES[medium]} not included${called}`;
    const own = { style: 'Picture', direction: 'ltr' as const, isKept };
    lines.push(
      paragraph(
        { ...own, name: name('note') },
        onWhole(name('note'), plainRuns(note, { direction: 'ltr', language: 'en' }), place),
      ),
    );
    if (!shown && alt !== '')
      lines.push(
        paragraph(
          { ...own, direction: runs.direction, name: name('alt') },
          onWhole(name('alt'), plainRuns(alt, runs), place),
        ),
      );
  }
  if (hasCaption) {
    const words = wordRuns(block.caption, runs, place);
    const whole = place.comments?.onWhole({ kind: 'caption', blockId: block.id }, words) ?? words;
    const own = { style: 'Caption', direction: runs.direction, isKept: credit !== undefined, name: name('caption') };
    lines.push(paragraph(own, whole));
  }
  if (credit !== undefined) {
    const direction = firstStrongDirection(credit) ?? runs.direction;
    lines.push(
      paragraph(
        { style: 'Credit', direction, name: name('credit') },
        line(name('credit'), credit, { ...runs, direction }, place),
      ),
    );
  }
  return lines;
}
