import { createHash } from 'node:crypto';
import { HASH_LETTERS } from '../../../../shared/export/docx/originPart.ts';
import type { DocumentFile } from '../readDocumentFile.ts';
import { mainPart } from './mainPart.ts';
import { readOrigin, readWordParts, type PaperOrigin, type WordPaper } from './readWordParts.ts';
import { WordArchive } from './WordArchive.ts';

/** A Word document with what was done to it and said of it, and where it comes from. */
export interface OpenPaper {
  readonly paper: WordPaper;
  readonly origin: PaperOrigin;
  /** Names the file by its bytes. */
  readonly seed: string;
}

/** What a body says where changes were recorded in it. */
const RECORDED = /<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)[\s/>]/;

/**
 * Reads a Word document for its review; null where there is none in it and it is no story's, or where its body cannot be read
 * so. Throws StetError as `WordArchive` does.
 */
export async function openPaper({ bytes, name }: DocumentFile): Promise<OpenPaper | null> {
  const archive = await WordArchive.open(bytes, name);
  const main = await mainPart(archive);
  if (main === null) return null;
  const parts = new Map<string, string | null>();
  for (const path of archive.paths) if (/\.(?:xml|rels)$/.test(path)) parts.set(path, await archive.readXml(path));
  const hasComments = archive.paths.some((path) => path.endsWith('/comments.xml'));
  try {
    const origin = readOrigin(parts.get('docProps/custom.xml') ?? null);
    if (origin.story === '' && !hasComments && !RECORDED.test(parts.get(main) ?? '')) return null;
    const here = origin.pictures.size > 0 ? await hashPictures(archive) : new Map<string, string>();
    const read = (path: string) => parts.get(path) ?? null;
    const paper = readWordParts(read, main, archive.paths, { sent: origin.pictures, here });
    const seed = createHash('sha256').update(bytes).digest('hex');
    return paper && { paper, origin, seed };
  } catch (error) {
    // Nested deeper than anybody writes: whether it can be read at all, the other reader says.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The beginnings of the hashes of what lies among a document's pictures, by their paths. */
async function hashPictures(archive: WordArchive): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const path of archive.paths.filter((one) => /(?:^|\/)media\/[^/]+$/.test(one))) {
    const bytes = await archive.readMedia(path);
    if (bytes) hashes.set(path, createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LETTERS));
  }
  return hashes;
}
