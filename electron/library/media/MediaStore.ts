import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostAnswer, HostPayload } from '../../../shared/ipc/hostContract.ts';
import type { LibraryEventData } from '../../../shared/ipc/libraryContract.ts';
import { StetError } from '../../../shared/lang/result.ts';
import { fileEnding } from '../../../shared/media/fileEnding.ts';
import type { Asset, HouseWords, PictureAsset, PictureField } from '../../../shared/media/asset.ts';
import { isPicture, MEDIUM_NOUNS, mediumOf } from '../../../shared/media/medium.ts';
import { refusePicture } from '../../../shared/media/pictureRefusal.ts';
import type { AssetId, StoryId } from '../../../shared/story/ids.ts';
import { timestamp, type Clock } from '../clock.ts';
import type { Database } from '../db/Database.ts';
import type { MediaAccess } from '../libraryAccess.ts';
import type { LibraryFolder } from '../libraryFolder.ts';
import { asDiskError } from './asDiskError.ts';
import { AssetTable } from './AssetTable.ts';
import { Incoming } from './Incoming.ts';
import { Lanes } from './Lanes.ts';
import { MediaFiles } from './MediaFiles.ts';
import { measureFile } from './measureFile.ts';
import type { Renderer } from './Renderer.ts';
import { Renditions } from './Renditions.ts';
import type { Rendition, RenditionOrder } from '../renditions/Rendition.ts';
import { RenditionCache } from '../renditions/RenditionCache.ts';
import type { RenditionMaker } from '../renditions/RenditionMaker.ts';

/** How far a picture has been read. */
export type MediaProgress = Pick<LibraryEventData<'media.progressed'>, 'step' | 'share'>;

type Measured = Awaited<ReturnType<typeof measureFile>>;

/** An original that a backup has to hold. */
export interface StoredFile {
  readonly id: AssetId;
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
}

/** Copying is the disk's work and decoding another process's: more than this at once only makes all of them late. */
const ADDED_AT_ONCE = 2;
/** How much of the whole is done when a step begins; the copying takes most of it. */
const SHARES = { measuring: 0.6, storing: 0.9 } as const;

/**
 * The library's pictures and recordings (DESIGN D7): each stored once under the SHA-256 of its bytes, which are never changed; what is
 * known of it in a row that is written only after the file is on the disk.
 */
export class MediaStore implements MediaAccess {
  readonly #table: AssetTable;
  readonly #files: MediaFiles;
  readonly #renditions: Renditions;
  readonly #maker: () => Promise<RenditionMaker>;
  readonly #clock: Clock;
  readonly #lanes = new Lanes(ADDED_AT_ONCE);

  constructor(parts: {
    readonly database: Database;
    readonly folder: Pick<LibraryFolder, 'media' | 'cache'>;
    readonly renderer: Renderer;
    readonly clock: Clock;
  }) {
    this.#table = new AssetTable(parts.database);
    this.#files = new MediaFiles(parts.folder);
    this.#renditions = new Renditions(this.#files, parts.renderer);
    this.#clock = parts.clock;
    let maker: Promise<RenditionMaker> | null = null;
    // Needed when something goes out; the library opens without it.
    this.#maker = () =>
      (maker ??= import('../renditions/RenditionMaker.ts').then(
        (module) =>
          new module.RenditionMaker(
            this.#files,
            parts.renderer,
            new RenditionCache(join(parts.folder.cache, 'renditions')),
          ),
      ));
  }

  /**
   * Stores a picture or a recording; the same bytes again give the same asset, with what was known of it. Answered when file and row are
   * on the disk. Throws StetError with the sentence of the refusal, and leaves nothing behind.
   */
  add(
    picture: Parameters<MediaAccess['add']>[0],
    onProgress: (progress: MediaProgress) => void = () => undefined,
  ): Promise<Asset> {
    return this.#lanes.run(() => this.#add(picture, onProgress));
  }

