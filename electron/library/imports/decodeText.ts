import { isUtf16 } from './sniffDocument.ts';

/** A file's characters, and what they were taken for. */
export interface DecodedText {
  readonly text: string;
  /** WHATWG name of the encoding. */
  readonly encoding: string;
  /** No mark and no rule said so: somebody should look the letters over. */
  readonly isGuessed: boolean;
}

const SNIFFED = 64 * 1024;
/** Windows-1252 from 0x80 on (WHATWG Encoding); five of its places are control characters there too. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Reads bytes as text: by a mark at the beginning, as UTF-16 or UTF-8 if they are that, as the encoding `declared` names
 * (a page's `charset`), else as the Windows code page whose letters they most look like.
 */
export function decodeText(bytes: Buffer, declared: string | null = null): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decoded(bytes, 'utf-8', false);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le', false);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be', false);
  const wide = isUtf16(bytes.subarray(0, SNIFFED));
  if (wide) return decoded(bytes, wide, false);
  if (isUtf8(bytes)) return decoded(bytes, 'utf-8', false);
  const named = declared === null ? null : known(declared);
  if (named !== null && named !== 'utf-8') return decoded(bytes, named, false);
  if (isMostlyUtf8(bytes)) return decoded(bytes, 'utf-8', true);
  return decoded(bytes, guessCodePage(bytes), true);
}

/** The `charset` an HTML document declares in its first kilobytes; null when it declares none. */
export function declaredCharset(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 4096).toString('latin1');
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w:-]+)/.exec(head)?.[1] ??
    null
  );
}

function decoded(bytes: Buffer, encoding: string, isGuessed: boolean): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  // Node reads this one as ISO 8859-1, where curly quotes and dashes are control characters.
  const isWestern = encoding === 'windows-1252';
  return { text: isWestern ? text.replace(/[\x80-\x9f]/g, westernCharacter) : text, encoding, isGuessed };
}

function westernCharacter(control: string): string {
  return WESTERN[control.charCodeAt(0) - 0x80] ?? control;
}

function known(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 with a few bytes spoilt on the way: better a few unreadable characters than all of them. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const spoilt = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[\u0080-\ufffc\ufffe\uffff]/g)?.length ?? 0;
  return sound > spoilt * 10;
}

/** Arabic, Hebrew and Cyrillic text is made of high bytes; in Western text they are the accents. */
function guessCodePage(bytes: Buffer): string {
  const sample = bytes.subarray(0, 1024 * 1024);
  const counts = new Uint32Array(256);
  let arabicPairs = 0;
  let isoArabicPairs = 0;
  sample.forEach((byte, index) => {
    counts[byte] = (counts[byte] ?? 0) + 1;
    // The article: alef and lam. Only lam has another place in ISO 8859-6.
    if (byte === 0xc7 && sample[index + 1] === 0xe1) arabicPairs += 1;
    if (byte === 0xc7 && sample[index + 1] === 0xe4) isoArabicPairs += 1;
  });
  const sum = (from: number, to: number) => counts.subarray(from, to + 1).reduce((total, count) => total + count, 0);
  const high = sum(0xc0, 0xff);
  const latin = sum(0x41, 0x5a) + sum(0x61, 0x7a);
  if (high < (high + latin) * 0.4) return 'windows-1252';
  if ((counts[0xc7] ?? 0) > high * 0.05) return isoArabicPairs > arabicPairs ? 'iso-8859-6' : 'windows-1256';
  return sum(0xe0, 0xfa) > high * 0.95 ? 'windows-1255' : 'windows-1251';
}
