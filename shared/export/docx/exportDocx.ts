import type { Story } from '../../story/story.ts';
import { bylineAuthors } from '../bylineAuthors.ts';
import { dateline } from '../dateline.ts';
import type { ExportPictures } from '../exportPicture.ts';
import { escapeText } from '../html/escapeHtml.ts';
import { isEmptyBlock } from '../isEmptyBlock.ts';
import { firstStrongDirection, storyDirection, type Direction } from '../textDirection.ts';
import { newsFacts, said, type NewsFacts } from '../wire/newsFacts.ts';
import { element, parent, worded } from '../xml/element.ts';
import { fieldBookmark, numberBookmarks } from './bookmarks.ts';
import { contentTypes, FOOTER, packageRelations, SETTINGS, WORD_NAMESPACES, XML } from './fixedParts.ts';
import { originPart } from './originPart.ts';
import { wordBlock } from './wordBlock.ts';
import { WordComments } from './WordComments.ts';
import { WordLists } from './WordLists.ts';
import { paragraph } from './wordParagraph.ts';
import { WordRelations } from './WordRelations.ts';
import { WordTracks } from './WordTracks.ts';
import { weaveStory } from './weaveStory.ts';
import { markProperties, plainRuns, wordRuns, type RunParts } from './wordRuns.ts';
import { WORD_STYLES } from './wordStyles.ts';

/** A Word document before it is packed: its XML by path, and the pictures in it. */
export interface WordDocument {
  readonly parts: ReadonlyMap<string, string>;
  /** Where each picture lies, by the hash of its bytes. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** What goes into a document beside the story as it reads. */
export interface WordOptions {
  /** Names the version, so that what comes back is compared with it: the hash of its content; empty: not known. */
  readonly version: string;
  /** Whether what people said of the story stands in the margin. */
  readonly comments: boolean;
  /** Whether what is proposed stands in it as recorded changes, beside what it replaces. */
  readonly suggestions?: boolean;
}

const PLAIN: WordOptions = { version: '', comments: false };

/**
 * A story as a Word document (ECMA-376, transitional) with styles that say what each paragraph is: Title, Deck, Byline,
 * headings, Pull Quote, Caption, Credit. Its pictures stand in it, shown no wider than the page; a recording is shown by
 * its poster. Nothing in it depends on the hour or on chance: the same story gives the same document. Every paragraph carries a
 * hidden bookmark, so that it is known again when the document comes back from somebody's desk.
 */
export function exportDocx(accepted: Story, pictures: ExportPictures, options: WordOptions = PLAIN): WordDocument {
  const woven = options.suggestions && accepted.suggestions ? weaveStory(accepted) : null;
  const { story } = woven ?? { story: accepted };
  const tracks = woven && new WordTracks(woven.tracks, markProperties);
  const facts = newsFacts(story);
  const around = storyDirection(story);
  const relations = new WordRelations();
  const lists = new WordLists();
  const comments = options.comments ? new WordComments(story) : null;
  const place = { around, language: facts.language, pictures, relations, lists, comments, tracks };
  const parts = story.blocks.filter((block) => !isEmptyBlock(block));
  const first = parts.find((part) => part.type === 'paragraph');
  const where = dateline(story.fields.dateline);
  const written = [
    ...furniture(facts, around, place),
    ...(where !== '' && !first ? [line('dateline', where, around, place)] : []),
    ...parts.flatMap((part) => wordBlock(part, { ...place, dateline: part === first ? where : '' })),
  ];
  // A comment on a story without a word has to stand somewhere.
  if (written.length === 0 && comments) written.push(paragraph({ direction: around }, ''));
  const tracked = tracks ? written.map((paragraphs) => tracks.onParagraphs(paragraphs)) : written;
  const numbered = parent('w:body', {}, [...tracked, section(around)])
    .map(numberBookmarks)
    .join('');
  const document = element('w:document', WORD_NAMESPACES, comments?.settle(numbered) ?? numbered);
  const extra = comments?.parts() ?? [];
  const origin = originPart({ story: story.id, version: options.version }, relations.places);
  return {
    parts: new Map([
      ['[Content_Types].xml', contentTypes([...extra, origin])],
      ['_rels/.rels', packageRelations(origin)],
      ['docProps/core.xml', coreProperties(accepted, newsFacts(accepted))],
      ['word/document.xml', `${XML}${document}`],
      ['word/styles.xml', WORD_STYLES],
      ['word/settings.xml', SETTINGS],
      ['word/footer1.xml', FOOTER],
      ['word/numbering.xml', lists.xml()],
      ['word/_rels/document.xml.rels', relations.xml(extra)],
      ...[...extra, origin].map(({ path, xml }) => [path, xml] as const),
    ]),
    pictures: relations.pictures,
  };
}

function furniture(facts: NewsFacts, around: Direction, place: RunParts): string[] {
  return (['headline', 'deck', 'byline'] as const).flatMap((field) => {
    const words = facts[field];
    return words === undefined ? [] : [line(field, words, around, place)];
  });
}

const FIELD_STYLES = { headline: 'Title', deck: 'Deck', byline: 'Byline', dateline: 'Dateline' } as const;

function line(field: keyof typeof FIELD_STYLES, text: string, around: Direction, place: RunParts): string {
  const direction = firstStrongDirection(text) ?? around;
  const name = fieldBookmark(field);
  const woven = place.tracks?.line(name);
  const own = { direction, language: undefined };
  const runs = woven ? wordRuns(woven, own, place) : plainRuns(text, own);
  const whole = place.comments?.onWhole({ kind: 'field', field }, runs) ?? runs;
  return paragraph({ style: FIELD_STYLES[field], direction, name }, whole);
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
