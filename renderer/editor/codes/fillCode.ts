import type { LexicalNode } from 'lexical';
import { fillTemplate, type Filled, type TemplateFacts } from '../../../shared/codes/fillTemplate.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';

/** What a code stands for where a node stands: filled by the picture whose caption, credit or alt text that is, if any. */
export function $fillCode(code: string, at: LexicalNode, $facts: (picture: AssetId) => TemplateFacts): Filled {
  const picture = at.getParents().find($isFigureNode)?.getAssetId() ?? null;
  return fillTemplate(code, picture === null ? {} : $facts(picture));
}
