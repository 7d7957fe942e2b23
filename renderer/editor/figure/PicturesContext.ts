import { createContext, useContext } from 'react';
import type { PagePictures } from './PagePictures.ts';

const PicturesContext = createContext<PagePictures | null>(null);

export const PicturesProvider = PicturesContext.Provider;

/** The pictures of the page this view is drawn on. */
export function usePictures(): PagePictures {
  const pictures = useContext(PicturesContext);
  if (!pictures) throw new Error('A picture is drawn outside a page');
  return pictures;
}
