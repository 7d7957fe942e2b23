import {
  METADATA_SOURCES,
  WORD_FIELDS,
  type EmbeddedMetadata,
  type MetadataSource,
  type Provenance,
  type WordField,
} from '../../../../shared/media/asset.ts';
import type { MetadataBlocks } from '../structure/PictureStructure.ts';
import { exifFields } from './exifFields.ts';
import { iimFields } from './iimFields.ts';
import { pngFields } from './pngFields.ts';
import { readResources } from './readResources.ts';
import { saysTheSame } from './saysTheSame.ts';
import { xmpFields } from './xmpFields.ts';

/** What a picture says about itself, where it says so, and how it is to be turned (EXIF orientation, 1 to 8). */
export interface Embedded {
  readonly metadata: EmbeddedMetadata;
  readonly provenance: Provenance;
  readonly orientation: number;
}

const MAX_KEYWORDS = 200;

/**
 * Joins what XMP, IPTC-IIM, EXIF and a PNG's texts say. XMP comes first: its text is never cut off and always in Unicode,
 * and alone has the alt text. IIM comes before it when a program changed only that one afterwards (see `readResources`),
 * save where it holds no more than the beginning of the same words.
 */
export function readEmbedded({ exif, xmp, moreXmp, resources, texts }: MetadataBlocks): Embedded {
  const { iim, iimIsNewer } = resources ? readResources(resources) : { iim: null, iimIsNewer: false };
  const fromExif = exif ? exifFields(exif) : { fields: {}, orientation: 1 };
  const said: Readonly<Record<MetadataSource, EmbeddedMetadata>> = {
    xmp: { ...(moreXmp ? filled(xmpFields(moreXmp)) : {}), ...(xmp ? filled(xmpFields(xmp)) : {}) },
    iptc: iim ? iimFields(iim) : {},
    exif: fromExif.fields,
    png: texts ? pngFields(texts) : {},
  };
  const joined: Record<string, unknown> = {};
  const provenance: Provenance = {};
  for (const field of WORD_FIELDS) {
    const order = inOrder(field, said, iimIsNewer).filter((source) => said[source][field] !== undefined);
    const [from, ...rest] = order;
    if (from === undefined) continue;
    joined[field] = said[from][field];
    const value = wordsOf(said[from][field]);
    const others = rest.flatMap((source) => {
      const other = wordsOf(said[source][field]);
      return saysTheSame(field, value, other) ? [] : [{ from: source, value: other }];
    });
    provenance[field] = { from, others };
  }
  if (METADATA_SOURCES.some((source) => said[source].hasLocation)) joined['hasLocation'] = true;
  const metadata = joined as EmbeddedMetadata;
  if (metadata.keywords) metadata.keywords = [...new Set(metadata.keywords)].slice(0, MAX_KEYWORDS);
  return { metadata, provenance, orientation: fromExif.orientation };
}

function inOrder(
  field: WordField,
  { xmp, iptc }: Readonly<Record<MetadataSource, EmbeddedMetadata>>,
  iimIsNewer: boolean,
): readonly MetadataSource[] {
  const [x, i] = [xmp[field], iptc[field]];
  const isCut = typeof x === 'string' && typeof i === 'string' && x.startsWith(i);
  return iimIsNewer && !isCut ? ['iptc', 'xmp', 'exif', 'png'] : METADATA_SOURCES;
}

function wordsOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value ?? []).join(', ');
}

/** Without the fields that are there and say nothing, so that they hide none of another packet. */
function filled(fields: EmbeddedMetadata): EmbeddedMetadata {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
