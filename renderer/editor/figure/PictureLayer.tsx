import type { LexicalEditor, NodeKey } from 'lexical';
import { useEffect, useState, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useSignal } from '../../ui/Signal.ts';
import { CropDialog } from './crop/CropDialog.tsx';
import type { PagePictures } from './PagePictures.ts';
import { PicturesProvider } from './PicturesContext.ts';
import './figure.css';
import './gallery.css';

interface PictureLayerProps {
  readonly editor: LexicalEditor;
  readonly pictures: PagePictures;
}

/** Draws the pictures into the page; renders only when a picture comes or goes. */
export function PictureLayer({ editor, pictures }: PictureLayerProps) {
  const [decorators, setDecorators] = useState<Readonly<Record<NodeKey, ReactNode>>>(() =>
    editor.getDecorators<ReactNode>(),
  );

  const { crops } = pictures;
  const cropped = useSignal(crops.opened);

  useEffect(() => {
    const stop = editor.registerDecoratorListener<ReactNode>((next) => {
      // In the same frame as the figure's own DOM, so that no empty figure is ever seen.
      flushSync(() => setDecorators(next));
    });
    setDecorators(editor.getDecorators<ReactNode>());
    return stop;
  }, [editor]);

  return (
    <PicturesProvider value={pictures}>
      {Object.entries(decorators).map(([key, picture]) => {
        const place = editor.getElementByKey(key);
        return place && picture ? createPortal(picture, place, key) : null;
      })}
      {cropped && <CropDialog {...cropped} onClose={() => crops.close()} onApply={(framing) => crops.apply(framing)} />}
    </PicturesProvider>
  );
}
