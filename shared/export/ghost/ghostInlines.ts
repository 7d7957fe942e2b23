import { assertNever } from '../../lang/assertNever.ts';
import type { Inline, KnownMark } from '../../story/inline.ts';
import { nestMarks, type InlineNode } from '../nestMarks.ts';
import { ghostElement, ghostText, type GhostElement, type GhostNode } from './ghostNode.ts';

/** Lexical’s bit of each mark. */
const BITS: Readonly<Record<KnownMark, number>> = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
};

/** The words of a block as Ghost’s editor keeps them. */
export function ghostInlines(content: readonly Inline[], direction: GhostElement['direction']): GhostNode[] {
  return flat(nestMarks(content), 0, direction);
}

function flat(nodes: readonly InlineNode[], format: number, direction: GhostElement['direction']): GhostNode[] {
  return nodes.flatMap((node): readonly GhostNode[] => {
    switch (node.type) {
      case 'text':
        return [ghostText(node.text, format)];
      case 'lineBreak':
        return [{ type: 'linebreak', version: 1 }];
      case 'mark':
        return flat(node.children, format | BITS[node.mark], direction);
      case 'link': {
        const own = { rel: null, target: null, title: node.title || null, url: node.url };
        return [ghostElement('link', flat(node.children, format, direction), direction, own)];
      }
      default:
        return assertNever(node, 'inline');
    }
  });
}
