import { Crop, ImageMinus, Images, Replace } from 'lucide-react';
import { acceleratorText } from '../../../shared/actions/acceleratorText.ts';
import { ACTIONS, type ActionId } from '../../../shared/actions/actions.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import { isMac } from '../toolbar/isMac.ts';
import type { PictureFacts } from './Pictures.ts';
import { usePictures } from './PicturesContext.ts';

/** What a tool does, with its shortcut. */
function tip(what: string, action: ActionId): string {
  const keys = ACTIONS.find(({ id }) => id === action)?.accelerator;
  return keys ? `${what} (${acceleratorText(keys, isMac)})` : what;
}

interface PictureToolsProps {
  readonly id: BlockId;
  readonly stands: PictureFacts['stands'];
}

/** What can be done to a picture, over its corner while the pointer or the keyboard is there. */
export function PictureTools({ id, stands }: PictureToolsProps) {
  const pictures = usePictures();
  return (
    <div className="picture-tools">
      <button
        type="button"
        title={tip('Choose the part that is shown', 'picture.crop')}
        onClick={() => pictures.openCrop(id)}
      >
        <Crop aria-hidden="true" size={14} /> <span>Crop…</span>
      </button>
      <button
        type="button"
        title={tip('Put another file in its place', 'picture.replace')}
        onClick={() => pictures.chooseReplacement(id)}
      >
        <Replace aria-hidden="true" size={14} /> <span>Replace…</span>
      </button>
      {stands === 'beside' && (
        <button
          type="button"
          title={tip('Make a gallery of the pictures that stand together', 'picture.gallery')}
          onClick={() => pictures.runOn(id, 'picture.gallery')}
        >
          <Images aria-hidden="true" size={14} /> <span>Gallery</span>
        </button>
      )}
      {stands === 'gallery' && (
        <button
          type="button"
          title={tip('Take it out of the gallery', 'picture.alone')}
          onClick={() => pictures.runOn(id, 'picture.alone')}
        >
          <ImageMinus aria-hidden="true" size={14} /> <span>Take out</span>
        </button>
      )}
    </div>
  );
}