  async #add(
    picture: Parameters<MediaAccess['add']>[0],
    onProgress: (progress: MediaProgress) => void,
  ): Promise<Asset> {
    onProgress({ step: 'reading', share: 0 });
    const incoming = await Incoming.take(picture, await this.#files.newIncoming().catch(asDiskError), (share) =>
      onProgress({ step: 'reading', share: share * SHARES.measuring }),
    );
    try {
      const { id, bytes } = incoming;
      onProgress({ step: 'measuring', share: SHARES.measuring });
      const known = this.find(id);
      // What is known of a picture that was elsewhere so far is what others said of it.
      const isProven = known !== null && !standInOf(known);
      const asset = isProven
        ? known
        : { ...toAsset(id, bytes, await this.#measure(incoming), picture.name, timestamp(this.#clock)), ...own(known) };
      onProgress({ step: 'storing', share: SHARES.storing });
      await incoming.complete();
      await this.#files.place(incoming.path, id).catch(asDiskError);
      // The same bytes may have been stored by another add meanwhile; what was known first stays.
      const first = this.find(id);
      const isNew = !first || standInOf(first) !== null;
      if (isNew) this.#table.put(asset);
      onProgress({ step: 'done', share: 1 });
      return isNew ? asset : first;
    } finally {
      await incoming.discard();
    }
  }

  async addStandIn(
    original: PictureAsset,
    { id, path }: { readonly id: AssetId; readonly path: string },
  ): Promise<void> {
    if (this.#files.hasOriginal(original.id)) return;
    const isNew = this.find(id) === null;
    const copy = await this.add({ name: original.fileName, path });
    if (!isPicture(copy)) throw refusePicture('notAPicture');
    if (isNew) this.#table.put({ ...copy, standsFor: original.id });
    const shown = this.standIn(original.id);
    if (shown && shown.width * shown.height >= copy.width * copy.height) return;
    const { house: _, ...said } = original;
    const known = this.find(original.id);
    this.#table.put({ ...(known && isPicture(known) ? known : said), standIn: copy.id });
  }

  standIn(id: AssetId): PictureAsset | null {
    const asset = this.find(id);
    if (!asset || !isPicture(asset) || !asset.standIn || this.#files.hasOriginal(id)) return null;
    const copy = this.find(asset.standIn);
    return copy && isPicture(copy) && this.#files.hasOriginal(copy.id) ? copy : null;
  }

  async #measure(incoming: Incoming): Promise<Measured> {
    const measured = await measureFile(incoming.file, incoming.bytes);
    // What plays is not decoded here: the page says whether it can.
    if ('width' in measured) await this.#renditions.prove(incoming.path, incoming.id);
    return measured;
  }

  /** What is known of a stored picture; null for one that is not here, or whose row is damaged until `verify` mends it. */
  find(id: AssetId): Asset | null {
    const asset = this.#table.find(id);
    return asset === 'damaged' ? null : asset;
  }

  /** The same, and what was not asked of a picture when it was taken in is read from its file now. Throws StetError `notFound`. */
  async read(id: AssetId): Promise<Asset> {
    const asset = this.find(id);
    if (!asset) throw new StetError('notFound', 'This picture is not in the library.');
    if (isReadWhole(asset) || !this.#files.hasOriginal(id)) return asset;
    const { size, mtime: _, ...measured } = await this.#measureOriginal(id);
    const { house } = asset;
    const read = { ...toAsset(id, size, measured, asset.fileName, asset.createdAt), ...(house && { house }) };
    this.#table.put(read);
    return read;
  }

  /** Remembers what a picture's next uses begin with; null forgets. The file is not touched. Throws StetError `notFound`. */
  async remember(id: AssetId, field: PictureField, words: string | null): Promise<Asset> {
    const { house = {}, ...asset } = await this.read(id);
    const { [field]: _, ...others } = house;
    const kept: HouseWords = words === null || words.trim() === '' ? others : { ...others, [field]: words.trim() };
    const remembered: Asset = Object.keys(kept).length === 0 ? asset : { ...asset, house: kept };
    this.#table.put(remembered);
    return remembered;
  }

  pathOf(id: AssetId): string | null {
    return this.#files.hasOriginal(id) ? this.#files.original(id) : null;
  }

  async makeRenditions(id: AssetId, order: RenditionOrder): Promise<Rendition[]> {
    const asset = this.standIn(id) ?? this.find(id);
    if (!asset) throw new StetError('notFound', 'This picture is not in the library.');
    if (!isPicture(asset)) throw refusePicture('notAPicture');
    return (await this.#maker()).make(asset, order);
  }

  /** Pictures added last first; of one story, or of the whole library. */
  list({ storyId, limit }: { readonly storyId: StoryId | null; readonly limit: number }): Asset[] {
    const listed = storyId === null ? this.#table.newest(limit) : this.#table.usedBy(storyId, limit);
    return listed.filter((asset) => !isPicture(asset) || asset.standsFor === undefined);
  }

  /**
   * The file that shows a picture at a size; made first if need be. Throws StetError `notFound` for an unknown id or a
   * missing file, or why the picture cannot be shown.
   */
  async locate({ id, size }: HostPayload<'media.locate'>): Promise<HostAnswer<'media.locate'>> {
    const found = this.#table.find(id);
    const asset = found === 'damaged' ? await this.#mend(id) : found;
    if (!asset) throw new StetError('notFound', 'This picture is not in the library.');
    const path = this.pathOf(id);
    const copy = this.standIn(id);
    if (copy) return { ...(await this.locate({ id: copy.id, size })), isStandIn: true };
    if (path === null) throw new StetError('notFound', `The file of “${asset.fileName}” is missing from the library.`);
    if (size === 'original') return { path, type: asset.type };
    if (!isPicture(asset)) throw new StetError('notFound', 'A recording has no picture of its own.');
    return this.#renditions.locate(asset, size);
  }

  /** Every original that is there, for a backup to copy. Their bytes never change, so a copy once made stays good. */
  files(): StoredFile[] {
    return this.#table.ids().flatMap((id) => {
      const path = this.pathOf(id);
      const bytes = this.find(id)?.bytes ?? 0;
      return path === null ? [] : [{ id, path, bytes }];
    });
  }

  /** Reads every original and compares it with its name. One sentence per file that is missing or damaged. */
  async verify(): Promise<string[]> {
    const problems: string[] = [];
    for (const id of this.#table.ids()) {
      const found = this.#table.find(id);
      // It is elsewhere, and not lost; the copy is looked at for itself.
      if (this.standIn(id)) continue;
      const sound = this.#files.hasOriginal(id) ? await this.#files.isWhole(id) : null;
      const asset = found === 'damaged' && sound ? await this.#mend(id) : found;
      const name =
        asset && asset !== 'damaged'
          ? `${MEDIUM_NOUNS[mediumOf(asset.type)]} “${asset.fileName}”`
          : `picture with the id ${id.slice(0, 12)}…`;
      const uses = this.#table.uses(id);
      const used = uses === 0 ? 'no story uses it' : uses === 1 ? 'one story uses it' : `${uses} stories use it`;
      if (sound === null) problems.push(`The ${name} is missing (${used}). Add the same file again.`);
      else if (!sound) problems.push(`The ${name} is damaged on the disk (${used}). Add the same file again.`);
      else if (found === 'damaged') problems.push(`What was known of the ${name} was damaged; it was read again.`);
    }
    return problems;
  }

  /** Puts a damaged row right from the picture itself; null when that cannot be read. Its name is lost. */
  async #mend(id: AssetId): Promise<Asset | null> {
    if (!this.#files.hasOriginal(id)) return null;
    try {
      const { size, mtime, ...measured } = await this.#measureOriginal(id);
      const fileName = `${mediumOf(measured.type)}.${fileEnding(measured.type)}`;
      const asset = toAsset(id, size, measured, fileName, mtime.toISOString());
      this.#table.put(asset);
      return asset;
    } catch {
      return null;
    }
  }

  async #measureOriginal(id: AssetId): Promise<Measured & { readonly size: number; readonly mtime: Date }> {
    const file = await open(this.#files.original(id), 'r');
    try {
      const { size, mtime } = await file.stat();
      return { ...(await measureFile(file, size)), size, mtime };
    } finally {
      await file.close();
    }
  }
}

function standInOf(asset: Asset): AssetId | null {
  return isPicture(asset) ? (asset.standIn ?? null) : null;
}

/** What of an asset is the library's own word, and not the file's. */
function own(asset: Asset | null): Partial<Pick<Asset, 'house' | 'createdAt'>> {
  return asset ? { createdAt: asset.createdAt, ...(asset.house && { house: asset.house }) } : {};
}

/** Whether all we ask of a file today was asked of it. */
function isReadWhole(asset: Asset): boolean {
  return asset.provenance !== undefined && (isPicture(asset) || asset.duration !== undefined);
}

function toAsset(id: AssetId, bytes: number, measured: Measured, fileName: string, createdAt: string): Asset {
  const { embedded, provenance } = measured;
  const known = { id, bytes, fileName, createdAt, embedded, provenance };
  if (!('width' in measured)) {
    const { type, duration, frame } = measured;
    return { ...known, type, duration, ...(frame && { frame }) };
  }
  return { ...known, type: measured.type, width: measured.width, height: measured.height };
}
