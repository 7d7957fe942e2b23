import type { Element } from '@xmldom/xmldom';
import { posix } from 'node:path';
import { ORIGIN_NAMES, PICTURE_NAME } from '../../../../shared/export/docx/originPart.ts';
import { readComments, type MarginComment } from './readComments.ts';
import { readLines } from './readLines.ts';
import type { WordLine } from './WordLine.ts';
import { allOf, attributeOf, childOf, parseWordXml, plainTextOf } from './wordXml.ts';

/** A document as somebody left it, with all that was done to it and said of it. */
export interface WordPaper {
  readonly lines: readonly WordLine[];
  readonly comments: readonly MarginComment[];
  /** The kind of a list by the number of its numbering and its level: `3 0`. */
  readonly numberings: ReadonlyMap<string, 'bulleted' | 'numbered'>;
  /** Words at the head or foot of its pages. */
  readonly margins: readonly string[];
  /** Who saved it last; empty where it does not say. */
  readonly savedBy: string;
  readonly savedAt: string;
  readonly pictures: PictureFiles;
}

/** The files of a document's pictures: the beginnings of their hashes. */
export interface PictureFiles {
  /** As it left, by the bookmarks of their paragraphs; empty where it does not say. */
  readonly sent: ReadonlyMap<string, string>;
  /** As it came, by their paths in it. */
  readonly here: ReadonlyMap<string, string>;
}

/** Where a document comes from, as it says itself; empty where it does not. */
export interface PaperOrigin {
  readonly story: string;
  readonly version: string;
  /** The pictures that were in it. */
  readonly pictures: PictureFiles['sent'];
}

/** Reads a part by its path; null where there is none. */
export type PartReader = (path: string) => string | null;

/** The story and version a document names among its own properties. */
export function readOrigin(xml: string | null): PaperOrigin {
  const properties = allOf(parseWordXml(xml), 'property');
  const value = (name: string) =>
    properties.find((property) => attributeOf(property, 'name') === name)?.textContent?.trim() ?? '';
  const pictures = properties
    .filter((property) => attributeOf(property, 'name')?.startsWith(PICTURE_NAME))
    .flatMap((property) => {
      const [bookmark = '', hash = ''] = property.textContent?.trim().split(' ') ?? [];
      return hash === '' ? [] : [[bookmark, hash] as const];
    });
  return { story: value(ORIGIN_NAMES.story), version: value(ORIGIN_NAMES.version), pictures: new Map(pictures) };
}

/** Reads what a document's parts hold; `main` is the path of its body. null where the body is not well-formed. */
export function readWordParts(
  read: PartReader,
  main: string,
  paths: readonly string[],
  pictures: PictureFiles = { sent: new Map(), here: new Map() },
): WordPaper | null {
  const folder = posix.dirname(main);
  const part = (name: string) => parseWordXml(read(posix.join(folder, name)));
  const body = childOf(parseWordXml(read(main)), 'w:body');
  if (!body) return null;
  const relations = parseWordXml(read(posix.join(folder, '_rels', `${posix.basename(main)}.rels`)));
  const links = new Map(
    allOf(relations, 'Relationship').map((one) => [attributeOf(one, 'Id') ?? '', attributeOf(one, 'Target') ?? '']),
  );
  // Targets are said from the folder of the body, or from the top.
  const parts = new Map(Array.from(links, ([id, target]) => [id, posix.resolve('/', folder, target).slice(1)]));
  const styles = new Map(
    allOf(part('styles.xml'), 'w:style').map((style) => [
      attributeOf(style, 'w:styleId') ?? '',
      (attributeOf(childOf(style, 'w:name'), 'w:val') ?? '').toLowerCase(),
    ]),
  );
  const notes = new Map([...notesOf(part('footnotes.xml'), 'footnote'), ...notesOf(part('endnotes.xml'), 'endnote')]);
  const margin = new RegExp(`^${folder === '.' ? '' : `${folder}/`}(?:header|footer)\\d*\\.xml$`);
  const properties = parseWordXml(read('docProps/core.xml'));
  return {
    lines: readLines(body, { styles, links, parts, notes }),
    comments: readComments(part('comments.xml'), part('commentsExtended.xml')),
    numberings: numberingsOf(part('numbering.xml')),
    margins: paths.filter((path) => margin.test(path)).flatMap((path) => marginWords(parseWordXml(read(path)))),
    savedBy: childOf(properties, 'cp:lastModifiedBy')?.textContent?.trim() ?? '',
    savedAt: childOf(properties, 'dcterms:modified')?.textContent?.trim() ?? '',
    pictures,
  };
}

function notesOf(root: Element | null, kind: 'footnote' | 'endnote'): (readonly [string, string])[] {
  return allOf(root, `w:${kind}`).map((note) => [
    `${kind} ${attributeOf(note, 'w:id') ?? ''}`,
    plainTextOf(note).trim(),
  ]);
}

/** The number of the page is no word. */
function marginWords(root: Element | null): string[] {
  if (!root) return [];
  const words = plainTextOf(root).replace(/\s+/g, ' ').trim();
  return /\p{L}/u.test(words) ? [words] : [];
}

function numberingsOf(root: Element | null): Map<string, 'bulleted' | 'numbered'> {
  const abstracts = new Map(
    allOf(root, 'w:abstractNum').map((abstract) => [attributeOf(abstract, 'w:abstractNumId') ?? '', abstract]),
  );
  const found = new Map<string, 'bulleted' | 'numbered'>();
  for (const numbering of allOf(root, 'w:num')) {
    const id = attributeOf(numbering, 'w:numId') ?? '';
    const abstract = abstracts.get(attributeOf(childOf(numbering, 'w:abstractNumId'), 'w:val') ?? '') ?? null;
    for (const level of allOf(abstract, 'w:lvl')) {
      const format = attributeOf(childOf(level, 'w:numFmt'), 'w:val') ?? 'bullet';
      const kind = format === 'bullet' || format === 'none' ? 'bulleted' : 'numbered';
      found.set(`${id} ${attributeOf(level, 'w:ilvl') ?? '0'}`, kind);
    }
  }
  return found;
}
