import { Marked, type Parser, type RendererObject, type Tokens, type TokenizerAndRendererExtension } from 'marked';
import { cleanText } from '../export/cleanText.ts';

/** Marks of emphasis in one paragraph beyond which matching them takes too long; no writer comes near. */
const MAX_MARKS = 8000;
const NOTE = /^\[\^[^\]\s\\]{1,60}\]:[ \t]*([^\n]*(?:\n(?:[ ]{2,}|\t)\S[^\n]*)*)(?:\n|$)/;
const NOTE_NUMBER = /^\[\^([^\]\s\\]{1,60})\]/;

/**
 * Markdown (CommonMark, GFM, footnotes) as HTML, by marked. Pictures that stand alone are figures, with the line under them
 * or their title as the caption. null if it is too tangled for any parser; its text is worth more than its marks then.
 */
export function markdownToHtml(markdown: string): string | null {
  if (markdown.split(/\n[ \t]*\n/).some((part) => (part.match(/[*_~]/g)?.length ?? 0) > MAX_MARKS)) return null;
  // An instance of its own, so that nobody's settings change how stories are read.
  const notes: string[] = [];
  const marked = new Marked({ gfm: true, renderer, extensions: markdown.includes('[^') ? footnotes(notes) : [] });
  try {
    const html = marked.parse(markdown, { async: false });
    return notes.length === 0 ? html : `${html}<ol>${notes.map((note) => `<li>${note}</li>`).join('')}</ol>`;
  } catch (error) {
    // Nested beyond what the parser's recursion can hold.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Footnotes, which marked does not know: their numbers stay where they are, their words become a list at the end. */
function footnotes(notes: string[]): TokenizerAndRendererExtension[] {
  return [
    {
      name: 'note',
      level: 'block',
      tokenizer(source) {
        const [raw, words] = NOTE.exec(source) ?? [];
        if (raw === undefined || words === undefined) return undefined;
        return { type: 'note', raw, tokens: this.lexer.inlineTokens(words.replace(/\n\s+/g, ' ')) };
      },
      renderer(token) {
        notes.push(this.parser.parseInline(token.tokens ?? []));
        return '';
      },
    },
    {
      name: 'noteNumber',
      level: 'inline',
      start: (source) => /(?<!\\)\[\^/.exec(source)?.index,
      tokenizer(source) {
        const [raw, name] = NOTE_NUMBER.exec(source) ?? [];
        return raw === undefined ? undefined : { type: 'noteNumber', raw, name };
      },
      renderer: (token) => `<sup>[${cleanText(String(token['name'])).replace(/[&<]/g, '')}]</sup>`,
    },
  ];
}

const renderer: RendererObject = {
  // Addresses as written: marked would encode letters and spaces in them.
  image({ href, tokens }: Tokens.Image): string {
    const alt = this.parser.parseInline(tokens, this.parser.textRenderer);
    return `<img src="${asAttribute(href)}" alt="${asAttribute(alt)}">`;
  },
  link({ href, title, tokens }: Tokens.Link): string {
    const own = title ? ` title="${asAttribute(title)}"` : '';
    return `<a href="${asAttribute(href)}"${own}>${this.parser.parseInline(tokens)}</a>`;
  },
  paragraph({ tokens }: Tokens.Paragraph): string | false {
    const [picture, ...rest] = tokens;
    const player = picture?.type === 'link' ? asPlayer(picture as Tokens.Link, this.parser) : null;
    if (!picture || (picture.type !== 'image' && player === null)) return false;
    const words = this.parser.parseInline(rest);
    const hasLine = rest[0]?.type === 'br' || /^\s*\n/.test(rest[0]?.raw ?? '');
    // Words on the picture's own line are a sentence that happens to begin with one.
    if (words.trim() !== '' && !hasLine) return false;
    const title = player ? '' : asAttribute((picture as Tokens.Image).title ?? '').replace(/</g, '&lt;');
    const caption = words.trim() === '' ? title : words.replace(/^\s*(?:<br\s*\/?>)?\s*/, '');
    const image = player ?? this.parser.parseInline([picture]);
    return `<figure>${image}<figcaption>${caption}</figcaption></figure>\n`;
  },
};

const PLAYERS: Readonly<Record<string, string>> = { Video: 'video', Audio: 'audio' };

/** A link as our own export makes one to a recording, as the player it stands for; null for any other link. */
function asPlayer({ href, title, tokens }: Tokens.Link, parser: Parser): string | null {
  const tag = PLAYERS[title ?? ''];
  if (tag === undefined) return null;
  const image = tokens.find((token): token is Tokens.Image => token.type === 'image');
  const words = parser.parseInline(image ? image.tokens : tokens, parser.textRenderer);
  const label = words === title ? '' : words;
  const poster = image ? ` poster="${asAttribute(image.href)}"` : '';
  // Without an address a player would be none of the document's.
  return `<${tag} src="${asAttribute(href || '#')}" aria-label="${asAttribute(label)}"${poster}></${tag}>`;
}

/** A value in double quotes; character references in it are Markdown's own, and stay what they are. */
function asAttribute(value: string): string {
  return cleanText(value)
    .replace(/&(?!(?:[a-z][a-z0-9]*|#\d+|#x[\da-f]+);)/gi, '&amp;')
    .replace(/"/g, '&quot;');
}
