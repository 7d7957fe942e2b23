import { escapeAttribute, escapeText } from '../export/html/escapeHtml.ts';
import { PULL_QUOTE_MARK } from '../export/markdown/markdownBlock.ts';
import { htmlToBlocks } from './htmlToBlocks.ts';
import { markdownToHtml } from './markdownToHtml.ts';
import { readFrontMatter, type FrontMatter } from './readFrontMatter.ts';
import type { SourceDocument } from './SourceDocument.ts';
import { textToBlocks } from './textToBlocks.ts';

const MARKED_PULL_QUOTE = new RegExp(`${PULL_QUOTE_MARK}\\s*<blockquote>`, 'g');

/**
 * Reads Markdown (CommonMark and GFM, HTML in it too) with YAML front matter. A picture with a line right under it in the
 * same paragraph is a figure, the line its caption; so is a picture with a title. Our own export reads back as it was.
 */
export function markdownToBlocks(markdown: string): SourceDocument {
  const front = readFrontMatter(markdown);
  const { isOurs, fields } = front;
  const html = markdownToHtml(front.body);
  if (html === null) {
    const notes = [...front.notes, 'The Markdown is too tangled to be read; its text was taken as it stands.'];
    const plain = { details: new Map(), language: '', title: '', dateline: '', isOurs };
    return { ...plain, blocks: textToBlocks(front.body), notes, fields };
  }
  const marked = html.replace(MARKED_PULL_QUOTE, '<blockquote class="pullquote">');
  const read = htmlToBlocks(leadPicture(front) + marked, { isOurs });
  return { ...read, notes: [...front.notes, ...read.notes], fields };
}

function leadPicture({ picture }: FrontMatter): string {
  if (!picture) return '';
  const credit = picture.credit === '' ? '' : ` <cite class="credit">${escapeText(picture.credit)}</cite>`;
  const image = `<img src="${escapeAttribute(picture.src)}" alt="${escapeAttribute(picture.alt)}">`;
  return `<figure>${image}<figcaption>${escapeText(picture.caption)}${credit}</figcaption></figure>\n`;
}
