import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { figureAssets } from '../../../shared/export/placePictures.ts';
import { assetSchema, type Asset, type PictureAsset } from '../../../shared/media/asset.ts';
import { isPicture } from '../../../shared/media/medium.ts';
import { migrateStory } from '../../../shared/story/migrations.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import { hashStory } from '../hashStory.ts';
import { isSignedBy } from '../handover/IdentityFile.ts';
import { PACKED_STORY, SIGNATURE, type Handover } from './handoverFormat.ts';
import { FileHash } from './FileHash.ts';
import { readLetter } from './letter/letterFile.ts';
import { readRequest } from './mediaRequest.ts';
import { MediaRequestError } from './MediaRequestError.ts';
import { readSignedFile } from './readSignedFile.ts';
import type { PackageEntry } from './planPackage.ts';
import { hashPackage } from './writePackage.ts';
import { badSignature, damaged, newer, notAPackage, PackageArchive } from './PackageArchive.ts';
import {
  ASSETS,
  MANIFEST,
  manifestSchema,
  mediaPath,
  PACKAGE_FORMAT,
  PACKAGE_LIMITS,
  STAND_IN_FORMAT,
  STORY,
  type Manifest,
} from './packageFormat.ts';

/** A picture out of a package: its bytes are in the file at `path`, which is gone when the package is closed. */
export interface PackagePicture {
  readonly asset: Asset;
  readonly path: string;
}

/** A picture that is elsewhere, as its sender describes it, and the smaller copy that came. */
export interface PackageStandIn {
  readonly original: PictureAsset;
  readonly copy: PackagePicture;
}

/** What a package held, all of it checked. */
export interface PackageContent {
  readonly story: Story;
  readonly pictures: readonly PackagePicture[];
  /** Pictures of which a smaller copy is in the package. */
  readonly standIns: readonly PackageStandIn[];
  /** Who handed it over and as what; null for one that was only exported. Its signature holds. */
  readonly handover: Handover | null;
  /** What the story shows and is not in the package. */
  readonly lost: ReadonlySet<AssetId>;
  /** Sentences about what was passed over. */
  readonly notes: readonly string[];
}

/**
 * Opens a package, checks every hash, and lends its content to `use`; the unpacked pictures are removed when that is done
 * or has failed. Sentences call it by `name`. Nothing is unpacked before the archive is known to be harmless, nothing is lent before all of it is
 * known to be sound. Throws StetError `notAPackage`, `mediaRequest`, `newerFormat`, `unsafePackage`, `packageTooLarge`,
 * `lockedPackage`, `damagedPackage`, `badSignature`, `invalidStory`, `cannotRead`, `diskFull`, `diskError`.
 */
