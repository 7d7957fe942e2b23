import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, $setSelection, type LexicalEditor } from 'lexical';
import type { Place } from '../../../shared/ipc/librarySchemas.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $createStretchSelection, $offsetOfPoint } from '../model/textOffsets.ts';
import { $blockAround, $findBlock } from '../model/topLevel.ts';
import { $findSlot, $slotAround } from '../nodes/slots.ts';
import { SLOT_NAMES } from '../nodes/SlotNode.ts';
import { isPageField } from '../fields/pageFields.ts';
import type { StoryFields } from '../../../shared/story/fields.ts';

/** Where the writer is: in one of the fields if that has the keyboard, else where the body's caret is. */
export function readPlace(editor: LexicalEditor, scroll: number): Place {
  const nowhere: Place = { field: 'body', blockId: null, slot: null, offset: 0, scroll };
  const focus = document.activeElement;
  const name = focus instanceof HTMLTextAreaElement ? (focus.dataset['storyField'] as keyof StoryFields) : undefined;
  if (name && isPageField(name) && focus instanceof HTMLTextAreaElement) {
    return { ...nowhere, field: name, offset: focus.selectionStart };
  }
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return nowhere;
    const at = selection.focus.getNode();
    const block = $blockAround(at);
    if (!$isElementNode(block)) return nowhere;
    const slot = $slotAround(at);
    return {
      ...nowhere,
      blockId: $getBlockId(block),
      slot: slot?.getName() ?? null,
      offset: $offsetOfPoint(slot ?? block, selection.focus),
    };
  });
}

/** Puts the caret back where it was; false if that place is no more. Inside `editor.update`. */
export function $restorePlace(place: Place): boolean {
  const block = place.blockId === null ? null : $findBlock(place.blockId);
  if (!$isElementNode(block)) return false;
  const name = SLOT_NAMES.find((slot) => slot === place.slot);
  const within = (name && $findSlot(block, name)) ?? block;
  $setSelection($createStretchSelection(within, { start: place.offset, end: place.offset }));
  return true;
}

/** The caret's place in a story nobody has been in yet: the start of the body. Inside `editor.update`. */
export function $startPlace(): void {
  $getRoot().selectStart();
}
