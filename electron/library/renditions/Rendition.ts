import type { PictureType } from '../../../shared/media/mediaTypes.ts';
import type { PictureCut, RenditionFormat, RenditionReport, RenditionSize } from '../../../shared/media/rendition.ts';
import type { FigureWords } from './wordsFor.ts';

/** What is to be made of one use of a picture. */
export interface RenditionOrder {
  /** A size by its name, or by its longest side in pixels: then what moves and is larger stands still. */
  readonly copies: readonly { readonly size: RenditionSize | number; readonly format: RenditionFormat }[];
  /** What the story says of it; null for a picture on its own. */
  readonly figure: FigureWords | null;
  readonly cut: PictureCut;
  /** Whether the place it was taken goes along. */
  readonly keepPlace: boolean;
}

/** A picture as it goes out. */
export interface Rendition {
  readonly bytes: Buffer;
  readonly type: PictureType;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly report: RenditionReport;
}
