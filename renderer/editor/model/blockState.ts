import { $getState, $setState, createState, type LexicalNode } from 'lexical';
import { BLOCK_ID, type BlockId } from '../../../shared/story/ids.ts';

/** A block's name for ever. Not copied when Lexical splits or copies a node: two blocks never share one. */
const idState = createState('blockId', {
  parse: (value) => (typeof value === 'string' && BLOCK_ID.test(value) ? (value as BlockId) : null),
  resetOnCopyNode: true,
});

const languageState = createState('language', { parse: (value) => (typeof value === 'string' ? value : null) });

/** The id of a top-level node; null for one that has not been given one yet. */
export function $getBlockId(node: LexicalNode): BlockId | null {
  return $getState(node, idState);
}

export function $setBlockId(node: LexicalNode, id: BlockId | null): void {
  $setState(node, idState, id);
}

/** A block's own language, where it is not the story's; a BCP 47 tag. */
export function $getBlockLanguage(node: LexicalNode): string | null {
  return $getState(node, languageState);
}

export function $setBlockLanguage(node: LexicalNode, language: string | null): void {
  $setState(node, languageState, language);
}
