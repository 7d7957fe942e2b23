import { extname } from 'node:path';
import { draftStory } from '../../../shared/import/draftStory.ts';
import { htmlToBlocks } from '../../../shared/import/htmlToBlocks.ts';
import { markdownToBlocks } from '../../../shared/import/markdownToBlocks.ts';
import type { SourceDocument } from '../../../shared/import/SourceDocument.ts';
import { textToBlocks } from '../../../shared/import/textToBlocks.ts';
import type { Imported } from '../../../shared/ipc/librarySchemas.ts';
import { newStoryId, STORY_ID, type StoryId } from '../../../shared/story/ids.ts';
import { blockText } from '../../../shared/story/plainText.ts';
import { STORY_FORMAT, storySchema, type Story } from '../../../shared/story/story.ts';
import { inSeries } from '../derivedIds.ts';
import type { LibraryAccess } from '../libraryAccess.ts';
import { addPictures } from './addPictures.ts';
import { declaredCharset, decodeText } from './decodeText.ts';
import { openPaper } from './docx/openPaper.ts';
import { readDocx } from './docx/readDocx.ts';
import { storyOfPaper } from './docx/reviewedStory.ts';
import { takeReviewed } from './docx/takeReviewed.ts';
import { importPackage } from './importPackage.ts';
import { empty, readDocumentFile, tooLarge, type DocumentFile } from './readDocumentFile.ts';
import { notADocument, sniffDocument } from './sniffDocument.ts';

interface ReadDocument {
  readonly source: SourceDocument;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Words alone: a book has one megabyte. */
const MAX_TEXT = 20 * 1024 * 1024;
/** Pages that carry their pictures in themselves. */
const MAX_HTML = 128 * 1024 * 1024;
const NOT_UTF8 = 'The file does not say how its letters are written; it was read as';

/**
 * Reads one document (Word, Markdown, HTML, plain text, a Stet package) and stores its story, pictures first. A picture
 * that cannot be had keeps its place. Throws StetError with a sentence about the document and what to do: `cannotRead`,
 * `empty`, `tooLarge`, `notADocument`, `otherFormat`, `oldWord`, `passwordProtected`, `unreadable`, and those of
 * `readPackage` and of `Reception.greet`, whose `acceptedKey` this is; no story is stored then.
 */
export async function importFile(library: LibraryAccess, path: string, acceptedKey?: string): Promise<Imported> {
  // By its name, before it is read whole: a package may be far larger than any document.
  if (extname(path).toLowerCase() === '.stet') return importPackage(library, path, acceptedKey);
  const file = await readDocumentFile(path);
  const kind = sniffDocument(file.name, file.bytes);
  if (kind === 'package') return importPackage(library, path, acceptedKey);
  const opened = kind === 'docx' ? await openPaper(file) : null;
  const known = opened && STORY_ID.test(opened.origin.story) ? library.findStory(opened.origin.story as StoryId) : null;
  if (opened && known) return takeReviewed(library, known, opened, file.name);
  const { source, pictures } = await readDocument(file, kind);
  if (!source.blocks.some((block) => block.type === 'figure' || blockText(block) !== '') && !source.fields.headline) {
    throw empty(file.name);
  }
  const draft = draftStory(source);
  const sources = { path, inside: pictures, isOurs: source.isOurs };
  const { blocks, notes } = await addPictures(draft.blocks, source.details, sources, library.media);
  const now = new Date().toISOString();
  const id = newStoryId();
  const named = inSeries(blocks, id);
  const plain: Story = {
    format: STORY_FORMAT,
    id,
    createdAt: now,
    updatedAt: now,
    fields: draft.fields,
    blocks: named.blocks,
  };
  const story = opened ? storyOfPaper(plain, { ...opened, now }) : plain;
  if (!storySchema.safeParse(story).success) throw notADocument(file.name);
  library.createStory(story, { reason: 'imported', summary: `Imported from “${file.name}”.` });
  return {
    storyId: story.id,
    fileName: file.name,
    alreadyHere: false,
    notes: [...new Set([...draft.notes, ...notes])],
    furniture: draft.furniture.map((piece) => ({ ...piece, blockIds: piece.blockIds.map(named.idOf) })),
  };
}

async function readDocument(file: DocumentFile, kind: 'docx' | 'markdown' | 'html' | 'text'): Promise<ReadDocument> {
  if (kind === 'docx') return readDocx(file);
  const limit = kind === 'html' ? MAX_HTML : MAX_TEXT;
  if (file.bytes.length > limit) throw tooLarge(file.name, limit);
  const { text, encoding, isGuessed } = decodeText(file.bytes, kind === 'html' ? declaredCharset(file.bytes) : null);
  const source = readText(text.replace(/^\ufeff/, ''), kind);
  const notes = isGuessed ? [`${NOT_UTF8} ${encoding}. Look the letters over.`, ...source.notes] : source.notes;
  return { source: { ...source, notes }, pictures: new Map() };
}

function readText(text: string, kind: 'markdown' | 'html' | 'text'): SourceDocument {
  if (kind === 'markdown') return markdownToBlocks(text);
  if (kind === 'html') return { ...htmlToBlocks(text), fields: {} };
  const nothing = { details: new Map(), language: '', title: '', dateline: '', isOurs: false, notes: [], fields: {} };
  return { ...nothing, blocks: textToBlocks(text, true) };
}
