import type { Brand } from '../lang/brand.ts';

/** Names a story for ever; a UUID in lower case. */
export type StoryId = Brand<string, 'StoryId'>;
/** Names a block inside one story for ever, whatever happens to its words; 12 characters of [a-z0-9]. */
export type BlockId = Brand<string, 'BlockId'>;
/** Names a gallery inside one story: the pictures that stand together share it; shaped like a block's id. */
export type GalleryId = Brand<string, 'GalleryId'>;
/** Names a thread of comments inside one story; shaped like a block's id. */
export type ThreadId = Brand<string, 'ThreadId'>;
/** Names a note of a thread; shaped like a block's id. */
export type NoteId = Brand<string, 'NoteId'>;
/** Names a step of a story through the desk; shaped like a block's id. */
export type StepId = Brand<string, 'StepId'>;
/** Names a layer of suggestions inside one story; shaped like a block's id. */
export type LayerId = Brand<string, 'LayerId'>;
/** Names a stored media file: the SHA-256 of its bytes, 64 hex digits. */
export type AssetId = Brand<string, 'AssetId'>;
/** Names a revision; a UUID in lower case. */
export type RevisionId = Brand<string, 'RevisionId'>;

export const STORY_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const BLOCK_ID = /^[a-z0-9_-]{1,64}$/;
export const ASSET_ID = /^[0-9a-f]{64}$/;

/** How many numbers 12 digits to the base 36 can say. */
const NAMES = 36n ** 12n;

/**
 * Names one after the other, from a place drawn by lot when the first is wanted: each start of the app, and each page, has its own.
 * Two series of a thousand names each meet with a chance of 1 in 2,000,000,000,000,000; drawn one by one they would a thousand
 * times as often. And names that follow each other take next to no room in what is packed.
 */
export class NameSeries {
  #last: bigint | null = null;

  next(): string {
    this.#last = ((this.#last ?? drawn()) + 1n) % NAMES;
    return this.#last.toString(36).padStart(12, '0');
  }
}

function drawn(): bigint {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  // 2^64 is no multiple: the slight lean towards the first numbers costs nothing here.
  return bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n) % NAMES;
}

/** Of their own, so that those of the blocks of a story stay together. */
const blockNames = new NameSeries();
const names = new NameSeries();

function newName(): string {
  return names.next();
}

/** A new block id: 12 characters from 36, so that a collision inside one newsroom is out of reach. */
export function newBlockId(): BlockId {
  return blockNames.next() as BlockId;
}

/** A new gallery id. */
export function newGalleryId(): GalleryId {
  return newName() as GalleryId;
}

/** A new id of a thread of comments. */
export function newThreadId(): ThreadId {
  return newName() as ThreadId;
}

/** A new id of a note. */
export function newNoteId(): NoteId {
  return newName() as NoteId;
}

/** A new id of a step. */
export function newStepId(): StepId {
  return newName() as StepId;
}

/** A new id of a layer of suggestions. */
export function newLayerId(): LayerId {
  return newName() as LayerId;
}

/** A new story id. */
export function newStoryId(): StoryId {
  return crypto.randomUUID() as StoryId;
}

/** A new revision id. */
export function newRevisionId(): RevisionId {
  return crypto.randomUUID() as RevisionId;
}
