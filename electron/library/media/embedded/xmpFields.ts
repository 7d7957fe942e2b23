import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { load } from 'exifreader';
import type { EmbeddedMetadata } from '../../../../shared/media/asset.ts';
import { isCameraTalk } from './isCameraTalk.ts';
import { tidyDate } from './tidyDate.ts';
import { tidyText } from './tidyText.ts';

const PACKET_START = Buffer.from('<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>');
const OPENINGS = ['<x:xmpmeta', '<rdf:RDF'] as const;
const CLOSINGS = ['</x:xmpmeta>', '</rdf:RDF>'] as const;

type XmpTags = Readonly<Record<string, { readonly value: unknown } | undefined>>;

/**
 * The packet's one element, with the header by which the reader knows XMP before it. Its processing instructions are left
 * out: writers differ in them, and thousands of them would keep the reader busy.
 */
function packetOf(bytes: Uint8Array): ArrayBuffer | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.includes(OPENINGS[0]) ? 0 : 1;
  const start = view.indexOf(OPENINGS[kind]);
  const end = view.lastIndexOf(CLOSINGS[kind]);
  if (start < 0 || end < start) return null;
  const element = view.subarray(start, end + CLOSINGS[kind].length);
  if (element.includes('<?') || element.includes('<!DOCTYPE')) return null;
  const packet = new Uint8Array(PACKET_START.length + element.length);
  packet.set(PACKET_START);
  packet.set(element, PACKET_START.length);
  return packet.buffer;
}

/** The members of an array value, or the one value there is. */
function members(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function textOf(member: unknown): string | undefined {
  const value = typeof member === 'object' && member && 'value' in member ? member.value : member;
  return typeof value === 'string' ? tidyText(value) : undefined;
}

function languageOf(member: unknown): unknown {
  return (member as { readonly attributes?: { readonly lang?: unknown } } | undefined)?.attributes?.lang;
}

/** A text in several languages: the one its writer meant for everybody, else the first. */
function oneLanguage(value: unknown): string | undefined {
  const all = members(value);
  return textOf(all.find((member) => languageOf(member) === 'x-default')) ?? all.map(textOf).find(Boolean);
}

function captionOf(description: string | undefined): string | undefined {
  return description !== undefined && isCameraTalk(description) ? undefined : description;
}

/**
 * What an XMP packet says: Dublin Core's, Photoshop's and IPTC Core's properties, else TIFF's. A packet that is not well-formed says
 * nothing.
 */
export function xmpFields(bytes: Uint8Array): EmbeddedMetadata {
  const tags = readTags(bytes);
  const one = (name: string) => oneLanguage(tags[name]?.value);
  const all = (name: string) => members(tags[name]?.value).flatMap((member) => textOf(member) ?? []);
  const keywords = all('subject');
  return {
    // Last of all XMP's own copy of what EXIF says.
    caption: one('description') ?? captionOf(one('ImageDescription')),
    headline: one('Headline'),
    credit: one('Credit'),
    creator: all('creator').join(', ') || one('Artist'),
    source: one('Source'),
    copyright: one('rights') ?? one('Copyright'),
    usageTerms: one('UsageTerms'),
    alt: one('AltTextAccessibility'),
    extendedDescription: one('ExtDescrAccessibility'),
    city: one('City'),
    country: one('Country'),
    dateCreated: tidyDate(one('DateCreated')),
    keywords: keywords.length > 0 ? keywords : undefined,
    hasLocation: one('GPSLatitude') && one('GPSLongitude') ? true : undefined,
  };
}

function readTags(bytes: Uint8Array): XmpTags {
  const packet = packetOf(bytes);
  if (!packet) return {};
  try {
    // Handed in because a bundle has no package by name to look for.
    const domParser = new DOMParser({ onError: onErrorStopParsing });
    return load(packet, { expanded: true, domParser, includeTags: { xmp: true } }).xmp ?? {};
  } catch {
    return {};
  }
}
