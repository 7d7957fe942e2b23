import { $addUpdateTag, $getSelection, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import type { Figure } from '../../../shared/story/block.ts';
import { $createInlineNodes, $createPlainNodes } from '../model/inlines.ts';
import { $blockAround } from '../model/topLevel.ts';
import { $isFigureNode, type FigureNode } from '../nodes/FigureNode.ts';
import { $findSlot } from '../nodes/slots.ts';

function $figureAtCaret(): FigureNode | null {
  const node = $getSelection()?.getNodes()[0];
  const block = node ? $blockAround(node) : null;
  return $isFigureNode(block) ? block : null;
}

/**
 * Gives the picture the caret is in this caption and credit in the place of its own, as one step that can be undone; an empty
 * one leaves what is there. Answers false where the caret is in no picture.
 */
export function putCaption(editor: LexicalEditor, { caption, credit }: Pick<Figure, 'caption' | 'credit'>): boolean {
  let isPut = false;
  editor.update(
    () => {
      const figure = $figureAtCaret();
      if (!figure) return;
      $addUpdateTag(HISTORY_PUSH_TAG);
      for (const field of ['caption', 'credit'] as const) {
        const slot = $findSlot(figure, field);
        const nodes = field === 'caption' ? $createInlineNodes(caption) : $createPlainNodes(credit);
        if (!slot || nodes.length === 0) continue;
        slot.clear();
        slot.append(...nodes);
        figure.setOrigin(field, 'typed');
      }
      $findSlot(figure, 'caption')?.selectEnd();
      isPut = true;
    },
    { discrete: true },
  );
  return isPut;
}
