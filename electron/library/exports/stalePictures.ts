import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { FILE_ENDINGS } from '../../../shared/media/fileEnding.ts';

/** Names as exports give them: words, twelve digits of the hash, an ending. */
const OURS = new RegExp(`[a-z0-9-]+-[0-9a-f]{12}\\.(?:${FILE_ENDINGS.join('|')})`, 'g');
const DOCUMENTS = new Set(['.html', '.htm', '.md', '.markdown', '.json', '.xml']);
const MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;
const MAX_DOCUMENTS = 500;

/**
 * The pictures that only the document being replaced shows: a picture taken out of a story must not stay behind to be
 * sent on by mistake. `folder` is where its pictures lie. What any other document beside it names is kept, and so is
 * everything when one of them cannot be read.
 */
export async function stalePictures(document: string, folder: string, current: ReadonlySet<string>): Promise<string[]> {
  const before = await readFile(document, 'utf8').catch(() => '');
  const stale = new Set(before.match(OURS));
  for (const name of current) stale.delete(name);
  const present = new Set(await readdir(folder).catch(() => []));
  for (const name of stale) if (!present.has(name)) stale.delete(name);
  if (stale.size === 0) return [];
  const others = await readdir(dirname(document));
  const documents = others.filter((name) => DOCUMENTS.has(extname(name).toLowerCase()) && name !== basename(document));
  if (documents.length > MAX_DOCUMENTS) return [];
  for (const name of documents) {
    const path = join(dirname(document), name);
    try {
      if ((await stat(path)).size > MAX_DOCUMENT_BYTES) return [];
      for (const named of (await readFile(path, 'utf8')).match(OURS) ?? []) stale.delete(named);
    } catch {
      return [];
    }
  }
  return Array.from(stale, (name) => join(folder, name));
}
