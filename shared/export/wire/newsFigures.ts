import type { Figure } from '../../story/block.ts';
import { inlineText } from '../../story/plainText.ts';
import type { Story } from '../../story/story.ts';
import type { ExportPicture, ExportPictures, ExportRecording } from '../exportPicture.ts';
import { storyFigures } from '../placePictures.ts';
import { said } from './newsFacts.ts';

/** A picture or recording as a news item of its own: the same file may have another caption in another story. */
export interface NewsFigure {
  readonly uri: string;
  readonly file: ExportPicture | ExportRecording;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
  readonly alt: string | undefined;
}

/** The figures of a story whose file travels along, in order. */
export function newsFigures(story: Story, pictures: ExportPictures): NewsFigure[] {
  return storyFigures(story).flatMap((figure) => {
    const file = pictures.get(figure.id);
    return file ? [{ uri: `urn:stet:figure:${story.id}:${figure.id}`, file, ...figureWords(figure) }] : [];
  });
}

/** A figure's words, each as one line. */
export function figureWords({ caption, credit, alt }: Pick<Figure, 'caption' | 'credit' | 'alt'>) {
  return { caption: said(inlineText(caption)), credit: said(credit), alt: said(alt) };
}
