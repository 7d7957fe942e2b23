/** Names Windows keeps for devices, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;
const MAX_LETTERS = 80;
/** Of UTF-8. File systems stop at 255; an ending, `-pictures` and a number must still fit. */
const MAX_BYTES = 180;

/** How many bytes UTF-8 takes for a text. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/**
 * Words as a file name without its ending, safe on every system: letters of any script kept, nothing that Windows, macOS or
 * Linux refuse, no invisible characters that could disguise it, no device names, not too long. Empty if nothing is left.
 */
export function fileStem(words: string): string {
  const plain = words
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '')
    // Separators, what Windows refuses or shells trip over, controls, and marks that turn text around.
    .replace(/[\\/:*?"'`<>|#%&()[\]{}$!@+=^~,;\p{Cc}\p{Cf}\p{Co}]+/gu, ' ')
    .trim()
    .replace(/[\s\p{Z}]+/gu, '-');
  const name = trimEnds(shorten(trimEnds(plain)));
  return RESERVED.test(name) ? `${name.replace(/\./g, '-')}-story` : name;
}

function trimEnds(name: string): string {
  return name.replace(/^[.\-_]+|[.\-_]+$/g, '');
}

/** Cut between letters as readers count them, so that no accent or emoji is torn. */
function shorten(name: string): string {
  let kept = '';
  let bytes = 0;
  let letters = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name)) {
    bytes += utf8Length(segment);
    letters += 1;
    if (letters > MAX_LETTERS || bytes > MAX_BYTES) break;
    kept += segment;
  }
  return kept;
}
