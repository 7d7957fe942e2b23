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

/** What the pictures are called there, counted from 1; each says the bookmark of its paragraph and the beginning of its hash. */
export const PICTURE_NAME = 'StetPicture';
/** How much of a hash is said: nobody makes another picture of it by chance. */
export const HASH_LETTERS = 16;

const NAMES = {
  xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
  'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
};

/**
 * Where the document comes from and which files its pictures were (hashes by the bookmarks of their paragraphs), in properties that other
 * programs keep as they are.
 */
export function originPart(origin: Origin, pictures: ReadonlyMap<string, string>): ExtraPart {
  const facts = [
    ...(['story', 'version'] as const).map((key) => [ORIGIN_NAMES[key], origin[key]] as const),
    ...Array.from(pictures, ([bookmark, sha256], index) => {
      return [`${PICTURE_NAME}${index + 1}`, `${bookmark} ${sha256.slice(0, HASH_LETTERS)}`] as const;
    }),
  ];
  const properties = facts
    .filter(([, value]) => value !== '')
    .map(([name, value], index) => {
      const own = { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name };
      return element('property', own, element('vt:lpwstr', {}, value));
    });
  return {
    path: 'docProps/custom.xml',
    type: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    relation: `${RELATIONSHIPS}/custom-properties`,
    xml: XML + element('Properties', NAMES, properties.join('')),
  };
}
