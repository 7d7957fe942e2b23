import type { EmbeddedMetadata } from '../../../shared/media/asset.ts';
import type { FigureField } from '../nodes/FigureNode.ts';

/** The credit line of a picture as desks write it: who took it and for whom, each once. */
function creditLine({ creator, credit, source }: EmbeddedMetadata): string {
  const parts: string[] = [];
  for (const part of [creator, credit ?? source]) {
    const name = part?.trim() ?? '';
    const isSaid = parts.some((said) => said.toLowerCase().includes(name.toLowerCase()));
    if (name !== '' && !isSaid) parts.push(name);
  }
  return parts.join(' / ');
}

/** What a picture says about itself, for the fields of its figure; empty where it says nothing. */
export function embeddedFields(embedded: EmbeddedMetadata): Readonly<Record<FigureField, string>> {
  return {
    caption: embedded.caption?.trim() ?? '',
    credit: creditLine(embedded),
    alt: embedded.alt?.trim() ?? '',
  };
}
