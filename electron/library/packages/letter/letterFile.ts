import { bech32 } from '@scure/base';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { StetError } from '../../../../shared/lang/result.ts';
import { STORY_ID, type RevisionId, type StoryId } from '../../../../shared/story/ids.ts';
import { migrateStory } from '../../../../shared/story/migrations.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { handoverSchema, type Handover } from '../handoverFormat.ts';
import { damaged, tooLarge } from '../PackageArchive.ts';
import { COUNTED_LETTER_FORMAT, LETTER_FORMAT, PACKAGE_LIMITS } from '../packageFormat.ts';
import { MOST_SIGNED_BYTES, readSigned, signedFormat, writeSigned } from '../signedFile.ts';
import { readIds, writeIds } from './blockIds.ts';
import { readLetterText, writeLetterText } from './letterText.ts';
import { short } from './short.ts';

/*
 * A letter is a package of words alone, as small as it can be: a signed file (`signedFile`) of format 3, or 5 where it counts ids, that
 * says, one after the other, numbers big-endian:
 *
 *     1 byte      1: what to seal for the sender with follows (X25519, 32 bytes); 0: it does not
 *     16 bytes    the story's id
 *     2 bytes     how many revisions follow (16 bytes each): the one that is sent, its parents, those they come from
 *                 the ids of its blocks (`blockIds`)
 *     the rest    the text (`letterText`), packed with Brotli
 */
/** Of the revisions: what two bytes can say. */
const MOST = 0xfffe;

/** A story as a letter; null for one that does not fit, which travels in an archive. */
export function writeLetter(story: Story, handover: Handover, sign: (bytes: Uint8Array) => string): Buffer | null {
  const { revision, ancestors, by, key, seal } = handover;
  const { id, createdAt, parents } = revision;
  const { text, ids: blockIds } = writeLetterText(story, { id, by, createdAt, parents: parents.length });
  const revisions = [id, ...parents, ...ancestors];
  const bytes = Buffer.from(text, 'utf8');
  const ids = writeIds(blockIds, story.id);
  const fits = revisions.length <= MOST && bytes.length <= PACKAGE_LIMITS.packedBytes;
  if (!fits || ![story.id, ...revisions].every((one) => STORY_ID.test(one))) return null;
  if (ids === null) return null;
  const body = Buffer.concat([
    ...(seal === undefined ? [Buffer.of(0)] : [Buffer.of(1), bech32.decodeToBytes(seal).bytes]),
    uuid(story.id),
    ...[short(revisions.length), ...revisions.map(uuid)],
    ids.bytes,
    pack(bytes),
  ]);
  // What is larger gains nothing by being a letter.
  const letter = writeSigned(ids.isCounted ? COUNTED_LETTER_FORMAT : LETTER_FORMAT, { key, body }, sign);
  return letter.length > MOST_SIGNED_BYTES ? null : letter;
}

/**
 * What a letter says; sentences call it by `name`. Throws StetError `badSignature`, `damagedPackage`, `packageTooLarge`,
 * `invalidStory`.
 */
export function readLetter(file: Buffer, name: string): { readonly story: Story; readonly handover: Handover } {
  if (file.length > MOST_SIGNED_BYTES) throw tooLarge(name);
  const { key, body } = readSigned(file, name);
  try {
    return readBody(body, key, signedFormat(file) === COUNTED_LETTER_FORMAT);
  } catch (error) {
    if (error instanceof StetError) throw error;
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? tooLarge(name) : damaged(name, 'its words');
  }
}

function readBody(
  bytes: Buffer,
  key: string,
  isCounted: boolean,
): { readonly story: Story; readonly handover: Handover } {
  let at = 0;
  const take = (length: number) => {
    if (at + length > bytes.length) throw new RangeError('The letter ends too early.');
    return bytes.subarray(at, (at += length));
  };
  const takeShort = () => take(2).readUInt16BE();
  const seal = take(1)[0] === 1 ? { seal: bech32.encodeFromBytes('age', take(32)) } : {};
  const storyId = uuidText(take(16)) as StoryId;
  const [id, ...revisions] = Array.from({ length: takeShort() }, () => uuidText(take(16)) as RevisionId);
  if (id === undefined) throw new RangeError('No revision.');
  const ids = readIds(storyId, take, isCounted);
  const packed = take(bytes.length - at);
  const unpacked = brotliDecompressSync(packed, { maxOutputLength: PACKAGE_LIMITS.packedBytes });
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked);
  const { head, story } = readLetterText({ text, ids }, storyId, id);
  const { by, createdAt, parents } = head;
  const handover = handoverSchema.parse({
    revision: { id, createdAt, parents: revisions.slice(0, parents) },
    ...{ ancestors: revisions.slice(parents), by, key, ...seal, media: 'none' },
  });
  const migrated = migrateStory(story);
  if (migrated.id !== storyId) throw new RangeError('Another story than the letter says.');
  return { story: migrated, handover };
}

function pack(bytes: Buffer): Buffer {
  const { BROTLI_PARAM_MODE, BROTLI_PARAM_SIZE_HINT, BROTLI_MODE_FONT, BROTLI_MODE_GENERIC, BROTLI_MODE_TEXT } =
    constants;
  // Which of them does best only trying tells; with long texts it takes too long to matter.
  const modes = bytes.length > 65_536 ? [BROTLI_MODE_TEXT] : [BROTLI_MODE_GENERIC, BROTLI_MODE_TEXT, BROTLI_MODE_FONT];
  const packed = modes.map((mode) =>
    brotliCompressSync(bytes, { params: { [BROTLI_PARAM_MODE]: mode, [BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  );
  return packed.reduce((least, one) => (one.length < least.length ? one : least));
}

function uuid(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function uuidText(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
