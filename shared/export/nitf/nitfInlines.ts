import { assertNever } from '../../lang/assertNever.ts';
import type { Inline, KnownMark } from '../../story/inline.ts';
import { attributes, escapeText } from '../html/escapeHtml.ts';
import { nestMarks, type InlineNode } from '../nestMarks.ts';

const NUMBER_TAGS: Readonly<Partial<Record<KnownMark, string>>> = { subscript: 'sub', superscript: 'sup' };

/** The words of a block as NITF: every mark an `em` that says which, but for sub- and superscripts of plain words. */
export function nitfInlines(content: readonly Inline[]): string {
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
      return '<br/>';
    case 'mark': {
      const tag = NUMBER_TAGS[node.mark];
      const words = write(node.children);
      // They stand in `num` alone, and hold no marks.
      const isPlain = node.children.every((child) => child.type === 'text');
      return tag !== undefined && isPlain
        ? `<num><${tag}>${words}</${tag}></num>`
        : `<em class="${node.mark}">${words}</em>`;
    }
    case 'link':
      return `<a${attributes({ href: node.url, title: node.title || undefined })}>${write(node.children)}</a>`;
    default:
      return assertNever(node, 'inline');
  }
}
