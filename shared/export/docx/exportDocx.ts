import type { Story } from '../../story/story.ts';
import { bylineAuthors } from '../bylineAuthors.ts';
import { dateline } from '../dateline.ts';
import type { ExportPictures } from '../exportPicture.ts';
import { escapeText } from '../html/escapeHtml.ts';
import { isEmptyBlock } from '../isEmptyBlock.ts';
import { firstStrongDirection, storyDirection, type Direction } from '../textDirection.ts';
import { newsFacts, said, type NewsFacts } from '../wire/newsFacts.ts';
import { element, parent, worded } from '../xml/element.ts';
import { CONTENT_TYPES, FOOTER, PACKAGE_RELATIONS, SETTINGS, WORD_NAMESPACES, XML } from './fixedParts.ts';
import { wordBlock } from './wordBlock.ts';
import { WordLists } from './WordLists.ts';
import { paragraph } from './wordParagraph.ts';
import { WordRelations } from './WordRelations.ts';
import { plainRuns } from './wordRuns.ts';
import { WORD_STYLES } from './wordStyles.ts';

/** A Word document before it is packed: its XML by path, and the pictures in it. */
export interface WordDocument {
  readonly parts: ReadonlyMap<string, string>;
  /** Where each picture lies, by the hash of its bytes. */
  readonly pictures: ReadonlyMap<string, string>;
}

/**
 * A story as a Word document (ECMA-376, transitional) with styles that say what each paragraph is: Title, Deck, Byline,
 * headings, Pull Quote, Caption, Credit. Its pictures stand in it, shown no wider than the page; a recording is shown by
 * its poster. Nothing in it depends on the hour or on chance: the same story gives the same document.
 */
export function exportDocx(story: Story, pictures: ExportPictures): WordDocument {
  const facts = newsFacts(story);
  const around = storyDirection(story);
  const relations = new WordRelations();
  const lists = new WordLists();
  const place = { around, language: facts.language, pictures, relations, lists };
  const parts = story.blocks.filter((block) => !isEmptyBlock(block));
  const first = parts.find((part) => part.type === 'paragraph');
  const where = dateline(story.fields.dateline);
  const body = [
    ...furniture(facts, around),
    ...(where !== '' && !first ? [line('Dateline', where, around)] : []),
    ...parts.flatMap((part) => wordBlock(part, { ...place, dateline: part === first ? where : '' })),
    section(around),
  ];
  const document = element('w:document', WORD_NAMESPACES, parent('w:body', {}, body).join(''));
  return {
    parts: new Map([
      ['[Content_Types].xml', CONTENT_TYPES],
      ['_rels/.rels', PACKAGE_RELATIONS],
      ['docProps/core.xml', coreProperties(story, facts)],
      ['word/document.xml', `${XML}${document}`],
      ['word/styles.xml', WORD_STYLES],
      ['word/settings.xml', SETTINGS],
      ['word/footer1.xml', FOOTER],
      ['word/numbering.xml', lists.xml()],
      ['word/_rels/document.xml.rels', relations.xml()],
    ]),
    pictures: relations.pictures,
  };
}

function furniture({ headline, deck, byline }: NewsFacts, around: Direction): string[] {
  return [
    ...(headline === undefined ? [] : [line('Title', headline, around)]),
    ...(deck === undefined ? [] : [line('Deck', deck, around)]),
    ...(byline === undefined ? [] : [line('Byline', byline, around)]),
  ];
}

function line(style: string, text: string, around: Direction): string {
  const direction = firstStrongDirection(text) ?? around;
  return paragraph({ style, direction }, plainRuns(text, { direction, language: undefined }));
}

/** A4 with margins of an inch, the number of the page at its foot. */
function section(around: Direction): string {
  return parent('w:sectPr', {}, [
    element('w:footerReference', { 'w:type': 'default', 'r:id': 'rIdFooter' }, ''),
    element('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }, ''),
    element(
      'w:pgMar',
      {
        ...{ 'w:top': 1440, 'w:right': 1440, 'w:bottom': 1440, 'w:left': 1440 },
        ...{ 'w:header': 708, 'w:footer': 708, 'w:gutter': 0 },
      },
      '',
    ),
    ...(around === 'rtl' ? ['<w:bidi/>'] : []),
  ]).join('');
}

function coreProperties({ fields }: Story, facts: NewsFacts): string {
  const own = {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  const time = (name: string, value: string) => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, escapeText(value));
  const inner = [
    ...worded('dc:title', {}, facts.headline),
    ...worded('dc:subject', {}, facts.slugline),
    ...worded('dc:creator', {}, said(bylineAuthors(fields.byline).join(', '))),
    ...worded('dc:description', {}, facts.deck),
    ...worded('dc:language', {}, facts.language),
    ...worded('cp:keywords', {}, said(fields.keywords.join(', '))),
    time('dcterms:created', facts.created),
    time('dcterms:modified', facts.changed),
  ];
  return `${XML}${parent('cp:coreProperties', own, inner).join('')}`;
}
