import { Crop } from 'lucide-react';
import { acceleratorText } from '../../../shared/actions/acceleratorText.ts';
import { ACTIONS } from '../../../shared/actions/actions.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import { isMac } from '../toolbar/isMac.ts';
import { usePictures } from './PicturesContext.ts';

const CROP_KEYS = ACTIONS.find(({ id }) => id === 'picture.crop')?.accelerator ?? '';

/** What can be done to a picture, over its corner while the pointer or the keyboard is there. */
export function PictureTools({ id }: { readonly id: BlockId }) {
  const pictures = usePictures();
  return (
    <div className="picture-tools">
      <button
        type="button"
        title={`Choose the part that is shown (${acceleratorText(CROP_KEYS, isMac)})`}
        onClick={() => pictures.openCrop(id)}
      >
        <Crop aria-hidden="true" size={14} /> Crop…
      </button>
    </div>
  );
}
