import { HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG, type LexicalEditor } from 'lexical';
import type { Result } from '../../../../shared/lang/result.ts';
import type { Asset } from '../../../../shared/media/asset.ts';
import { isPicture } from '../../../../shared/media/medium.ts';
import type { AssetId, BlockId } from '../../../../shared/story/ids.ts';
import { $findBlock } from '../../model/topLevel.ts';
import { $isFigureNode, playsOf } from '../../nodes/FigureNode.ts';

interface PosterParts {
  readonly editor: LexicalEditor;
  readonly addPicture: (file: File, ticket: string) => Promise<Result<Asset>>;
  readonly announce: (message: string, kind: 'note' | 'error') => void;
}

/** The pictures that stand for the videos of a page until they play. */
export class Posters {
  constructor(private readonly parts: PosterParts) {}

  /** Stores a picture and has it stand for the video, as one step to undo; null: none stands for it any more. */
  async set(id: BlockId, file: File | null): Promise<void> {
    const { addPicture, announce } = this.parts;
    if (file === null) {
      this.#put(id, undefined);
      return;
    }
    const stored = await addPicture(file, crypto.randomUUID());
    if (!stored.ok) announce(`${file.name}: ${stored.error.message}`, 'error');
    else if (!isPicture(stored.value)) announce(`${file.name}: A poster is a picture, and this file plays.`, 'error');
    else this.#put(id, stored.value.id);
  }

  #put(id: BlockId, poster: AssetId | undefined): void {
    this.parts.editor.update(
      () => {
        const figure = $findBlock(id);
        if ($isFigureNode(figure)) figure.setPlays(playsOf({ ...figure.getPlays(), poster }));
      },
      { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
    );
  }
}
