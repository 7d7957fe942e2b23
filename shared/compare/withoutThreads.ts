import type { Block } from '../story/block.ts';
import type { TextInline } from '../story/inline.ts';

/** Marks that say something of words and are no part of them: whose version they are, and what somebody asked about them. */
const ASIDES = ['comment:', 'conflict:'];

/** Blocks without the marks that threads and conflicts hang on: they do not change the words they are about. */
export function withoutThreads(blocks: readonly Block[]): readonly Block[] {
  const text = JSON.stringify(blocks);
  return ASIDES.some((prefix) => text.includes(`"${prefix}`)) ? (JSON.parse(text, revive) as Block[]) : blocks;
}

function revive(_key: string, value: unknown): unknown {
  if (Array.isArray(value)) return joinNeighbours(value);
  if (!isText(value) || !value.marks?.some(isThread)) return value;
  const { marks, ...rest } = value;
  const left = marks.filter((mark) => !isThread(mark));
  return left.length > 0 ? { ...rest, marks: left } : rest;
}

/** What only a thread parted is one run again. */
function joinNeighbours(list: readonly unknown[]): unknown[] {
  const joined: unknown[] = [];
  for (const item of list) {
    const last = joined.at(-1);
    if (isText(last) && isText(item) && (last.marks ?? []).join(' ') === (item.marks ?? []).join(' '))
      joined[joined.length - 1] = { ...last, text: last.text + item.text };
    else joined.push(item);
  }
  return joined;
}

function isThread(mark: string): boolean {
  return ASIDES.some((prefix) => mark.startsWith(prefix));
}

function isText(value: unknown): value is TextInline {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'text' && 'text' in value;
}
