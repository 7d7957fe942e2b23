import type { NodeKey } from 'lexical';
import type { ActionId } from '../../../shared/actions/actions.ts';
import type { Asset } from '../../../shared/media/asset.ts';
import type { Medium } from '../../../shared/media/medium.ts';
import type { Framing } from '../../../shared/story/block.ts';
import type { AssetId, BlockId } from '../../../shared/story/ids.ts';
import type { PictureRead } from './PictureReads.ts';

/** All a picture's view draws from. A new object only when something in it changed. */
export interface PictureFacts {
  readonly blockId: BlockId | null;
  readonly assetId: AssetId | null;
  readonly fileName: string;
  readonly framing: Framing;
  /** How it stands: by itself, right beside another picture, or with others in a gallery. */
  readonly stands: 'alone' | 'beside' | 'gallery';
  /** What is shown or played. */
  readonly medium: Medium;
  /** The picture that stands for a video; null if none. */
  readonly poster: AssetId | null;
  /** The picture's accessible name. */
  readonly name: string;
  readonly read: PictureRead | undefined;
  /** What is known of the stored picture; undefined until the library has said. */
  readonly asset: Asset | undefined;
}

/** What a picture's view may ask of the page it is on. Apart from its maker, which imports the nodes that draw the view. */
export interface Pictures {
  /** Calls back whenever a picture's facts may have changed, until the returned function is called. */
  subscribe(this: void, listener: () => void): () => void;
  /** What the view of this figure's picture draws. */
  facts(key: NodeKey): PictureFacts;
  /** Reads a file that failed once more. */
  retry(id: BlockId): void;
  /** Puts another file into the figure; its words stay. */
  replace(id: BlockId, file: File): void;
  /** Asks for another file for the figure; what was typed about the picture stays. */
  chooseReplacement(id: BlockId): void;
  /** Selects the figure and does to it what the action says. */
  runOn(id: BlockId, action: ActionId): void;
  /** Opens the dialog that chooses which part of the picture is shown. */
  openCrop(id: BlockId): void;
  /** Asks for a picture file to stand for the video until it plays. */
  choosePoster(id: BlockId): void;
  /** Has this picture stand for the video; null: none. */
  setPoster(id: BlockId, file: File | null): void;
  /** Whether the file of a stored asset is there. */
  isThere(id: AssetId): Promise<boolean>;
  /** Says something to whoever writes. */
  tell(message: string): void;
  /** Takes the figure off the page. */
  remove(id: BlockId): void;
}
