import { StetError } from '../lang/result.ts';

/** The same as the story format's. */
export const MAX_BLOCKS = 100_000;

/** A document with more blocks than a story can have. */
export function tooLong(): StetError {
  return new StetError(
    'tooLarge',
    `This is longer than one story can be (${MAX_BLOCKS} paragraphs). Nothing was changed. Divide it and take in the parts.`,
  );
}
