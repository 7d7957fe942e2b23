import type { Block, PullQuote } from '../../../../shared/story/block.ts';
import type { BlockId } from '../../../../shared/story/ids.ts';

/** Paragraphs with the ids p0, p1, … */
export function paragraphs(...texts: readonly string[]): Block[] {
  return texts.map((text, i) => paragraph(`p${i}`, text));
}

export function paragraph(id: string, text: string): Block {
  return { id: id as BlockId, type: 'paragraph', content: [{ type: 'text', text }] };
}

/** A pull-quote; bound to `passage` of a block if one is given. */
export function pullQuote(text: string, bound?: { block: Block; passage: string }, id = 'q'): PullQuote {
  const content = text === '' ? [] : [{ type: 'text' as const, text }];
  if (!bound) return { id: id as BlockId, type: 'pullQuote', content, attribution: '', source: null };
  const whole = bound.block.type === 'paragraph' ? bound.block.content : [];
  const start = whole
    .map((inline) => (inline.type === 'text' ? inline.text : ''))
    .join('')
    .indexOf(bound.passage);
  if (start < 0) throw new Error(`“${bound.passage}” is not in ${bound.block.id}`);
  const source = { blockId: bound.block.id, start, end: start + bound.passage.length, passage: bound.passage };
  return { id: id as BlockId, type: 'pullQuote', content, attribution: '', source };
}
