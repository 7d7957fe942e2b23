import { cutTexts } from './cutText.ts';
import { splitNames, type PictureWords } from './PictureWords.ts';

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
} as const;

/** A JPEG holds a packet in one segment, with the name of its kind (XMP part 3, §1.1.3). */
const MAX_PACKET_BYTES = 65_000;
/** Text beyond this is no caption any more. */
const MAX_TEXT_BYTES = 32_768;

/** Text in XML 1.0: without characters it has no way to write. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function simple(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeXml(text)}</${name}>`;
}

/** A text in one language, the one for everybody. */
function localized(name: string, text: string | undefined): string {
  if (text === undefined) return '';
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>`;
}

function list(name: string, kind: 'Seq' | 'Bag', texts: readonly string[] | undefined): string {
  if (!texts || texts.length === 0) return '';
  const items = texts.map((text) => `<rdf:li>${escapeXml(text)}</rdf:li>`).join('');
  return `<${name}><rdf:${kind}>${items}</rdf:${kind}></${name}>`;
}

function packet(words: PictureWords): Buffer {
  const declared = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  const properties = [
    list('dc:creator', 'Seq', words.creator === undefined ? [] : splitNames(words.creator)),
    localized('dc:description', words.caption),
    localized('dc:rights', words.copyright),
    list('dc:subject', 'Bag', words.keywords),
    simple('photoshop:Headline', words.headline),
    simple('photoshop:Credit', words.credit),
    simple('photoshop:Source', words.source),
    simple('photoshop:DateCreated', words.dateCreated),
    simple('photoshop:City', words.city),
    simple('photoshop:Country', words.country),
    localized('xmpRights:UsageTerms', words.usageTerms),
    localized('Iptc4xmpCore:AltTextAccessibility', words.alt),
    localized('Iptc4xmpCore:ExtDescrAccessibility', words.extendedDescription),
  ];
  return Buffer.from(
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
      `<rdf:Description rdf:about=""${declared.join('')}>${properties.join('')}</rdf:Description>` +
      '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  );
}

/**
 * An XMP packet that says these words and nothing else (ISO 16684-1; IPTC Core 1.4), small enough for one segment of a JPEG:
 * texts no desk would write are cut for that, all to the same length.
 */
export function writeXmp(words: PictureWords): Buffer {
  for (let limit = MAX_TEXT_BYTES; ; limit /= 2) {
    const written = packet(cutTexts(words, limit));
    if (written.length <= MAX_PACKET_BYTES) return written;
  }
}
