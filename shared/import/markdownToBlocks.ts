import { Marked, type Tokens } from 'marked';
import { cleanText } from '../export/cleanText.ts';
import { escapeAttribute, escapeText } from '../export/html/escapeHtml.ts';
import { PULL_QUOTE_MARK } from '../export/markdown/markdownBlock.ts';
import type { SourceDocument } from './draftStory.ts';
import { htmlToBlocks } from './htmlToBlocks.ts';
import { readFrontMatter, type FrontMatter } from './readFrontMatter.ts';
import { textToBlocks } from './textToBlocks.ts';

const MARKED_PULL_QUOTE = new RegExp(`${PULL_QUOTE_MARK}\\s*<blockquote>`, 'g');

/**
 * Reads Markdown (CommonMark and GFM, HTML in it too) with YAML front matter. A picture with a line right under it in the
 * same paragraph is a figure, the line its caption; so is a picture with a title. Our own export reads back as it was.
 */
export function markdownToBlocks(markdown: string): SourceDocument {
  const front = readFrontMatter(markdown);
  const { isOurs, fields } = front;
  let html: string;
  try {
    html = renderer().parse(front.body, { async: false });
  } catch (error) {
    // Markdown nested beyond what its parser can hold: the words are worth more than its marks.
    if (!(error instanceof RangeError)) throw error;
    const notes = [...front.notes, 'The Markdown is nested too deeply to be read; its text was taken as it stands.'];
    const plain = { details: new Map(), language: '', title: '', dateline: '', isOurs };
    return { ...plain, blocks: textToBlocks(front.body), notes, fields };
  }
  const marked = html.replace(MARKED_PULL_QUOTE, '<blockquote class="pullquote">');
  const read = htmlToBlocks(leadPicture(front) + marked, { isOurs });
  return { ...read, notes: [...front.notes, ...read.notes], fields };
}

/** An instance of its own, so that nobody's settings change how stories are read. */
function renderer(): Marked {
  return new Marked({
    gfm: true,
    renderer: {
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
        if (picture?.type !== 'image') return false;
        const words = this.parser.parseInline(rest);
        const hasLine = rest[0]?.type === 'br' || /^\s*\n/.test(rest[0]?.raw ?? '');
        // Words on the picture's own line are a sentence that happens to begin with one.
        if (words.trim() !== '' && !hasLine) return false;
        const title = asAttribute((picture as Tokens.Image).title ?? '').replace(/</g, '&lt;');
        const caption = words.trim() === '' ? title : words.replace(/^\s*(?:<br\s*\/?>)?\s*/, '');
        const image = this.parser.parseInline([picture]);
        return `<figure>${image}<figcaption>${caption}</figcaption></figure>\n`;
      },
    },
  });
}

/** A value in double quotes; character references in it are Markdown's own, and stay what they are. */
function asAttribute(value: string): string {
  return cleanText(value)
    .replace(/&(?!(?:[a-z][a-z0-9]*|#\d+|#x[\da-f]+);)/gi, '&amp;')
    .replace(/"/g, '&quot;');
}

function leadPicture({ picture }: FrontMatter): string {
  if (!picture) return '';
  const credit = picture.credit === '' ? '' : ` <cite class="credit">${escapeText(picture.credit)}</cite>`;
  const image = `<img src="${escapeAttribute(picture.src)}" alt="${escapeAttribute(picture.alt)}">`;
  return `<figure>${image}<figcaption>${escapeText(picture.caption)}${credit}</figcaption></figure>\n`;
}
