import { plainText } from './plainText.ts';

/** The letters and digits a reader sees in markup: what two ways to write the same words share. */
export function letters(markup: string): string {
  return plainText(markup.replace(/\[\/?caption\b[^\]]*\]/g, ' '))
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}
