import { assertNever } from '../../lang/assertNever.ts';
import type { Inline, KnownMark } from '../../story/inline.ts';
import { nestMarks, type InlineNode } from '../nestMarks.ts';
import { attributes, escapeText } from './escapeHtml.ts';

/** The element of each mark. */
export const MARK_TAGS: Readonly<Record<KnownMark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
};

/** The words of a block as HTML. */
export function htmlInlines(content: readonly Inline[]): string {
  return write(nestMarks(content));
}

function write(nodes: readonly InlineNode[]): string {
  return nodes.map(writeNode).join('');
}

function writeNode(node: InlineNode): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.text);
    case 'lineBreak':
      return '<br>';
    case 'mark':
      return `<${MARK_TAGS[node.mark]}>${write(node.children)}</${MARK_TAGS[node.mark]}>`;
    case 'link':
      return `<a${attributes({ href: node.url, title: node.title || undefined })}>${write(node.children)}</a>`;
    default:
      return assertNever(node, 'inline');
  }
}
