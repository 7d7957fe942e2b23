/** What stands before a run of text. `line`: nothing, the line begins here. */
export type Before = 'line' | 'words';

/** Characters that mean something wherever they stand. */
const ANYWHERE = /[\\`*[\]<~]/g;
/** Underscores between letters are only that (CommonMark §6.2). */
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** `&` where what follows would be read as a character reference. */
export const REFERENCE = /&(?=(?:[a-z][a-z0-9]*|#\d+|#x[\da-f]+);)/gi;
/** Beginnings of tags of Hugo, Jekyll, Liquid and kramdown. */
const TEMPLATE = /\{(?=[{%:#.])/g;
/** Addresses that GFM turns into links without being asked. */
const ADDRESS = /(?<=https?|ftp):(?=\/\/)|(?<=www)\.|(?<=[\w.+-])@(?=[\w-])/gi;
/** Spaces other than the ordinary one, which readers of Markdown take for nothing at the ends of lines. */
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]/;

/** Words as Markdown that says exactly them. `before` tells whether a line begins with them. */
export function escapeMarkdown(text: string, before: Before): string {
  const escaped = text
    .replace(ANYWHERE, '\\$&')
    .replace(UNDERSCORE, '\\_')
    .replace(REFERENCE, '\\&')
    .replace(TEMPLATE, '\\{')
    .replace(ADDRESS, '\\$&')
    // Before a link it would make it a picture.
    .replace(/!$/, '\\!');
  return before === 'line' ? escapeLineStart(escaped) : escaped;
}

/**
 * The same between brackets: a link's words, a picture's alt text. Some readers undo the escapes of brackets there before
 * they look for links, or those of `&` before they look for references.
 */
export function escapeBracketed(text: string, before: Before): string {
  return escapeMarkdown(text, before).replace(/\\([\s\S])/g, (escape, character: string) => {
    if (character === '&') return '&amp;';
    return character === '[' || character === ']' ? `&#${character.charCodeAt(0)};` : escape;
  });
}

function escapeLineStart(text: string): string {
  return text.replace(/^(\s*)([#>+=|:-])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
}

/** A line's odd spaces at either end as character references, so that nobody trims them. */
export function keepOuterSpaces(line: string): string {
  let start = 0;
  while (start < line.length && ODD_SPACE.test(line[start] ?? '')) start += 1;
  let end = line.length;
  while (end > start && ODD_SPACE.test(line[end - 1] ?? '')) end -= 1;
  return reference(line.slice(0, start)) + line.slice(start, end) + reference(line.slice(end));
}

function reference(spaces: string): string {
  return Array.from(spaces, (space) =>
    space === '\u00a0' ? '&nbsp;' : `&#x${space.charCodeAt(0).toString(16)};`,
  ).join('');
}
