const MISSING = 'stetMissing';
const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';

/**
 * A part of a Word document without references to nothing, which would end its reading: pictures refer to one that is
 * known to be missing, so that their place stays; links lose their address.
 */
export function mendRelations(xml: string, relations: string): { xml: string; relations: string } {
  const ids = new Set(Array.from(relations.matchAll(/\sId="([^"]*)"/g), ([, id]) => id));
  let isMissing = false;
  const mended = xml.replace(/\sr:(embed|link|id|pict)="([^"]*)"/g, (reference, kind: string, id: string) => {
    if (ids.has(id)) return reference;
    if (kind !== 'embed') return '';
    isMissing = true;
    return ` r:embed="${MISSING}"`;
  });
  if (!isMissing) return { xml: mended, relations };
  const missing = `<Relationship Id="${MISSING}" Type="${IMAGE}" Target="media/missing"/>`;
  const all = relations.includes('</Relationships>')
    ? relations.replace('</Relationships>', `${missing}</Relationships>`)
    : `<Relationships xmlns="${NAMESPACE}">${missing}</Relationships>`;
  return { xml: mended, relations: all };
}
