import { decodeText, guessCharset, isUtf8, type Charset } from './decodeText.ts';

/** Numbers of the datasets of record 2 (IPTC-IIM 4.2). */
export const IIM = {
  keywords: 25,
  dateCreated: 55,
  timeCreated: 60,
  byline: 80,
  city: 90,
  country: 101,
  headline: 105,
  credit: 110,
  source: 115,
  copyright: 116,
  caption: 120,
} as const;

/** The texts of record 2 by dataset number, in the order they stand. */
export type IimTexts = ReadonlyMap<number, readonly string[]>;

interface Dataset {
  readonly record: number;
  readonly number: number;
  readonly data: Uint8Array;
}

const TAG_MARKER = 0x1c;
const CODED_CHARACTER_SET = 90;

/** The datasets one after the other (IIM §1.5). Ends without a word at the first that is not whole. */
function* readDatasets(bytes: Uint8Array): Generator<Dataset> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 5 <= view.length && view[at] === TAG_MARKER) {
    const record = view.readUInt8(at + 1);
    const number = view.readUInt8(at + 2);
    let length = view.readUInt16BE(at + 3);
    at += 5;
    if (length & 0x8000) {
      // An extended dataset: the other bits say how many bytes hold the length.
      const count = length & 0x7fff;
      if (count < 1 || count > 4 || at + count > view.length) return;
      length = view.readUIntBE(at, count);
      at += count;
    }
    if (at + length > view.length) return;
    yield { record, number, data: view.subarray(at, at + length) };
    at += length;
  }
}

/** The graphic sets an ISO 2022 escape sequence calls in, by its last character (ISO-IR). */
const ISO_SETS: Readonly<Record<string, Charset>> = {
  A: 'windows-1252',
  B: 'iso-8859-2',
  C: 'iso-8859-3',
  D: 'iso-8859-4',
  F: 'iso-8859-7',
  G: 'iso-8859-6',
  H: 'iso-8859-8',
  L: 'iso-8859-5',
  M: 'windows-1254',
};

/** The charset a CodedCharacterSet (1:90) declares, or null if it names none that is known. */
function declaredCharset(escape: Uint8Array): Charset | null {
  const text = Buffer.from(escape).toString('latin1');
  if (/^\x1b%(?:G|\/[GHI])/.test(text)) return 'utf-8';
  const set = /\x1b[-./]([A-Z])/.exec(text)?.[1];
  return set === undefined ? null : (ISO_SETS[set] ?? null);
}

/**
 * Reads the texts of an IIM block. Their charset is the declared one; where none is declared, or where the text is not
 * in it, the whole block's text decides together, so that one caption and its credit are never read in two charsets.
 */
export function readIim(bytes: Uint8Array): IimTexts {
  let declared: Charset | null = null;
  const raw: Dataset[] = [];
  for (const dataset of readDatasets(bytes)) {
    if (dataset.record === 1 && dataset.number === CODED_CHARACTER_SET) declared = declaredCharset(dataset.data);
    if (dataset.record === 2) raw.push(dataset);
  }
  const wanted = new Set<number>(Object.values(IIM));
  const texts = raw.filter(({ number }) => wanted.has(number));
  const together = Buffer.concat(texts.flatMap(({ data }) => [data, Buffer.from('\n')]));
  // UTF-8 that is declared as something else is commoner than text that happens to be UTF-8.
  const charset = declared !== null && declared !== 'utf-8' && !isUtf8(together) ? declared : guessCharset(together);
  const found = new Map<number, string[]>();
  for (const { number, data } of texts) {
    const list = found.get(number) ?? [];
    list.push(decodeText(data, charset));
    found.set(number, list);
  }
  return found;
}
