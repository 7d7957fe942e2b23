import { extname } from 'node:path';
import { signedFormat } from '../packages/signedFile.ts';
import { StetError } from '../../../shared/lang/result.ts';

/** The documents that can be taken in. */
export type DocumentKind = 'docx' | 'markdown' | 'html' | 'text' | 'package';

const MARKDOWN = new Set(['.md', '.markdown', '.mdown', '.mkd', '.mdx']);
const HTML = new Set(['.html', '.htm', '.xhtml', '.xht']);
/** Text, but of programs. */
const DATA = new Set([
  '.json',
  '.xml',
  '.csv',
  '.tsv',
  '.js',
  '.mjs',
  '.ts',
  '.css',
  '.svg',
  '.yaml',
  '.yml',
  '.sql',
  '.log',
  '.ini',
]);
const SNIFFED = 64 * 1024;
/** Tab, line ends, form feed, escape. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);

/**
 * What kind of document a file is: by its bytes, because a `.doc` may be anything, then by its name. Throws a StetError
 * that says what the file is and what to do, for everything Stet does not read.
 */
export function sniffDocument(name: string, bytes: Buffer): DocumentKind {
  const head = bytes.subarray(0, SNIFFED);
  const start = head.toString('latin1');
  const ending = extname(name).toLowerCase();
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return sniffArchive(name, ending, bytes);
  if (signedFormat(bytes) !== null) return 'package';
  if (start.startsWith('age-encryption.org/v1\n')) return 'package';
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw refuseCompound(name, bytes);
  if (start.startsWith('{\\rtf')) {
    throw other(name, 'a Rich Text document', 'Open it in Word, LibreOffice or TextEdit and save it as Word (.docx)');
  }
  if (/^\s{0,1024}%PDF-/.test(start)) {
    throw other(
      name,
      'a PDF',
      'Open it, copy the text and paste it into a new story, or ask for the document it was made from',
    );
  }
  if (isPicture(start)) throw other(name, 'a picture', 'Open a story and drop it there');
  if (
    start.startsWith('<?xml') &&
    /urn:schemas-microsoft-com:office:word|schemas\.microsoft\.com\/office\/(?:word|2006\/xmlPackage)/.test(start)
  ) {
    throw other(name, 'a Word document saved as XML', 'Open it in Word and save it as Word (.docx)');
  }
  if (
    /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){0,40}?MIME-Version:/i.test(start.slice(0, 4096)) &&
    /multipart\/related/i.test(start)
  ) {
    throw other(name, 'a web archive', 'Open it in a browser, copy the story and paste it, or save the page as HTML');
  }
  if (isBinary(head)) throw notADocument(name);
  if (MARKDOWN.has(ending)) return 'markdown';
  if (HTML.has(ending) || looksLikeHtml(start)) return 'html';
  if (DATA.has(ending) || /^\s*<\?xml/.test(start)) throw notADocument(name);
  return 'text';
}

/** What an archive is, by the names of its entries, which stand uncompressed in it. */
function sniffArchive(name: string, ending: string, bytes: Buffer): DocumentKind {
  // The table of contents is at the end; its names are enough, and nothing is unpacked for them.
  const names =
    bytes.subarray(Math.max(0, bytes.length - 1024 * 1024)).toString('latin1') +
    bytes.subarray(0, 4096).toString('latin1');
  if (ending === '.stet' || names.includes('application/x-stet+zip')) return 'package';
  if (/word\/\w*document\w*\.xml/.test(names) || ending === '.docx' || ending === '.docm' || ending === '.dotx')
    return 'docx';
  if (names.includes('opendocument.text') || ending === '.odt') {
    throw other(name, 'an OpenDocument text', 'Open it in LibreOffice or Word and save it as Word (.docx)');
  }
  if (ending === '.pages' || names.includes('Index/Document.iwa') || names.includes('index.apxl')) {
    throw other(name, 'a Pages document', 'Open it in Pages and export it as Word (.docx)');
  }
  if (ending === '.epub' || names.includes('application/epub+zip')) {
    throw other(name, 'an electronic book', 'Open it, copy the text and paste it into a new story');
  }
  if (names.includes('xl/workbook') || names.includes('ppt/presentation') || names.includes('opendocument.')) {
    throw other(name, 'a spreadsheet or a presentation', 'Copy what you need from it and paste it into a story');
  }
  if (ending === '.zip' || ending === '') {
    throw other(name, 'an archive', 'Unpack it and take in the documents that are in it');
  }
  throw notADocument(name);
}

/** The old container of Office (MS-CFB): its entries' names are UTF-16. */
function refuseCompound(name: string, bytes: Buffer): StetError {
  const holds = (entry: string) => bytes.includes(Buffer.from(entry, 'utf16le'));
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return locked(name);
  if (holds('WordDocument')) {
    return other(
      name,
      'a document of an old Word (.doc)',
      'Open it in Word or LibreOffice and save it as Word (.docx)',
      'oldWord',
    );
  }
  return other(name, 'a file of an old Office program', 'Open it there, copy what you need and paste it into a story');
}

function isPicture(start: string): boolean {
  return /^(?:\xff\xd8\xff|\x89PNG|GIF8[79]a|RIFF.{4}WEBP|.{4}ftyp(?:avif|heic|heix|mif1)|II\*\0|MM\0\*|BM.{12}\x28\0)/s.test(
    start,
  );
}

/** Zeros and controls stand in no text; a few may have come in on the way. In UTF-16 every second byte is a zero. */
function isBinary(head: Buffer): boolean {
  const isMarked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isMarked || isUtf16(head)) return false;
  const controls = head.reduce((count, byte) => count + (byte < 0x20 && !TEXT_CONTROLS.has(byte) ? 1 : 0), 0);
  return controls > 1 + head.length / 100;
}

/** Whether bytes without a mark at the beginning are UTF-16: one half of the characters' bytes is zero, the other is not. */
export function isUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const pairs = Math.floor(head.length / 2);
  // Spaces, digits and line ends have a zero byte in every script.
  if (odd > pairs * 0.1 && even < odd * 0.05) return 'utf-16le';
  return even > pairs * 0.1 && odd < even * 0.05 ? 'utf-16be' : null;
}

function looksLikeHtml(start: string): boolean {
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart();
  return /^<(?:!doctype html|html|head|body)\b/i.test(text) || /^(?:<!--[^]*?-->\s*)+<(?:!doctype|html)\b/i.test(text);
}

function other(name: string, what: string, todo: string, code = 'otherFormat'): StetError {
  return new StetError(code, `“${name}” is ${what}, which Stet does not read. ${todo}.`);
}

/** A document that needs a password. */
export function locked(name: string): StetError {
  return new StetError(
    'passwordProtected',
    `“${name}” is protected with a password. Open it in Word, remove the password and take it in again.`,
  );
}

/** A file that is no text. */
export function notADocument(name: string): StetError {
  return new StetError(
    'notADocument',
    `“${name}” is not a document Stet reads. It takes Word (.docx), Markdown, HTML, plain text and Stet packages.`,
  );
}
