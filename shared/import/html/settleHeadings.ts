import type { ReadBlock } from './Sink.ts';

/**
 * Brings the document's six levels of heading to our two. With several first-level headings they are its sections, and
 * second-level ones their parts; with one it is the headline, and second-level ones are the sections.
 */
export function settleHeadings(reads: readonly ReadBlock[]): ReadBlock[] {
  const firsts = reads.filter((read) => read.level === 1).length;
  const lastOfLevel2 = firsts > 1 ? 1 : 2;
  return reads.map((read) => {
    if (read.block.type !== 'heading' || read.level === undefined) return read;
    return { ...read, block: { ...read.block, level: read.level <= lastOfLevel2 ? 2 : 3 } };
  });
}
