import type { EmbeddedMetadata } from '../../../shared/media/asset.ts';
import type { FigureField } from '../nodes/FigureNode.ts';

function says(whole: string, part: string): boolean {
  return whole.toLowerCase().includes(part.toLowerCase());
}

/** The credit line of a picture as desks write it: who took it and for whom, each said once. */
function creditLine({ creator = '', credit = '', source = '' }: EmbeddedMetadata): string {
  const who = creator.trim();
  const forWhom = credit.trim() || source.trim();
  if (says(who, forWhom)) return who;
  if (says(forWhom, who)) return forWhom;
  return `${who} / ${forWhom}`;
}

/** What a picture says about itself, for the fields of its figure; empty where it says nothing. */
export function embeddedFields(embedded: EmbeddedMetadata): Readonly<Record<FigureField, string>> {
  return {
    caption: embedded.caption?.trim() ?? '',
    credit: creditLine(embedded),
    alt: embedded.alt?.trim() ?? '',
  };
}
