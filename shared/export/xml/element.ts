import { cleanText } from '../cleanText.ts';
import { attributes, escapeText } from '../html/escapeHtml.ts';

type Values = Readonly<Record<string, string | number | undefined>>;

/** An element around markup that is ready; empty markup closes it at once. */
export function element(name: string, values: Values, markup: string): string {
  const tag = `${name}${attributes(values)}`;
  return markup === '' ? `<${tag}/>` : `<${tag}>${markup}</${name}>`;
}

/** An element around words; nothing at all where there are none. */
export function worded(name: string, values: Values, words: string | undefined): string[] {
  return words === undefined || cleanText(words) === '' ? [] : [element(name, values, escapeText(words))];
}

/** An element around others, each on a line of its own; nothing at all where there are none. */
export function parent(name: string, values: Values, inner: readonly string[]): string[] {
  return inner.length === 0 ? [] : [element(name, values, `\n${inner.join('\n')}\n`)];
}
