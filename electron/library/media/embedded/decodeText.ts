import { decodeWindows1252 } from './windows1252.ts';

/** How the text of one picture is written. */
export type Charset = 'utf-8' | 'windows-1252' | 'macintosh' | `iso-8859-${2 | 3 | 4 | 5 | 6 | 7 | 8}` | 'windows-1254';

/** Decodes text; bytes the charset has no character for become U+FFFD. */
export function decodeText(bytes: Uint8Array, charset: Charset): string {
  return charset === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(charset).decode(bytes);
}

/** Whether the bytes are UTF-8 without a flaw. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The charset of text that does not say: UTF-8 if it can be that (other text hardly ever is), else whichever of
 * Windows-1252 and MacRoman, the two that picture desks wrote in, gives the likelier words.
 */
export function guessCharset(bytes: Uint8Array): Charset {
  if (isUtf8(bytes)) return 'utf-8';
  const windows = unlikeliness(decodeText(bytes, 'windows-1252'));
  const mac = unlikeliness(decodeText(bytes, 'macintosh'));
  return mac < windows ? 'macintosh' : 'windows-1252';
}

/**
 * What one charset's text looks like when it is read as the other. `É` in the middle of a word, `Õ` where an apostrophe
 * belongs, quotation marks that open behind a letter and signs nobody puts in a caption all count against a reading.
 */
const FLAWS: readonly (readonly [flaw: RegExp, weight: number])[] = [
  // No character at all, or a control character.
  [/[\ufffd\x80-\x9f]/gu, 8],
  // A capital with an accent behind a small letter: `cafÉ`, `donÕt`.
  [/(?<=\p{Ll})[À-ÖØ-ÞŒŠŽŸ]/gu, 4],
  // A capital with an accent that stands alone or begins a small word where a quotation mark or dash would: `Ò`, `Ð`, `Ó`.
  [/(?<![\p{L}\p{M}])[ÒÓÔÕÐÑÞ](?![\p{L}])/gu, 4],
  [/[ÒÔ](?=\p{Lu}?\p{Ll})/gu, 1],
  [/(?<=[\p{L}.,!?])[ÓÕ](?![\p{L}])/gu, 3],
  // Quotation marks, dashes and signs inside a word: `caf“`, `na™ve`.
  [/(?<=\p{L})[“„‚‹«¿¡](?=\p{L})/gu, 3],
  [/(?<=\p{Ll})[”»›…–—•†‡‰™˜ˆ¨¯´¸¶§©®°±×÷¬¦µ√∫≈∆∂∑∏πΩ◊∞≤≥≠⁄ﬁﬂ‡·˘˙˚˝˛ˇı¢£¤¥¹²³¼½¾](?=\p{Ll})/gu, 3],
  // Signs that stand in no caption.
  [/[√∫≈∆∂∑∏Ω◊∞≠⁄ˆ˜¯˘˙˚¸˝˛ˇ¬¦¤¨ı]/gu, 2],
  [/[Šš](?![\p{L}])/gu, 1],
];

function unlikeliness(text: string): number {
  return FLAWS.reduce((sum, [flaw, weight]) => sum + weight * (text.match(flaw)?.length ?? 0), 0);
}
