import type { Block } from '../story/block.ts';
import { mapInlines } from '../story/blockInlines.ts';
import { BLOCK_ID, type ThreadId } from '../story/ids.ts';
import type { Inline } from '../story/inline.ts';

const PREFIX = 'comment:';

/** The mark that the words carry a thread is about. */
export function commentMark(id: ThreadId): string {
  return PREFIX + id;
}

/** The thread a mark belongs to; null for any other mark. */
export function threadOfMark(mark: string): ThreadId | null {
  const id = mark.startsWith(PREFIX) ? mark.slice(PREFIX.length) : '';
  return BLOCK_ID.test(id) ? (id as ThreadId) : null;
}

function unmarked<Leaf extends Inline>(inline: Leaf, isKept: (id: ThreadId) => boolean): Leaf {
  if (inline.type === 'lineBreak') return inline;
  if (inline.type === 'link') return { ...inline, children: inline.children.map((child) => unmarked(child, isKept)) };
  const { marks, ...bare } = inline;
  if (!marks) return inline;
  const left = marks.filter((mark) => {
    const id = threadOfMark(mark);
    return id === null || isKept(id);
  });
  if (left.length === marks.length) return inline;
  return (left.length > 0 ? { ...bare, marks: left } : bare) as Leaf;
}

/** The words without the marks of comments, but for those of the threads that are `kept`. */
export function withoutComments(content: readonly Inline[], isKept: (id: ThreadId) => boolean = () => false): Inline[] {
  return content.map((inline) => unmarked(inline, isKept));
}

/** The same for all the words of a block. */
export function blockWithoutComments(block: Block, isKept: (id: ThreadId) => boolean): Block {
  return mapInlines(block, (content) => withoutComments(content, isKept));
}
