import type { LexicalNode } from 'lexical';
import type { AssetId } from '../../../shared/story/ids.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';

/** The picture whose caption, credit or alt text a node stands in; null where there is none, or its bytes never came. */
export function $pictureAround(node: LexicalNode): AssetId | null {
  return node.getParents().find($isFigureNode)?.getAssetId() ?? null;
}
