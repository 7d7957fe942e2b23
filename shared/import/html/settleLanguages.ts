import { blockText } from '../../story/plainText.ts';
import type { ReadBlock } from './Sink.ts';

/** A language that less of the text says it is in is not the document's. */
const MOSTLY = 0.5;

/**
 * The document's language (`said`, or what most of its text is in), and its blocks with a language only where theirs is
 * another one. Regional variants are no other language, unless we wrote them ourselves (`isOurs`).
 */
export function settleLanguages(
  reads: readonly ReadBlock[],
  said: string,
  isOurs: boolean,
): { reads: ReadBlock[]; language: string } {
  const language = said || mostSpoken(reads);
  const isSame = (tag: string) => (isOurs ? tag === language : primary(tag) === primary(language));
  const settled = reads.map((read) => {
    if (read.block.language === undefined || !isSame(read.block.language)) return read;
    const { language: _language, ...block } = read.block;
    return { ...read, block };
  });
  return { reads: settled, language };
}

function mostSpoken(reads: readonly ReadBlock[]): string {
  const lengths = new Map<string, number>();
  let whole = 0;
  for (const { block } of reads) {
    const { length } = blockText(block);
    whole += length;
    if (block.language !== undefined) lengths.set(block.language, (lengths.get(block.language) ?? 0) + length);
  }
  const [first] = [...lengths].sort((a, b) => b[1] - a[1]);
  return first && first[1] > whole * MOSTLY ? first[0] : '';
}

function primary(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
