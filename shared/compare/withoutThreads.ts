import type { Block } from '../story/block.ts';
import type { TextInline } from '../story/inline.ts';

const THREAD = 'comment:';

/** Blocks without the marks that threads hang on: a comment about some words does not change them. */
export function withoutThreads(blocks: readonly Block[]): readonly Block[] {
  const text = JSON.stringify(blocks);
  return text.includes(`"${THREAD}`) ? (JSON.parse(text, revive) as Block[]) : blocks;
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
  return mark.startsWith(THREAD);
}

function isText(value: unknown): value is TextInline {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'text' && 'text' in value;
}
