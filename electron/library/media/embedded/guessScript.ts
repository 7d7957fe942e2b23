/** Charsets of scripts that share no letter with ASCII. */
type ScriptCharset = 'windows-1256' | 'iso-8859-6' | 'windows-1255' | 'windows-1251' | 'koi8-r' | 'windows-1253';

/** Each with the letters its languages use most, most used first; they make up about three quarters of any text. */
const SCRIPTS: readonly (readonly [charset: ScriptCharset, letters: string])[] = [
  ['windows-1256', 'الينمرتوبةعدسفكهحقجأشصطخإ'],
  ['iso-8859-6', 'الينمرتوبةعدسفكهحقجأشصطخإ'],
  ['windows-1255', 'יוהלאתרבשמנדקעחפט'],
  ['windows-1251', 'оеаинтсрвлкмдпуязыбгчй'],
  ['koi8-r', 'оеаинтсрвлкмдпуязыбгчй'],
  ['windows-1253', 'αοειτσνηυρπκμλςάίόέή'],
];

/** Words of at least two letters, where a byte beyond ASCII may be a letter. */
const WORD = /[A-Za-z\x80-\xff]{2,}/g;
const FOREIGN_WORD = /^[\x80-\xff]+$/;
/** So much of the words must be without an ASCII letter, and so much of the letters be common ones. */
const FOREIGN_SHARE = 0.5;
const COMMON_SHARE = 0.7;

/**
 * The charset of text in a script of its own, told from Western text by words that have no ASCII letter in them: there
 * are hardly any such in French or German. null for Western text, and where no script fits.
 */
export function guessScript(bytes: Uint8Array): ScriptCharset | null {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const words = latin.match(WORD) ?? [];
  const foreign = words.filter((word) => FOREIGN_WORD.test(word));
  if (foreign.length === 0 || foreign.length < words.length * FOREIGN_SHARE) return null;
  const sample = Buffer.from(foreign.join(' '), 'latin1');
  let best: { readonly charset: ScriptCharset; readonly share: number } | null = null;
  for (const [charset, letters] of SCRIPTS) {
    const share = commonShare(new TextDecoder(charset).decode(sample), letters);
    if (share > (best?.share ?? COMMON_SHARE)) best = { charset, share };
  }
  return best?.charset ?? null;
}

/** How many of the characters of a text are common letters, weighed by how common they are: 0 to about 1. */
function commonShare(text: string, letters: string): number {
  const characters = Array.from(text.replaceAll(' ', ''));
  const isCapital = characters.map((character) => character !== character.toLowerCase());
  const isOddCase = isCapital.filter((capital, at) => capital && isCapital[at - 1] === false).length;
  const common = characters.filter((character) => letters.includes(character.toLowerCase())).length;
  return (common - isOddCase) / Math.max(1, characters.length);
}
