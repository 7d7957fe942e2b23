import { COMMAND_PRIORITY_EDITOR, HISTORY_PUSH_TAG, type LexicalEditor, type NodeKey } from 'lexical';
import { isPicture } from '../../../../shared/media/medium.ts';
import type { Sides } from '../../../../shared/media/cropGeometry.ts';
import type { Framing } from '../../../../shared/story/block.ts';
import { isSameFraming } from '../../../../shared/story/framing.ts';
import type { BlockId } from '../../../../shared/story/ids.ts';
import { Signal } from '../../../ui/Signal.ts';
import { $getBlockId } from '../../model/blockState.ts';
import { $caretBlock, $findBlock } from '../../model/topLevel.ts';
import { $isFigureNode } from '../../nodes/FigureNode.ts';
import { RUN_ACTION_COMMAND } from '../../runActionCommand.ts';
import type { PictureFacts } from '../Pictures.ts';

interface CropParts {
  readonly editor: LexicalEditor;
  readonly facts: (key: NodeKey) => PictureFacts;
  readonly announce: (message: string, kind: 'note' | 'error') => void;
}

/** A picture while somebody chooses which part of it is shown. */
export interface CroppedPicture {
  readonly id: BlockId;
  readonly src: string;
  readonly name: string;
  /** Of the whole picture, upright. */
  readonly sides: Sides;
  readonly framing: Framing;
}

/** Chooses how the pictures of a page are shown, from a button on one, a menu, a key or the palette. */
export class PictureCrops {
  /** The picture that is being cropped; null if none. */
  readonly opened = new Signal<CroppedPicture | null>(null);
  readonly stop: () => void;

  constructor(private readonly parts: CropParts) {
    this.stop = parts.editor.registerCommand(
      RUN_ACTION_COMMAND,
      (action) => {
        if (action !== 'picture.crop') return false;
        const figure = $caretBlock();
        const id = $isFigureNode(figure) ? $getBlockId(figure) : null;
        if (id === null) parts.announce('Select a picture first: click it, or put the caret into its caption.', 'note');
        // After the update this was asked in.
        else queueMicrotask(() => this.open(id));
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    );
  }

  /** Opens the dialog for a picture, if it is there. */
  open(id: BlockId): void {
    const { editor, facts, announce } = this.parts;
    const key = editor.getEditorState().read(() => $findBlock(id)?.getKey());
    const drawn = key === undefined ? null : editor.getElementByKey(key)?.querySelector('.picture img');
    if (key !== undefined && facts(key).medium !== 'picture') {
      announce('Only a picture can be cropped. A recording goes out as it is.', 'note');
      return;
    }
    if (key === undefined || !(drawn instanceof HTMLImageElement) || drawn.naturalWidth === 0) {
      announce('There is no picture here to crop yet.', 'note');
      return;
    }
    const { framing, name, asset } = facts(key);
    const { naturalWidth: width, naturalHeight: height } = drawn;
    // What is drawn may be smaller than the picture; the sizes named are the picture's own.
    this.opened.set({
      id,
      src: drawn.src,
      name,
      sides: asset && isPicture(asset) ? asset : { width, height },
      framing,
    });
  }

  close(): void {
    this.opened.set(null);
  }

  /** Shows the picture in another way, as one step to undo. */
  apply(framing: Framing): void {
    const id = this.opened.value?.id;
    this.close();
    if (id === undefined) return;
    this.parts.editor.update(
      () => {
        const figure = $findBlock(id);
        if ($isFigureNode(figure) && !isSameFraming(figure.getFraming(), framing)) figure.setFraming(framing);
      },
      { tag: HISTORY_PUSH_TAG },
    );
  }
}
