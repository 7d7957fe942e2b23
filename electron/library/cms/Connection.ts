import type { ExportPictures } from '../../../shared/export/exportPicture.ts';
import type { JobAction } from '../../../shared/targets/job.ts';
import type { Receipt } from '../../../shared/targets/receipt.ts';
import type { Target, TargetReport } from '../../../shared/targets/target.ts';
import type { Block } from '../../../shared/story/block.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import type { StoryFields } from '../../../shared/story/fields.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { RemoteStory } from '../../../shared/targets/remoteStory.ts';
import type { Asset } from '../../../shared/media/asset.ts';

/** A file that goes along with a story. */
export interface ShippedFile {
  /** Of its bytes, 64 hex digits. */
  readonly sha256: string;
  readonly type: string;
  readonly bytes: number;
  /** Words and the beginning of the hash, in ASCII, with the ending: the same bytes always have the same name. */
  readonly name: string;
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
  /** The stored picture or recording it shows, neither cut nor turned; null where it is. */
  readonly whole: AssetId | null;
  /** The same for the same picture in the same cut, size and credit: files alike differ in the words that are in them, at most. */
  readonly likeness: string;
  read(): Promise<Buffer>;
}

/** What a file is known by: its bytes, the stored file it is, and what it shows. */
export type FileName = Pick<ShippedFile, 'sha256' | 'whole' | 'likeness'>;

/** A story as it was when somebody pressed “Send”, with everything that goes along; nothing of it changes any more. */
export interface Shipment {
  /** The same for a story and a target for ever: what is there with this key is ours. */
  readonly key: string;
  readonly story: Story;
  readonly pictures: ExportPictures;
  /** In the order of the story, posters included, each once. */
  readonly files: readonly ShippedFile[];
  /** The text goes now, the files at a later word. */
  readonly isTextOnly: boolean;
}

/** What a connection knows of one job, kept on the disk: a step is written before it is taken and after it is done. */
export interface Journal {
  /** What was written of a step, or undefined. */
  read(step: string): unknown;
  write(step: string, value: unknown): void;
  /** What the target was left with by the last delivery of this story, or null when there was none. */
  readonly base: unknown;
  /** What a person decided when this job asked. */
  readonly decision: JobAction | null;
  /** Says what is being done; `bytes` are those of this job that have gone out. */
  report(words: string, bytes: number): void;
  /** Aborted when the job is paused, cancelled, or the library closes. */
  readonly signal: AbortSignal;
}

/** What came of a delivery. */
export interface Delivered {
  readonly receipt: Omit<Receipt, 'targetId' | 'targetName' | 'bytes'>;
  /** What an update compares with; plain JSON. */
  readonly base: unknown;
}

/** What a story that is opened from a site may do here. */
export interface OpenHost {
  /** Keeps a file in the library; throws StetError with the sentence of the refusal. */
  keep(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Asset>;
  /** The pictures and recordings come along; else their places do. */
  readonly hasFiles: boolean;
  readonly signal: AbortSignal;
}

/** A story as it is on a site, in our blocks. */
export interface OpenedStory {
  /** The key it is known by there, where it has one of ours. */
  readonly key: string | null;
  readonly fields: StoryFields;
  readonly blocks: readonly Block[];
  /** What an update compares with; plain JSON. */
  readonly base: unknown;
  /** Sentences about what stays on the site and is not shown here, and what could not be had. */
  readonly notes: readonly string[];
}

/** A way into one target. Everything throws DeliveryError. */
export interface Connection {
  /** Finds out what works there; writes nothing. */
  test(): Promise<TargetReport>;
  /**
   * Brings a story there, or what has become of it. Whatever happened before (a crash, a lost answer), there is one story
   * there afterwards, and each file once.
   */
  deliver(shipment: Shipment, journal: Journal): Promise<Delivered>;
  /** Which files the target has already, as far as is known without asking. */
  has?(base: unknown, file: FileName): boolean;
  /** The stories there whose words match, the last changed first, `MOST_LISTED` at most; left out where none can be opened. */
  list?(words: string, signal: AbortSignal): Promise<RemoteStory[]>;
  /** Reads one of them; an update sent back changes there what was changed here, and nothing else. */
  open?(remoteId: string, host: OpenHost): Promise<OpenedStory>;
  /** Whether a base is that of this story there. */
  isOf?(base: unknown, remoteId: string): boolean;
}

/** What a connection is made with. */
export interface ConnectionParts {
  readonly target: Target;
  /** The password or key; null where the kind needs none. */
  readonly secret: string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Makes a connection; asks nothing yet. */
export type Connect = (parts: ConnectionParts) => Connection;
