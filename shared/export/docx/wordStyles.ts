import { WORD_NAMESPACES, XML } from './fixedParts.ts';

/** Half points, for Latin and for scripts that need more. */
function size(points: number): string {
  return `<w:sz w:val="${points * 2}"/><w:szCs w:val="${Math.round(points * 2.2)}"/>`;
}

const SANS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/>';
const BOLD = '<w:b/><w:bCs/>';
const QUIET = '<w:color w:val="595959"/>';

interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  /** Of the paragraph, in the order the schema has them. */
  readonly paragraph?: string;
  /** Of its characters. */
  readonly run?: string;
}

function spacing(before: number, after: number): string {
  return `<w:spacing w:before="${before}" w:after="${after}"/>`;
}

function outline(level: number): string {
  return `<w:outlineLvl w:val="${level}"/>`;
}

/** Every kind of paragraph a story has, by names Word and our own importer know. */
const PARAGRAPHS: readonly ParagraphStyle[] = [
  { id: 'Title', name: 'Title', paragraph: `<w:keepNext/>${spacing(0, 160)}`, run: BOLD + size(24) },
  { id: 'Deck', name: 'Deck', paragraph: spacing(0, 160), run: QUIET + size(14) },
  { id: 'Byline', name: 'Byline', paragraph: spacing(0, 360), run: SANS + size(10) },
  { id: 'Dateline', name: 'Dateline', run: BOLD },
  {
    id: 'Heading2',
    name: 'heading 2',
    paragraph: `<w:keepNext/>${spacing(320, 120)}${outline(1)}`,
    run: BOLD + size(15),
  },
  {
    id: 'Heading3',
    name: 'heading 3',
    paragraph: `<w:keepNext/>${spacing(280, 100)}${outline(2)}`,
    run: BOLD + size(12.5),
  },
  {
    id: 'Quote',
    name: 'Quote',
    paragraph: `${spacing(160, 160)}<w:ind w:left="567" w:right="567"/>`,
    run: '<w:i/>',
  },
  {
    ...{ id: 'PullQuote', name: 'Pull Quote', run: size(16) },
    paragraph: `<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="8" w:space="8" w:color="A8322A"/></w:pBdr>${spacing(320, 80)}`,
  },
  {
    id: 'PullQuoteAttribution',
    name: 'Pull Quote Attribution',
    paragraph: spacing(0, 320),
    run: SANS + QUIET + size(10),
  },
  { id: 'Picture', name: 'Picture', paragraph: spacing(240, 80) },
  { id: 'Caption', name: 'caption', paragraph: spacing(0, 120), run: SANS + size(10) },
  { id: 'Credit', name: 'Credit', paragraph: spacing(0, 280), run: SANS + QUIET + size(9) },
  { id: 'ListParagraph', name: 'List Paragraph', paragraph: spacing(0, 60) },
  { id: 'Separator', name: 'Separator', paragraph: `${spacing(240, 240)}<w:jc w:val="center"/>` },
  {
    id: 'TableHeading',
    name: 'Table Heading',
    paragraph: `<w:keepNext/>${spacing(40, 40)}`,
    run: SANS + BOLD + size(10),
  },
  { id: 'TableText', name: 'Table Text', paragraph: spacing(40, 40), run: SANS + size(10) },
  { id: 'AfterTable', name: 'After Table', paragraph: spacing(0, 160), run: size(4) },
  { id: 'Footer', name: 'footer', paragraph: `${spacing(0, 0)}<w:jc w:val="center"/>`, run: SANS + QUIET + size(9) },
];

function paragraphStyle({ id, name, paragraph = '', run = '' }: ParagraphStyle): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    `${paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`}${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`
  );
}

const CHARACTERS: readonly (readonly [id: string, name: string, run: string])[] = [
  ['Hyperlink', 'Hyperlink', '<w:color w:val="1F4E8C"/><w:u w:val="single"/>'],
  ['HTMLCode', 'HTML Code', '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Courier New"/>'],
  ['DatelineRun', 'Dateline Run', BOLD],
];

const EDGES = ['top', 'bottom', 'insideH'].map(
  (edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`,
);

/** `word/styles.xml`: what every paragraph and character style looks like. */
export const WORD_STYLES = `${XML}<w:styles xmlns:w="${WORD_NAMESPACES['xmlns:w']}">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Times New Roman"/>${size(11)}<w:lang w:val="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
${PARAGRAPHS.map(paragraphStyle).join('\n')}
${CHARACTERS.map(([id, name, run]) => `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${run}</w:rPr></w:style>`).join('\n')}
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${EDGES.join('')}</w:tblBorders></w:tblPr></w:style>
</w:styles>`;
