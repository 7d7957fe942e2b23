import type { EmbeddedMetadata } from '../../../shared/media/asset.ts';
import { creditLine } from '../../../shared/media/creditLine.ts';
import type { FigureField } from '../nodes/FigureNode.ts';

/** What a picture says about itself, for the fields of its figure; empty where it says nothing. */
export function embeddedFields(embedded: EmbeddedMetadata): Readonly<Record<FigureField, string>> {
  return {
    caption: embedded.caption?.trim() ?? '',
    credit: creditLine(embedded),
    alt: embedded.alt?.trim() ?? '',
  };
}
