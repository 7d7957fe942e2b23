import { readFile } from 'node:fs/promises';
import { ZipFile } from 'yazl';
import type { WordDocument } from '../../../shared/export/docx/exportDocx.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { OutsideContent } from './outsideFiles.ts';

/** Time plays no part: it would make the file differ from its preview. */
const ENTRY = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** A Word document as the bytes of its file. Throws StetError `notFound` for a picture that is not among `contents`. */
export async function packWord(
  { parts, pictures }: WordDocument,
  contents: ReadonlyMap<string, OutsideContent>,
): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [path, xml] of parts) zip.addBuffer(Buffer.from(xml), path, { ...ENTRY, compress: true });
  for (const [sha256, path] of pictures) {
    const content = contents.get(sha256);
    if (!content) throw new StetError('notFound', 'A picture of this story is not in the library.');
    const bytes = content.kind === 'rendition' ? content.rendition.bytes : await readFile(content.picture.file);
    zip.addBuffer(Buffer.from(bytes), path, { ...ENTRY, compress: false });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Uint8Array.from(Buffer.concat(chunks));
}
