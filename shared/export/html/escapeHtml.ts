import { cleanText } from '../cleanText.ts';

const TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text between tags: cleaned, and none of it markup. */
export function escapeText(text: string): string {
  return cleanText(text).replace(/[&<>]/g, (character) => TEXT[character] ?? character);
}

/** The value of an attribute in double quotes. */
export function escapeAttribute(value: string): string {
  return escapeText(value).replace(/"/g, '&quot;');
}

/** Attributes of a tag, in the order given, each with a space before it; those that are undefined are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let written = '';
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) written += ` ${name}="${escapeAttribute(String(value))}"`;
  return written;
}
