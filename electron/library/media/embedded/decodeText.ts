import { guessScript } from './guessScript.ts';
import { unlikeliness } from './unlikeliness.ts';
import { decodeWindows1252 } from './windows1252.ts';

/** How the text of one picture is written. */
export type Charset =
  | 'utf-8'
  | 'macintosh'
  | 'koi8-r'
  | `windows-125${0 | 1 | 2 | 3 | 4 | 5 | 6}`
  | `iso-8859-${2 | 3 | 4 | 5 | 6 | 7 | 8}`;

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
 * The charset of text that does not say: UTF-8 if it can be that (other text hardly ever is); where most words have no
 * ASCII letter at all, the one of another script that gives the likeliest letters; else whichever of Windows-1252 and
 * MacRoman, the two that picture desks wrote in, gives the likelier words.
 */
export function guessCharset(bytes: Uint8Array): Charset {
  if (isUtf8(bytes)) return 'utf-8';
  const script = guessScript(bytes);
  if (script) return script;
  const windows = unlikeliness(decodeText(bytes, 'windows-1252'));
  const mac = unlikeliness(decodeText(bytes, 'macintosh'));
  return mac < windows ? 'macintosh' : 'windows-1252';
}
