import { assertNever } from '../../lang/assertNever.ts';
import type { Inline, KnownMark } from '../../story/inline.ts';
import { escapeText } from '../html/escapeHtml.ts';
import { MARK_TAGS } from '../html/htmlInlines.ts';
import { nestMarks, type InlineNode } from '../nestMarks.ts';
import { escapeBracketed, escapeMarkdown, keepOuterSpaces, REFERENCE, type Before } from './escapeMarkdown.ts';

/** Where words stand: `line` ends with its line (a heading), `cell` ends with its line and is parted by bars. */
export type MarkdownSpot = 'block' | 'line' | 'cell';

const DELIMITERS: Readonly<Partial<Record<KnownMark, string>>> = { bold: '**', italic: '_', strikethrough: '~~' };
const SPACE = /^\s$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

/**
 * The words of a block as Markdown, its lines not yet indented. Marks are written as `**`, `_`, `~~` and backticks where
 * every reader of CommonMark takes them for that, and as HTML elsewhere (underline, sub- and superscript, a mark that
 * begins inside a word).
 */
export function markdownInlines(content: readonly Inline[], spot: MarkdownSpot): string {
  const writer = new InlineWriter(spot);
  writer.write(nestMarks(content), '');
  const lines = writer.text.split('\n').map(keepOuterSpaces);
  const text = lines.join('\n');
  return spot === 'cell' ? text.replaceAll('|', '\\|') : text;
}

class InlineWriter {
  readonly #spot: MarkdownSpot;
  #isInLink = false;
  text = '';

  constructor(spot: MarkdownSpot) {
    this.#spot = spot;
  }

  get #before(): Before {
    return this.#spot !== 'cell' && (this.text === '' || this.text.endsWith('\n')) ? 'line' : 'words';
  }

  /** `after` is a character of the kind that follows the last node; empty at the end of the block. */
  write(nodes: readonly InlineNode[], after: string): void {
    nodes.forEach((node, index) => {
      const next = nodes[index + 1];
      if (node.type === 'lineBreak') this.#writeBreak(index > 0, next);
      else this.#writeNode(node, next ? firstCharacter(next) : after);
    });
  }

  /** A backslash at the end of the line, but not where readers would take it for a backslash, or the line for the last. */
  #writeBreak(hasBefore: boolean, next: InlineNode | undefined): void {
    const isInside = hasBefore && next !== undefined && !SPACE.test(firstCharacter(next));
    this.text += this.#spot === 'block' && isInside ? '\\\n' : '<br>';
  }

  #writeNode(node: Exclude<InlineNode, { type: 'lineBreak' }>, after: string): void {
    switch (node.type) {
      case 'text':
        this.text += (this.#isInLink ? escapeBracketed : escapeMarkdown)(node.text, this.#before);
        break;
      case 'mark':
        if (node.mark === 'code') this.#writeCode(node.children);
        else this.#writeMark(node.mark, node.children, after);
        break;
      case 'link':
        this.#writeLink(node);
        break;
      default:
        assertNever(node, 'inline');
    }
  }

  #writeMark(mark: KnownMark, children: readonly InlineNode[], after: string): void {
    const delimiter = DELIMITERS[mark];
    if (delimiter !== undefined && isDelimitable(delimiter, children, this.text.at(-1) ?? '', after)) {
      this.text += delimiter;
      this.write(children, delimiter);
      this.text += delimiter;
    } else {
      this.text += `<${MARK_TAGS[mark]}>`;
      this.write(children, '<');
      this.text += `</${MARK_TAGS[mark]}>`;
    }
  }

  /** Code holds text alone; see `nestMarks`. */
  #writeCode(children: readonly InlineNode[]): void {
    const code = children.map((child) => (child.type === 'text' ? child.text : '')).join('');
    // What a code span would trim, a table would part and a template engine would run.
    if (/^[\s`]|[\s`]$|\||\{[{%]/u.test(code)) {
      this.text += `<code>${escapeText(code).replace(/[\\`*_[\]~|{]/g, reference)}</code>`;
      return;
    }
    const fence = '`'.repeat(longestRun(code) + 1);
    this.text += fence + code + fence;
  }

  #writeLink({ url, title, children }: InlineNode & { type: 'link' }): void {
    const [only] = children;
    if (
      children.length === 1 &&
      only?.type === 'text' &&
      only.text === url &&
      title === '' &&
      /^https?:[^\s<>]+$/.test(url)
    ) {
      this.text += `<${url}>`;
      return;
    }
    const address = url.replace(REFERENCE, '&amp;');
    const titled = title === '' ? '' : ` "${title.replace(/[\\"]/g, '\\$&').replace(REFERENCE, '&amp;')}"`;
    this.text += '[';
    this.#isInLink = true;
    this.write(children, ']');
    this.#isInLink = false;
    this.text += `](${/[()]/.test(address) ? `<${address}>` : address}${titled})`;
  }
}

function longestRun(code: string): number {
  return Math.max(0, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length));
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** The first character a node is written with, as far as its kind goes: a letter, a space, or punctuation. */
function firstCharacter(node: InlineNode): string {
  if (node.type === 'text') return Array.from(node.text)[0] ?? '';
  return node.type === 'lineBreak' ? '\\' : '*';
}

function lastCharacter(node: InlineNode): string {
  if (node.type === 'text') return Array.from(node.text).at(-1) ?? '';
  return '*';
}

/**
 * Whether a pair of delimiters around `children` is sure to be read as such (CommonMark §6.2): no space inside the ends,
 * and no letter outside an end that has punctuation inside; for `_`, no letter outside at all.
 */
function isDelimitable(delimiter: string, children: readonly InlineNode[], before: string, after: string): boolean {
  const [first] = children;
  const last = children.at(-1);
  if (!first || !last || first.type === 'lineBreak' || last.type === 'lineBreak') return false;
  return isOpen(delimiter, before, firstCharacter(first)) && isOpen(delimiter, after, lastCharacter(last));
}

function isOpen(delimiter: string, outside: string, inside: string): boolean {
  if (inside === '' || SPACE.test(inside)) return false;
  const isFree = outside === '' || SPACE.test(outside) || PUNCTUATION.test(outside);
  if (outside !== '' && delimiter.includes(outside)) return false;
  return delimiter === '_' ? isFree : isFree || !PUNCTUATION.test(inside);
}