export async function readPackage<Answer>(
  path: string,
  use: (content: PackageContent) => Promise<Answer>,
  name = basename(path),
): Promise<Answer> {
  const signed = await readSignedFile(path);
  if (signed) {
    if (signed.kind === 'newer') throw newer(name);
    if (signed.kind === 'request') throw new MediaRequestError(readRequest(signed.bytes, name), name);
    const { story, handover } = readLetter(signed.bytes, name);
    return use({ story, pictures: [], standIns: [], handover, lost: lostOf(story, [], []), notes: [] });
  }
  const archive = await PackageArchive.open(path, name);
  try {
    const manifest = await readManifest(archive);
    const story = await readStory(archive, manifest);
    const assets = await readAssets(archive, manifest);
    const folder = await mkdtemp(join(tmpdir(), 'stet-package-'));
    try {
      const pictures: PackagePicture[] = [];
      for (const entry of manifest.entries) {
        const asset = assets.get(entry.path);
        const copy = asset && join(folder, asset.id);
        await archive.check(entry, copy);
        if (asset && copy) pictures.push({ asset, path: copy });
      }
      const { handover = null } = manifest;
      if (handover) await assertUntouched(archive, path, manifest, pictures);
      const standIns = standInsOf([...assets.values()], pictures);
      const isCopy = new Set(standIns.map(({ copy }) => copy.asset.id));
      const notes = notesOnFiles(archive, manifest);
      const lost = lostOf(story, pictures, standIns);
      const originals = pictures.filter(({ asset }) => !isCopy.has(asset.id));
      return await use({ story, pictures: originals, standIns, handover, lost, notes });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } finally {
    archive.close();
  }
}

async function readManifest(archive: PackageArchive): Promise<Manifest> {
  if (!archive.paths.includes(MANIFEST)) throw notAPackage(archive.name);
  const text = await archive.readText(MANIFEST);
  const data = parseJson(archive, text, MANIFEST);
  const { format } = z.object({ format: z.unknown() }).catch({ format: null }).parse(data);
  if (typeof format === 'number' && format > STAND_IN_FORMAT) throw newer(archive.name);
  const manifest = manifestSchema.safeParse(data);
  if (!manifest.success) throw damaged(archive.name, MANIFEST);
  await assertSigned(archive, manifest.data, text);
  const paths = manifest.data.entries.map((entry) => entry.path);
  const needed = [storyPath(manifest.data), ...(manifest.data.handover ? [] : [ASSETS])];
  if (new Set(paths).size !== paths.length || !needed.every((path) => paths.includes(path)))
    throw damaged(archive.name, MANIFEST);
  return manifest.data;
}

function storyPath({ handover }: Manifest): string {
  return handover ? PACKED_STORY : STORY;
}

/**
 * What the signature does not cover, the archive's own records, has only one spelling: written again, a package that is handed
 * over gives the same bytes. Throws StetError `badSignature` for one that does not.
 */
async function assertUntouched(
  archive: PackageArchive,
  path: string,
  manifest: Manifest,
  pictures: readonly PackagePicture[],
): Promise<void> {
  const files = new Map(pictures.map(({ asset, path: file }) => [mediaPath(asset), { asset, file }]));
  const entries: PackageEntry[] = [];
  for (const name of ['mimetype', MANIFEST, SIGNATURE, ...manifest.entries.map((entry) => entry.path)]) {
    const picture = files.get(name);
    entries.push(picture ? { path: name, picture } : { path: name, bytes: await archive.readBytes(name) });
  }
  const own = new FileHash();
  await pipeline(createReadStream(path), own, new Writable({ write: (_chunk, _encoding, done) => done() }));
  if ((await hashPackage(entries)).sha256 !== own.sha256) throw badSignature(archive.name);
}

/** A package of format 2 or 3 says whose it is, and only one of these does; then its manifest is signed by them. */
async function assertSigned(archive: PackageArchive, { format, handover }: Manifest, text: string): Promise<void> {
  if ((format === PACKAGE_FORMAT) !== (handover === undefined)) throw damaged(archive.name, MANIFEST);
  if (!handover) return;
  const signature = archive.paths.includes(SIGNATURE) ? await archive.readText(SIGNATURE) : '';
  if (!isSignedBy(handover.key, signature, Buffer.from(text, 'utf8'))) throw badSignature(archive.name);
}

async function readStory(archive: PackageArchive, manifest: Manifest): Promise<Story> {
  const path = storyPath(manifest);
  const text = await (manifest.handover ? archive.readPacked(path) : archive.readText(path));
  const data = parseJson(archive, text, path);
  const suggestions = z.array(z.unknown()).optional();
  const raw = z.object({ id: z.string(), fields: z.unknown(), blocks: z.unknown(), suggestions }).safeParse(data);
  try {
    // Hashed as it was written: bringing an older story up to date may change its shape.
    if (!raw.success || raw.data.id !== manifest.story.id || hashStory(raw.data as Story) !== manifest.story.hash)
      throw damaged(archive.name, STORY);
    return migrateStory(data);
  } catch (error) {
    // Data nested without end is no story either.
    throw error instanceof RangeError ? damaged(archive.name, STORY) : error;
  }
}

/** What is known of each picture the manifest names, by its place in the archive. */
async function readAssets(archive: PackageArchive, manifest: Manifest): Promise<Map<string, Asset>> {
  const isTold = manifest.entries.some(({ path }) => path === ASSETS);
  const assets = z.array(assetSchema).safeParse(isTold ? await readJson(archive, ASSETS) : []);
  if (!assets.success) throw damaged(archive.name, ASSETS);
  const byPath = new Map(assets.data.map((asset) => [mediaPath(asset), asset]));
  const named = manifest.entries.filter((entry) => entry.path.startsWith('media/'));
  for (const { path, bytes, sha256 } of named) {
    const asset = byPath.get(path);
    if (asset?.id !== sha256 || asset.bytes !== bytes) throw damaged(archive.name, path);
    const { pictureBytes, recordingBytes } = PACKAGE_LIMITS;
    if (bytes > (isPicture(asset) ? pictureBytes : recordingBytes)) throw damaged(archive.name, path);
  }
  // A picture whose file is not in it is there by its copy.
  const copies = new Set(named.map(({ sha256 }) => sha256));
  const without = [...byPath.values()].filter((asset) => !copies.has(asset.id));
  const isShown = (asset: Asset) => isPicture(asset) && asset.standIn !== undefined && copies.has(asset.standIn);
  if (!without.every(isShown) || without.length + named.length !== byPath.size) throw damaged(archive.name, ASSETS);
  if (without.length > 0 && manifest.format !== STAND_IN_FORMAT) throw damaged(archive.name, ASSETS);
  return byPath;
}

async function readJson(archive: PackageArchive, part: string): Promise<unknown> {
  return parseJson(archive, await archive.readText(part), part);
}

function parseJson(archive: PackageArchive, text: string, part: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(archive.name, part);
  }
}

/** The pictures that are here as a copy only. */
function standInsOf(assets: readonly Asset[], pictures: readonly PackagePicture[]): PackageStandIn[] {
  const here = new Map(pictures.map((picture) => [picture.asset.id, picture]));
  return assets.flatMap((asset) => {
    const copy = isPicture(asset) && asset.standIn !== undefined ? here.get(asset.standIn) : undefined;
    return isPicture(asset) && copy && !here.has(asset.id) ? [{ original: asset, copy }] : [];
  });
}

function notesOnFiles(archive: PackageArchive, manifest: Manifest): string[] {
  const notes: string[] = [];
  const named = new Set(['mimetype', MANIFEST, SIGNATURE, ...manifest.entries.map((entry) => entry.path)]);
  const extra = archive.paths.filter((path) => !named.has(path) && !path.endsWith('/'));
  if (extra.length > 0)
    notes.push(
      `The package holds ${extra.length === 1 ? 'a file' : `${extra.length} files`} that do not belong to it and were left there: ${extra.slice(0, 5).join(', ')}.`,
    );
  return notes;
}

/** The pictures and recordings the story shows that came neither as they are nor as a copy. */
function lostOf(
  story: Story,
  pictures: readonly PackagePicture[],
  standIns: readonly PackageStandIn[],
): ReadonlySet<AssetId> {
  const here = new Set([...pictures.map(({ asset }) => asset.id), ...standIns.map(({ original }) => original.id)]);
  const shown = story.blocks.flatMap((block) => (block.type === 'figure' ? figureAssets(block) : []));
  return new Set(shown.filter((id) => !here.has(id)));
}
