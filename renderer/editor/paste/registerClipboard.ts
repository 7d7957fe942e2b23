import { $isListItemNode } from '@lexical/list';
import { $isTableCellNode, $isTableSelection } from '@lexical/table';
import { mergeRegister } from '@lexical/utils';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  PASTE_COMMAND,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical';
import { findFurniture } from '../../../shared/import/findFurniture.ts';
import type { Furniture } from '../../../shared/ipc/librarySchemas.ts';
import type { Block } from '../../../shared/story/block.ts';
import type { BlockId, StoryId } from '../../../shared/story/ids.ts';
import { $removeSelection } from '../blocks/removeSelection.ts';
import { $getFields } from '../model/storyFields.ts';
import { $readOrder } from '../model/storyModel.ts';
import { $slotAround } from '../nodes/slots.ts';
import { $keepOneComment } from '../review/keepOneComment.ts';
import { CLIP_TYPE, readClip, settleClip, writeClip } from './clip.ts';
import { clipboardHtml, clipboardText } from './clipboardForms.ts';
import { $copiedBlocks } from './copiedBlocks.ts';
import { $pasteBlocks } from './pasteBlocks.ts';

/** What comes from outside, read into blocks. */
interface Pasted {
  readonly blocks: readonly Block[];
  /** Why the markup says that a block is furniture of the page it came from. */
  readonly suspicions: ReadonlyMap<BlockId, string>;
  /** Pictures that came with their bytes. */
  readonly pictures: ReadonlyMap<BlockId, File>;
  readonly notes: readonly string[];
}

/** What the clipboard needs from the page it serves. */
export interface ClipboardHost {
  readonly editor: LexicalEditor;
  readonly storyId: StoryId;
  /** Has the bytes of a pasted picture read for the figure with this id. */
  readonly readPicture: (id: BlockId, file: File) => void;
  /** Pasted blocks look like the furniture of a page: they are there, and may go if somebody says so. */
  readonly offerRemoval: (furniture: readonly Furniture[]) => void;
  /** A sentence for the user. */
  readonly announce: (message: string, kind: 'note' | 'error') => void;
}

/**
 * Copy, cut and paste of the page. Blocks travel between stories as they are (see `clip.ts`), to other programs as HTML and
 * text; what comes from outside becomes our blocks first. A paste is one step of the history. Registered after whatever
 * takes a paste for itself (pictures, addresses on words). Answers its undo.
 */
export function registerClipboard(host: ClipboardHost): () => void {
  const { editor } = host;
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, (event) => copy(host, event, false), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!copy(host, event, true)) return false;
        editor.update(() => void $removeSelection(), { tag: CUT_TAG });
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(PASTE_COMMAND, (event) => paste(host, event), COMMAND_PRIORITY_HIGH),
  );
}

function dataOf(event: unknown): DataTransfer | null {
  return event instanceof ClipboardEvent ? event.clipboardData : null;
}

/** Writes what is selected to the clipboard; false leaves it to Lexical (cells of a table, keys without a clipboard). */
function copy({ storyId }: ClipboardHost, event: unknown, isCut: boolean): boolean {
  const data = dataOf(event);
  const copied = data && !$isTableSelection($getSelection()) ? $copiedBlocks() : null;
  if (!copied || !data) return false;
  (event as ClipboardEvent).preventDefault();
  data.setData(CLIP_TYPE, writeClip({ format: 1, storyId, isCut, ...copied }));
  data.setData('text/html', clipboardHtml(copied));
  data.setData('text/plain', clipboardText(copied));
  return true;
}

function paste(host: ClipboardHost, event: unknown): boolean {
  const data = dataOf(event);
  if (!data) return false;
  (event as ClipboardEvent).preventDefault();
  const clip = readClip(data.getData(CLIP_TYPE));
  if (clip) {
    const taken = new Set($readOrder());
    insert(
      host,
      settleClip(clip, host.storyId, (id) => taken.has(id)),
      clip.isInline,
      clip.storyId === host.storyId,
    );
    return true;
  }
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (html.trim() === '' && text === '') return true;
  void readOutside(html, text, $isAmongWords()).then(
    (pasted) => insertOutside(host, pasted),
    (error: unknown) => host.announce(error instanceof Error ? error.message : 'This could not be pasted.', 'error'),
  );
  return true;
}

/** Whether the caret is where only words can stand: in a caption, a cell, an item of a list. */
function $isAmongWords(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const node = selection.anchor.getNode();
  return (
    $slotAround(node) !== null ||
    $findMatchingParent(node, (one) => $isTableCellNode(one) || $isListItemNode(one)) !== null
  );
}

/** Reads HTML, or text where there is none. The readers are large and come with the first paste. */
async function readOutside(html: string, text: string, isForWords: boolean): Promise<Pasted> {
  const { readClipboardHtml, readClipboardText } = await import('./readClipboard.ts');
  const pasted = html.trim() === '' ? null : readClipboardHtml(html);
  return pasted && pasted.blocks.length > 0 ? pasted : readClipboardText(text, isForWords);
}

function insert({ editor }: ClipboardHost, blocks: readonly Block[], isInline: boolean, isFromHere: boolean): void {
  editor.update(
    () => {
      $removeSelection();
      $pasteBlocks($keepOneComment(blocks, isFromHere), isInline);
    },
    { tag: PASTE_TAG },
  );
}

function insertOutside(host: ClipboardHost, { blocks, suspicions, pictures, notes }: Pasted): void {
  insert(host, blocks, false, false);
  for (const [id, file] of pictures) host.readPicture(id, file);
  for (const note of notes) host.announce(note, 'note');
  if (blocks.length < 2) return;
  const { there, headline } = host.editor.read(() => ({
    there: new Set($readOrder()),
    headline: $getFields().headline,
  }));
  // The first block's words may have gone on with those before the caret: they are not a block to take away.
  const furniture = findFurniture(blocks, { headline, suspicions }).flatMap((found): Furniture[] => {
    const blockIds = found.blockIds.filter((id) => there.has(id));
    return blockIds.length > 0 ? [{ ...found, blockIds }] : [];
  });
  if (furniture.length > 0) host.offerRemoval(furniture);
}
