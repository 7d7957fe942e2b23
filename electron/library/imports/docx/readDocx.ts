import mammoth from 'mammoth';
import { posix } from 'node:path';
import { ZipFile } from 'yazl';
import { htmlToBlocks } from '../../../../shared/import/htmlToBlocks.ts';
import type { SourceDocument } from '../../../../shared/import/SourceDocument.ts';
import { StetError } from '../../../../shared/lang/result.ts';
import type { DocumentFile } from '../readDocumentFile.ts';
import { mainPart } from './mainPart.ts';
import { mendRelations } from './mendRelations.ts';
import { countHiddenWords, mendWordXml, placeDirections } from './mendWordXml.ts';
import { readWordProperties } from './readWordProperties.ts';
import { unreadable, WordArchive } from './WordArchive.ts';
import { WORD_STYLES } from './wordStyles.ts';

/** A Word document with the pictures that came in it. */
export interface WordDocument {
  readonly source: SourceDocument;
  /** By the address the source gives them. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Parts that are read, in the folder of the document's main part. */
const READ_PARTS = /^[^/]+\.xml$/;
/** Only markup: a link back from a footnote to its number, as mammoth writes it. */
const BACK_LINK = /\s*<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g;
/** The address of a picture in the document; what follows is its path there. */
const PICTURE = 'docx:/';

/**
 * Reads a Word document (ECMA-376) by mammoth: headings, lists, tables, footnotes, links, pictures and what styles say.
 * Tracked insertions are in the text, deletions are not; what was done and said is read by `openPaper`. The archive is unpacked under our own
 * limits first, and mammoth gets a copy with the parts it needs, mended so that it loses no words.
 * Throws StetError `unreadable`, `tooLarge`, `passwordProtected`.
 */
export async function readDocx({ bytes, name }: DocumentFile): Promise<WordDocument> {
  const archive = await WordArchive.open(bytes, name);
  const main = await mainPart(archive);
  if (main === null) throw unreadable(name);
  const { parts, hiddenWords } = await readParts(archive, posix.dirname(main));
  const pictures = new Map<string, Uint8Array>();
  const { html, skipped } = await convert(await pack(archive, parts), archive, pictures, name);
  const read = htmlToBlocks(placeDirections(html).replace(BACK_LINK, ''));
  const { title, keywords } = readWordProperties(await archive.readXml('docProps/core.xml'));
  const notes = [
    ...read.notes,
    ...(hiddenWords > 0 ? [`Left out ${hiddenWords} ${hiddenWords === 1 ? 'word' : 'words'} of hidden text.`] : []),
    ...(skipped.includes('w:altChunk') ? ['Left out a document that is embedded in this one.'] : []),
  ];
  const fields = keywords.length > 0 ? { keywords: [...keywords] } : {};
  return { source: { ...read, title, notes, fields }, pictures };
}

async function readParts(
  archive: WordArchive,
  folder: string,
): Promise<{ parts: Map<string, string>; hiddenWords: number }> {
  const parts = new Map<string, string>();
  let hiddenWords = 0;
  for (const path of archive.paths) {
    const inFolder = folder === '.' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
    const isRelations =
      path.endsWith('.rels') && (path.startsWith('_rels/') || inFolder?.startsWith('_rels/') === true);
    if (path !== '[Content_Types].xml' && !isRelations && !(inFolder !== null && READ_PARTS.test(inFolder))) continue;
    const xml = await archive.readXml(path);
    if (xml !== null) parts.set(path, xml);
  }
  for (const [path, xml] of [...parts]) {
    if (!/<w:p[\s>]/.test(xml)) continue;
    hiddenWords += countHiddenWords(xml);
    const relationsPath = posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);
    const mended = mendRelations(mendWordXml(xml), parts.get(relationsPath) ?? '');
    parts.set(path, mended.xml);
    if (mended.relations !== '') parts.set(relationsPath, mended.relations);
  }
  return { parts, hiddenWords };
}

/** An archive for mammoth: the parts as mended; in place of each other file its own path, by which it is found again. */
async function pack(archive: WordArchive, parts: ReadonlyMap<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, xml] of parts) zip.addBuffer(Buffer.from(xml), path, { compress: false });
  for (const path of archive.paths) {
    if (!parts.has(path) && /\/media\/[^/]+$/.test(path) && !path.includes('\\') && !path.includes('..')) {
      zip.addBuffer(Buffer.from(path), path, { compress: false });
    }
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Where a picture lies in the archive; null if mammoth cannot find it either, which it says by failing at once. */
async function pathOf(read: () => Promise<Buffer>): Promise<string | null> {
  try {
    return String(await read());
  } catch {
    return null;
  }
}

async function convert(
  copy: Buffer,
  archive: WordArchive,
  pictures: Map<string, Uint8Array>,
  name: string,
): Promise<{ html: string; skipped: string }> {
  let missing = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    const path = await pathOf(image.readAsBuffer);
    const picture = path === null ? null : await archive.readMedia(path);
    if (!picture) {
      missing += 1;
      return { src: `${PICTURE}?${missing}` };
    }
    const src = PICTURE + encodeURI(path ?? '');
    pictures.set(src, picture);
    return { src };
  });
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: copy },
      { styleMap: [...WORD_STYLES], includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage },
    );
    return { html: value, skipped: messages.map((message) => message.message).join(' ') };
  } catch (error) {
    throw error instanceof StetError ? error : unreadable(name);
  }
}
