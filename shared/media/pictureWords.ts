import { PICTURE_FIELDS, type Asset, type EmbeddedMetadata, type PictureField } from './asset.ts';
import { creditLine } from './creditLine.ts';
import { readGluedCredit } from './gluedCredit.ts';

/** The words of a picture, for the fields of its figure; empty where nothing is said. */
export type PictureWords = Readonly<Record<PictureField, string>>;

/** Words a picture brings for a field of its figure, and whose they are. */
export interface BroughtWords {
  readonly text: string;
  readonly origin: 'embedded' | 'house';
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Whether every word of a part stands in the whole. */
function says(whole: string, part: string): boolean {
  const said = new Set(wordsOf(whole));
  return wordsOf(part).every((word) => said.has(word));
}

/** Two credits as one line, each word said once: the longer one if it says all of the other. */
export function joinCredits(first: string, second: string): string {
  if (says(first, second)) return first;
  return says(second, first) ? second : `${first} / ${second}`;
}

/**
 * What a picture's file says about itself. A credit glued to the caption goes into the credit, unless the file's own credit
 * names somebody else: then both stay as they are, for somebody to look at.
 */
export function fileWords(embedded: EmbeddedMetadata): PictureWords {
  let caption = embedded.caption?.trim() ?? '';
  let credit = creditLine(embedded);
  // Wires glue their own behind the photographer's.
  for (let glued = readGluedCredit(caption); glued; glued = readGluedCredit(caption)) {
    if (!says(credit, glued.credit) && !says(glued.credit, credit)) break;
    credit = joinCredits(credit, glued.credit);
    caption = glued.caption;
  }
  return { caption, credit, alt: embedded.alt?.trim() ?? '' };
}

/** What a picture brings for its figure: what the house remembers of it, else what its file says. Nothing for a field it has no words for. */
export function broughtWords({ embedded, house = {} }: Asset): ReadonlyMap<PictureField, BroughtWords> {
  const file = fileWords(embedded);
  const brought = new Map<PictureField, BroughtWords>();
  for (const field of PICTURE_FIELDS) {
    const remembered = house[field];
    if (remembered) brought.set(field, { text: remembered, origin: 'house' });
    else if (file[field] !== '') brought.set(field, { text: file[field], origin: 'embedded' });
  }
  return brought;
}
