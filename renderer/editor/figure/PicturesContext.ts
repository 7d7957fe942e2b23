import { createContext, useContext } from 'react';
import type { Pictures } from './Pictures.ts';

const PicturesContext = createContext<Pictures | null>(null);

export const PicturesProvider = PicturesContext.Provider;

/** The pictures of the page this view is drawn on. */
export function usePictures(): Pictures {
  const pictures = useContext(PicturesContext);
  if (!pictures) throw new Error('A picture is drawn outside a page');
  return pictures;
}
