import fc from 'fast-check';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $parseSerializedNode,
  $setSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type SerializedLexicalNode,
} from 'lexical';
import { $moveBlocksBefore } from '../../../../renderer/editor/blocks/moveBlocks.ts';
import { $removeSelection } from '../../../../renderer/editor/blocks/removeSelection.ts';
import { $setField } from '../../../../renderer/editor/model/storyFields.ts';
import { $createStretchSelection } from '../../../../renderer/editor/model/textOffsets.ts';
import { $findBlock } from '../../../../renderer/editor/model/topLevel.ts';
import type { ActionId } from '../../../../shared/actions/actions.ts';
import type { BlockId } from '../../../../shared/story/ids.ts';
import { edit, press, readBlocks, redo, run, type, undo } from './editorRig.ts';

/** A block as the clipboard carries it. */
export function copyOf(editor: LexicalEditor, id: string): SerializedLexicalNode {
  return editor.read(() => {
    const node = $findBlock(id as BlockId);
    if (!$isElementNode(node)) throw new Error(`No block ${id}`);
    return $exportDeep(node);
  });
}

/** `exportJSON` leaves the children to whoever walks the tree. */
function $exportDeep(node: LexicalNode): SerializedLexicalNode {
  const json = node.exportJSON();
  return $isElementNode(node) ? { ...json, ...{ children: node.getChildren().map($exportDeep) } } : json;
}

/** Puts it at the end of the story. */
export function pasteAtEnd(editor: LexicalEditor, json: SerializedLexicalNode): void {
  edit(editor, () => {
    $getRoot().append($parseSerializedNode(json));
  });
}

/** Anything a user, a menu or a clipboard can do to a page, chosen by numbers. */
export const arbitraryStep = fc.record({
  kind: fc.constantFrom(
    'type',
    'enter',
    'softEnter',
    'backspace',
    'delete',
    'tab',
    'copy',
    'cutPaste',
    'remove',
    'move',
    'action',
    'undo',
    'redo',
    'insertText',
    'field',
  ),
  from: fc.nat(40),
  to: fc.nat(40),
  start: fc.nat(30),
  end: fc.nat(30),
  isWide: fc.boolean(),
  action: fc.constantFrom<ActionId>(
    'format.heading2',
    'format.quote',
    'format.paragraph',
    'format.bulletedList',
    'format.numberedList',
    'format.bold',
    'insert.pullQuote',
    'insert.separator',
    'block.moveUp',
    'block.moveDown',
    'insert.table',
    'table.insertRowAbove',
    'table.insertColumnAfter',
    'table.deleteRow',
    'table.deleteColumn',
    'table.headerRow',
  ),
});
export type Step = typeof arbitraryStep extends fc.Arbitrary<infer Value> ? Value : never;

function $pickSelection({ from, to, start, end, isWide }: Step): void {
  const blocks = $getRoot().getChildren();
  const first = blocks[from % blocks.length];
  const last = isWide ? blocks[to % blocks.length] : first;
  if (!$isElementNode(first) || !$isElementNode(last)) return;
  const selection = $createStretchSelection(first, { start, end: start });
  const other = $createStretchSelection(last, { start: end, end });
  selection.focus.set(other.anchor.key, other.anchor.offset, other.anchor.type);
  $setSelection(selection);
}

/** Does one step on the page. */
export function take(editor: LexicalEditor, chosen: Step): void {
  edit(editor, () => $pickSelection(chosen));
  const ids = readBlocks(editor).map((block) => block.id);
  const id = ids[chosen.from % ids.length] ?? '';
  switch (chosen.kind) {
    case 'type':
      return type(editor, 'x ');
    case 'enter':
      return press(editor, 'Enter');
    case 'softEnter':
      return press(editor, 'Enter', true);
    case 'backspace':
      return press(editor, 'Backspace');
    case 'delete':
      return press(editor, 'Delete');
    case 'tab':
      return press(editor, 'Tab', chosen.isWide);
    case 'action':
      return run(editor, chosen.action);
    case 'undo':
      return undo(editor);
    case 'redo':
      return redo(editor);
    case 'copy':
    case 'cutPaste': {
      const isElement = editor.read(() => $isElementNode($findBlock(id as BlockId)));
      if (!isElement) return;
      const json = copyOf(editor, id);
      if (chosen.kind === 'cutPaste') edit(editor, () => $findBlock(id as BlockId)?.remove());
      return pasteAtEnd(editor, json);
    }
    case 'remove':
      return edit(editor, () => {
        if ($getRoot().getChildrenSize() > 1) $findBlock(id as BlockId)?.remove();
      });
    case 'move':
      return edit(editor, () => {
        const block = $findBlock(id as BlockId);
        const target = $getRoot().getChildAtIndex(chosen.to % $getRoot().getChildrenSize());
        if (block) $moveBlocksBefore([block], chosen.isWide ? null : target);
      });
    case 'field':
      return edit(editor, () => $setField(chosen.isWide ? 'headline' : 'slug', `Number ${chosen.start}`));
    case 'insertText':
      return editor.update(
        () => {
          const selection = $getSelection();
          if (!$isRangeSelection(selection)) return;
          // As every paste does first.
          $removeSelection();
          const caret = $getSelection();
          if ($isRangeSelection(caret))
            caret.insertNodes([
              $createParagraphNode().append($createTextNode('in')),
              $createParagraphNode().append($createTextNode('serted')),
            ]);
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      );
  }
}
