import { mergeRegister } from '@lexical/utils';
import {
  $getNodeByKey,
  $hasUpdateTag,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  DRAGOVER_COMMAND,
  DROP_COMMAND,
  PASTE_COMMAND,
  TextNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { isForPage } from '../../../shared/media/isForPage.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $caretBlock } from '../model/topLevel.ts';
import { chooseFiles } from './chooseFiles.ts';
import { gapAtPoint } from '../blocks/blockGaps.ts';
import type { DropLine } from '../blocks/DropLine.ts';
import { $isFigureNode, FIGURE_FIELDS } from '../nodes/FigureNode.ts';
import { $slotAround } from '../nodes/slots.ts';
import { SlotNode } from '../nodes/SlotNode.ts';
import { RUN_ACTION_COMMAND } from '../runActionCommand.ts';
import { PREFILL_TAG } from './fillFigure.ts';
import type { PagePictures } from './PagePictures.ts';

/** Turns the origin of a field to `typed` once somebody changes its words. Answers its undo. */
export function registerOrigins(editor: LexicalEditor): () => void {
  const $follow = (node: LexicalNode) => {
    if ($hasUpdateTag(PREFILL_TAG)) return;
    const slot = $slotAround(node);
    const figure = slot?.getParent();
    const field = FIGURE_FIELDS.find((name) => name === slot?.getName());
    if (!slot || !field || !$isFigureNode(figure) || figure.getOrigin()[field] === 'typed') return;
    const words = slot.getTextContent();
    const before = editor.getEditorState().read(() => {
      const former = $getNodeByKey(slot.getKey());
      return former ? former.getTextContent() : null;
    });
    // A figure that has just come (pasted, opened) brings its origins along.
    if (before !== null && before !== words) figure.setOrigin(field, 'typed');
  };
  return mergeRegister(
    editor.registerNodeTransform(TextNode, $follow),
    editor.registerNodeTransform(SlotNode, $follow),
  );
}

/** The files among what is dropped or pasted if all are pictures or recordings; null when there is something else to take, too. */
function picturesOnly(data: DataTransfer | null): File[] | null {
  const files = [...(data?.files ?? [])];
  return files.length > 0 && files.every(isForPage) ? files : null;
}

/** A clipboard that holds a picture and at most the tag around it, as browsers copy one; Word sends words as well. */
function pastedPictures(data: DataTransfer | null): File[] | null {
  const files = picturesOnly(data);
  if (!files || !data) return null;
  if (data.getData('text/plain').trim() !== '') return null;
  const html = data.getData('text/html').replace(/<!--.*?-->|<\/?(?:html|head|body|meta|img)\b[^>]*>/gis, '');
  return html.trim() === '' ? files : null;
}

/** Takes pictures and recordings by drop, paste and the actions that insert them. Answers its undo. */
export function registerFigures(editor: LexicalEditor, pictures: PagePictures, line: DropLine): () => void {
  const hideLine = () => line.hide();
  window.addEventListener('dragend', hideLine);
  window.addEventListener('drop', hideLine);
  return mergeRegister(
    registerOrigins(editor),
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('dragleave', hideLine);
      root?.addEventListener('dragleave', hideLine);
    }),
    () => {
      window.removeEventListener('dragend', hideLine);
      window.removeEventListener('drop', hideLine);
    },
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return false;
        const items = [...event.dataTransfer.items];
        // Documents are for the window, which opens them.
        if (items.some((item) => !isForPage(item))) return true;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        const gap = gapAtPoint(editor, event.clientX, event.clientY);
        if (gap) line.show(gap);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return false;
        line.hide();
        const files = picturesOnly(event.dataTransfer);
        // Not ours, and not Lexical's either: the window takes what the page leaves.
        if (!files) return true;
        event.preventDefault();
        pictures.insertFiles(files, gapAtPoint(editor, event.clientX, event.clientY));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const files = event instanceof ClipboardEvent ? pastedPictures(event.clipboardData) : null;
        if (!files) return false;
        event.preventDefault();
        pictures.insertFiles(files);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      RUN_ACTION_COMMAND,
      (action) => {
        if (action === 'insert.picture' || action === 'insert.gallery')
          chooseFiles((files) => pictures.insertFiles(files), true);
        else if (action === 'insert.video') chooseFiles((files) => pictures.insertFiles(files), true, 'video');
        else if (action === 'insert.audio') chooseFiles((files) => pictures.insertFiles(files), true, 'audio');
        else if (action === 'picture.replace') {
          const figure = $caretBlock();
          const id = $isFigureNode(figure) ? $getBlockId(figure) : null;
          if (id === null) pictures.askForPicture();
          else pictures.chooseReplacement(id);
        } else return false;
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
  );
}
