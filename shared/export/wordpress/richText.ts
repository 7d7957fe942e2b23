import type { Inline } from '../../story/inline.ts';
import { escapeText } from '../html/escapeHtml.ts';
import { htmlInlines } from '../html/htmlInlines.ts';

/** The shortcodes WordPress itself brings: it runs them wherever it finds them in a post, typed words included. */
const SHORTCODE = /\[(\/?(?:gallery|caption|wp_caption|audio|video|playlist|embed)(?![\w-])[^\]]{0,1000})\]/g;

/** Words as Gutenberg keeps them: HTML with no-break spaces spelt out and core shortcodes doubled, which WordPress shows as words. */
export function richText(content: readonly Inline[]): string {
  return wordPressText(htmlInlines(content));
}

/** The same for a field without marks. */
export function richLine(text: string): string {
  return wordPressText(escapeText(text));
}

/**
 * A picture's alt text. Gutenberg's serializer takes words that look like a character reference (`&amp;` typed as such)
 * for one and would call the block invalid; a word joiner, which nobody sees or hears, keeps them words.
 */
export function altText(text: string): string {
  return text.replace(/&(?=(?:[a-z0-9]+|#[0-9]+|#x[a-f0-9]+);)/gi, '&\u2060');
}

function wordPressText(html: string): string {
  return html.replaceAll('\u00a0', '&nbsp;').replace(SHORTCODE, '[[$1]]');
}
