import type { StoryId } from '../../story/ids.ts';
import { element } from '../xml/element.ts';
import { RELATIONSHIPS, XML, type ExtraPart } from './fixedParts.ts';

/** Which story a document was made of, and which version of it (the hash of its content; empty: not known). */
interface Origin {
  readonly story: StoryId;
  readonly version: string;
}

/** What these are called among the document's own properties. */
export const ORIGIN_NAMES: Readonly<Record<keyof Origin, string>> = { story: 'StetStory', version: 'StetVersion' };

const NAMES = {
  xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
  'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
};

/** Where the document comes from, in properties that other programs keep as they are. */
export function originPart(origin: Origin): ExtraPart {
  const properties = (['story', 'version'] as const)
    .filter((key) => origin[key] !== '')
    .map((key, index) => {
      const own = { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name: ORIGIN_NAMES[key] };
      return element('property', own, element('vt:lpwstr', {}, origin[key]));
    });
  return {
    path: 'docProps/custom.xml',
    type: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    relation: `${RELATIONSHIPS}/custom-properties`,
    xml: XML + element('Properties', NAMES, properties.join('')),
  };
}
