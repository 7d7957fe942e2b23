import { cleanText } from './cleanText.ts';

const BY = /^(?:by|par|von|por|di|بقلم|تحریر|از|מאת)(?:\s+|\s*:\s*)/iu;
const BETWEEN = /\s*[,;،؛]\s*(?:(?:and|et|und|y|e)\s+)?|\s+(?:and|et|und)\s+|\s*[&•|]\s*/u;

/** The names in a byline, in order: `By Sadia Memon and Ali Dars` names two people. The byline itself stays as typed. */
export function bylineAuthors(byline: string): string[] {
  return cleanText(byline)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(BY, '')
    .split(BETWEEN)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
