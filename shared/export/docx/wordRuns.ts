import { assertNever } from '../../lang/assertNever.ts';
import { languageDirection } from '../../lang/languageDirection.ts';
import type { Inline, KnownMark } from '../../story/inline.ts';
import { cleanText } from '../cleanText.ts';
import { escapeText } from '../html/escapeHtml.ts';
import { nestMarks, nestPiece, type InlineNode } from '../nestMarks.ts';
import type { Direction } from '../textDirection.ts';
import { sliceLetters, toInlines, toLetters, type Dress } from '../../merge/letters.ts';
import { threadOfMark } from '../../review/commentMark.ts';
import { element } from '../xml/element.ts';
import { directionRuns } from './directionRuns.ts';
import { isTrackMark } from './weaveWords.ts';
import type { WordComments } from './WordComments.ts';
import type { WordRelations } from './WordRelations.ts';
import type { WordTracks } from './WordTracks.ts';

/** What runs stand in. */
export interface RunPlace {
  readonly direction: Direction;
  /** BCP 47, of the words. */
  readonly language: string | undefined;
}

/** In the order the schema has them; complex scripts have their own bold and italic. */
const PROPERTIES: readonly (readonly [KnownMark, string])[] = [
  ['bold', '<w:b/><w:bCs/>'],
  ['italic', '<w:i/><w:iCs/>'],
  ['strikethrough', '<w:strike/>'],
  ['underline', '<w:u w:val="single"/>'],
  ['subscript', '<w:vertAlign w:val="subscript"/>'],
  ['superscript', '<w:vertAlign w:val="superscript"/>'],
];

/** What runs name outside themselves. */
export interface RunParts {
  readonly relations: WordRelations;
  /** null: no comment is to go out. */
  readonly comments: WordComments | null;
  /** null: what is proposed goes out as if it were accepted. */
  readonly tracks: WordTracks | null;
}

/** How words with marks are set. */
export function markProperties(marks: readonly KnownMark[]): string {
  return PROPERTIES.flatMap(([mark, xml]) => (marks.includes(mark) ? [xml] : [])).join('');
}

interface Look {
  readonly marks: readonly KnownMark[];
  /** A style of characters. */
  readonly style: string | undefined;
}

const PLAIN: Look = { marks: [], style: undefined };

/** Words without marks. `style` is one of characters. */
export function plainRuns(text: string, place: RunPlace, style?: string): string {
  return textRuns(cleanText(text), place, { ...PLAIN, style });
}

/** The words of a block as runs, links and, where they are asked for, comments among them. */
export function wordRuns(content: readonly Inline[], place: RunPlace, into: RunParts): string {
  const { relations, comments, tracks } = into;
  if (!comments && !tracks) return write(nestMarks(content), place, relations, PLAIN);
  return markedPieces(content)
    .map(({ marks, piece }) => {
      const runs = write(nestPiece(piece), place, relations, PLAIN);
      const tracked = tracks?.around(marks, runs) ?? runs;
      return comments?.around(marks, tracked) ?? tracked;
    })
    .join('');
}

interface MarkedPiece {
  readonly marks: readonly string[];
  readonly piece: readonly Inline[];
}

/** The words cut where a comment or a suggestion begins or ends, without what is left out at their ends. */
function markedPieces(content: readonly Inline[]): MarkedPiece[] {
  const { text, dress } = toLetters(content);
  const isWord = (worn: Dress, at: number) => !worn.isBreak && cleanText(text[at] ?? '') !== '';
  const [first, end] = [dress.findIndex(isWord), dress.findLastIndex(isWord) + 1];
  if (first === -1) return [];
  const pieces: MarkedPiece[] = [];
  let from = first;
  for (let at = first + 1; at <= end; at += 1) {
    const marks = asideMarks(dress[from]);
    if (at < end && sameMarks(asideMarks(dress[at]), marks)) continue;
    pieces.push({ marks, piece: toInlines(sliceLetters({ text, dress }, from, at)) });
    from = at;
  }
  return pieces;
}

function asideMarks(worn: Dress | undefined): string[] {
  return (worn?.marks ?? []).filter((mark) => threadOfMark(mark) !== null || isTrackMark(mark));
}

function sameMarks(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((mark) => other.includes(mark));
}

function write(nodes: readonly InlineNode[], place: RunPlace, relations: WordRelations, look: Look): string {
  return nodes.map((node) => writeNode(node, place, relations, look)).join('');
}

function writeNode(node: InlineNode, place: RunPlace, relations: WordRelations, look: Look): string {
  switch (node.type) {
    case 'text':
      return textRuns(node.text, place, look);
    case 'lineBreak':
      return '<w:r><w:br/></w:r>';
    case 'mark': {
      const style = node.mark === 'code' ? 'HTMLCode' : look.style;
      return write(node.children, place, relations, { marks: [...look.marks, node.mark], style });
    }
    case 'link': {
      const inner = write(node.children, place, relations, { ...look, style: 'Hyperlink' });
      return element('w:hyperlink', { 'r:id': relations.link(node.url), 'w:tooltip': node.title || undefined }, inner);
    }
    default:
      return assertNever(node, 'inline');
  }
}

function textRuns(text: string, place: RunPlace, look: Look): string {
  return directionRuns(text, place.direction)
    .map((run) => {
      const properties = runProperties(run.direction, place, look);
      return `<w:r>${properties}<w:t xml:space="preserve">${escapeText(run.text)}</w:t></w:r>`;
    })
    .join('');
}

function runProperties(direction: Direction, { language }: RunPlace, { marks, style }: Look): string {
  const own = [
    style === undefined ? '' : `<w:rStyle w:val="${style}"/>`,
    markProperties(marks),
    direction === 'rtl' ? '<w:rtl/>' : '',
    // A language is told for the script it is written in; the other side keeps the document's.
    language !== undefined && languageDirection(language) === direction
      ? element('w:lang', { [direction === 'rtl' ? 'w:bidi' : 'w:val']: language }, '')
      : '',
  ].join('');
  return own === '' ? '' : `<w:rPr>${own}</w:rPr>`;
}
