import type { EmbeddedMetadata } from '../../../../shared/media/asset.ts';
import { IIM, readIim } from './readIim.ts';
import { tidyDate } from './tidyDate.ts';
import { tidyText } from './tidyText.ts';

/** What an IPTC-IIM block says. */
export function iimFields(block: Uint8Array): EmbeddedMetadata {
  const texts = readIim(block);
  const all = (number: number) => (texts.get(number) ?? []).flatMap((text) => tidyText(text) ?? []);
  const one = (number: number) => all(number)[0];
  const keywords = all(IIM.keywords);
  return {
    caption: one(IIM.caption),
    headline: one(IIM.headline),
    credit: one(IIM.credit),
    creator: all(IIM.byline).join(', ') || undefined,
    source: one(IIM.source),
    copyright: one(IIM.copyright),
    city: one(IIM.city),
    country: one(IIM.country),
    dateCreated: tidyDate(`${one(IIM.dateCreated) ?? ''}${one(IIM.timeCreated) ? `T${one(IIM.timeCreated)}` : ''}`),
    keywords: keywords.length > 0 ? keywords : undefined,
  };
}
