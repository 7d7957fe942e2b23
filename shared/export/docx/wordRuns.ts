import { assertNever } from '../../lang/assertNever.ts';
import { languageDirection } from '../../lang/languageDirection.ts';
import type { Inline, KnownMark } from '../../story/inline.ts';
import { cleanText } from '../cleanText.ts';
import { escapeText } from '../html/escapeHtml.ts';
import { nestMarks, type InlineNode } from '../nestMarks.ts';
import type { Direction } from '../textDirection.ts';
import { element } from '../xml/element.ts';
import { directionRuns } from './directionRuns.ts';
import type { WordRelations } from './WordRelations.ts';

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

/** The words of a block as runs, links among them. */
export function wordRuns(content: readonly Inline[], place: RunPlace, relations: WordRelations): string {
  return write(nestMarks(content), place, relations, PLAIN);
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
    ...PROPERTIES.flatMap(([mark, xml]) => (marks.includes(mark) ? [xml] : [])),
    direction === 'rtl' ? '<w:rtl/>' : '',
    // A language is told for the script it is written in; the other side keeps the document's.
    language !== undefined && languageDirection(language) === direction
      ? element('w:lang', { [direction === 'rtl' ? 'w:bidi' : 'w:val']: language }, '')
      : '',
  ].join('');
  return own === '' ? '' : `<w:rPr>${own}</w:rPr>`;
}
