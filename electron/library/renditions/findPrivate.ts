import { PRIVATE_KINDS, type PrivateKind } from '../../../shared/media/rendition.ts';
import type { MetadataBlocks } from '../media/structure/PictureStructure.ts';
import type { Coordinates } from './metadata/PictureWords.ts';
import { TiffTags, type TiffDirectory } from '../media/embedded/TiffTags.ts';

/** What a picture says that is nobody's business. */
export interface PrivateMatters {
  readonly kinds: readonly PrivateKind[];
  /** Where it was taken, if EXIF says so in a way that makes sense. */
  readonly place: Coordinates | null;
}

const EXIF_POINTER = 0x8769;
const GPS_POINTER = 0x8825;
const GPS = { version: 0, latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 } as const;

/** Tags of EXIF and DNG in any directory but GPS. */
const TAGS: ReadonlyMap<number, PrivateKind> = new Map([
  [0xa431, 'serialNumbers'],
  [0xa435, 'serialNumbers'],
  [0xc62f, 'serialNumbers'],
  [0xa420, 'serialNumbers'],
  [0xa430, 'ownerName'],
  [0x927c, 'makerNotes'],
  [0xc634, 'makerNotes'],
  [0x010f, 'camera'],
  [0x0110, 'camera'],
  [0x829a, 'camera'],
  [0x829d, 'camera'],
  [0xa434, 'camera'],
  [0x0131, 'program'],
  [0x013c, 'program'],
]);

/** Names of XMP properties, whatever their prefix, as they stand in elements and attributes. */
const PROPERTIES: readonly (readonly [kind: PrivateKind, names: string])[] = [
  ['place', 'GPS\\w+|LocationCreated|LocationShown|Location'],
  ['serialNumbers', '(?:Body|Lens|Camera|Image)?SerialNumber|ImageUniqueID|LensID'],
  ['ownerName', '(?:Camera)?OwnerName'],
  ['facesNamed', 'Regions|RegionInfo|RegionList|PersonInImage|PersonInImageWDetails'],
  ['contact', 'CreatorContactInfo|Ci(?:Adr|Email|Tel|Url)\\w*'],
  ['thumbnail', 'Thumbnails'],
  [
    'editHistory',
    'History|DerivedFrom|Ingredients|Pantry|(?:Original)?DocumentID|InstanceID|DocumentAncestors|ToneCurve\\w*',
  ],
  ['camera', 'Make|Model|Lens|LensModel|ExposureTime|FNumber'],
  ['program', 'CreatorTool|Software'],
];
const PATTERNS = PROPERTIES.map(([kind, names]) => [kind, new RegExp(`[\\s<][\\w.-]+:(?:${names})[\\s=/>]`)] as const);

/** Photoshop's image resources: previews, and the path of what was edited. */
const RESOURCES: ReadonlyMap<number, PrivateKind> = new Map([
  [0x0409, 'thumbnail'],
  [0x040c, 'thumbnail'],
  [0x0421, 'program'],
]);

/** What in these blocks is left out of a rendition, by kind. What is broken in them counts as not there. */
export function findPrivate({ exif, xmp, moreXmp, resources }: MetadataBlocks): PrivateMatters {
  const found = new Set<PrivateKind>();
  const note = (kind: PrivateKind | undefined) => kind && found.add(kind);
  let place: Coordinates | null = null;
  if (exif) {
    const tags = new TiffTags(exif);
    const first = tags.first();
    const gps = tags.pointedBy(first, GPS_POINTER);
    for (const { values } of [first, tags.pointedBy(first, EXIF_POINTER)])
      for (const tag of values.keys()) note(TAGS.get(tag));
    // Its version alone says nothing.
    if ([...gps.values.keys()].some((tag) => tag !== GPS.version)) found.add('place');
    if (tags.directory(first.next).values.size > 0) found.add('thumbnail');
    place = coordinates(tags, gps);
  }
  for (const packet of [xmp, moreXmp]) {
    const text = packet ? Buffer.from(packet).toString('latin1') : '';
    for (const [kind, pattern] of PATTERNS) if (pattern.test(text)) found.add(kind);
  }
  if (resources) for (const number of resourceNumbers(resources)) note(RESOURCES.get(number));
  return { kinds: PRIVATE_KINDS.filter((kind) => found.has(kind)), place };
}

function coordinates(tags: TiffTags, gps: TiffDirectory): Coordinates | null {
  const [latitude, longitude] = [tags.threeRationals(gps, GPS.latitude), tags.threeRationals(gps, GPS.longitude)];
  if (!latitude || !longitude) return null;
  const reference = (tag: number) => tags.bytes(gps, tag)?.toString('latin1', 0, 1);
  const degrees = ([whole, minutes, seconds]: readonly [number, number, number]) =>
    whole + minutes / 60 + seconds / 3600;
  const place = {
    latitude: degrees(latitude) * (reference(GPS.latitudeRef) === 'S' ? -1 : 1),
    longitude: degrees(longitude) * (reference(GPS.longitudeRef) === 'W' ? -1 : 1),
  };
  return Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180 ? place : null;
}

function* resourceNumbers(resources: Uint8Array): Generator<number> {
  const view = Buffer.from(resources.buffer, resources.byteOffset, resources.byteLength);
  let at = 0;
  while (at + 12 <= view.length && view.toString('latin1', at, at + 4) === '8BIM') {
    yield view.readUInt16BE(at + 4);
    const nameLength = view.readUInt8(at + 6) + 1;
    const lengthAt = at + 6 + nameLength + (nameLength % 2);
    if (lengthAt + 4 > view.length) return;
    const length = view.readUInt32BE(lengthAt);
    at = lengthAt + 4 + length + (length % 2);
  }
}
