import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { StetError } from '../../../shared/lang/result.ts';
import { WORD_FIELDS, type PictureAsset } from '../../../shared/media/asset.ts';
import type { PictureType } from '../../../shared/media/mediaTypes.ts';
import { RENDITION_EDGES, type RenditionReport } from '../../../shared/media/rendition.ts';
import { sniffPicture } from '../../../shared/media/sniffPicture.ts';
import { Lanes } from '../media/Lanes.ts';
import type { MediaFiles } from '../media/MediaFiles.ts';
import type { Renderer } from '../media/Renderer.ts';
import { ByteReader, sourceOf } from '../media/structure/ByteReader.ts';
import type { PictureStructure } from '../media/structure/PictureStructure.ts';
import { readStructure } from '../media/structure/readStructure.ts';
import { stampGif } from './container/stampGif.ts';
import { stampJpeg } from './container/stampJpeg.ts';
import { stampPng } from './container/stampPng.ts';
import { stampWebp } from './container/stampWebp.ts';
import type { PictureWords } from './metadata/PictureWords.ts';
import { findPrivate, type PrivateMatters } from './findPrivate.ts';
import type { Rendition, RenditionOrder } from './Rendition.ts';
import type { RenditionCache } from './RenditionCache.ts';
import { wordsFor } from './wordsFor.ts';

type Copy = RenditionOrder['copies'][number];

/** Grows when the same picture would be developed differently, so that nothing kept before is used. */
const DEVELOPING = 1;

/** Metadata is written anew and never copied: what is not said here is not in the file. */
const STAMPS: Readonly<Partial<Record<PictureType, (picture: Buffer, words: PictureWords) => Buffer>>> = {
  'image/jpeg': stampJpeg,
  'image/png': stampPng,
  'image/webp': stampWebp,
  'image/gif': stampGif,
};

/**
 * Makes the pictures that go out: developed outside this process and kept in a cache, then given the
 * words of the story and of the original, and nothing else of what that says. Originals are only read.
 */
export class RenditionMaker {
  readonly #files: MediaFiles;
  readonly #renderer: Renderer;
  readonly #cache: RenditionCache;
  /** One at a time: whoever asks for the same finds it made. */
  readonly #lane = new Lanes(1);

  constructor(files: MediaFiles, renderer: Renderer, cache: RenditionCache) {
    this.#files = files;
    this.#renderer = renderer;
    this.#cache = cache;
  }

  /**
   * The copies of a stored picture that were ordered, in their order. Throws StetError `damagedPicture`, `notFound`, or why the
   * picture cannot be decoded; its sentence names the picture.
   */
  make(asset: PictureAsset, order: RenditionOrder): Promise<Rendition[]> {
    return this.#lane.run(async () => {
      try {
        return await this.#make(asset, order);
      } catch (error) {
        if (!(error instanceof StetError) || error.code === 'damagedPicture') throw error;
        throw new StetError(error.code, `“${asset.fileName}” cannot go out. ${error.message}`, error.retryable);
      }
    });
  }

  async #make(asset: PictureAsset, order: RenditionOrder): Promise<Rendition[]> {
    const original = this.#files.original(asset.id);
    const structure = await readOriginal(original, asset);
    const { readEmbedded } = await import('../media/embedded/readEmbedded.ts');
    const { metadata } = readEmbedded(structure.blocks);
    const matters = findPrivate(structure.blocks);
    const words = wordsFor(metadata, order.figure, order.keepPlace ? matters.place : null);
    const isCut = order.cut.crop !== undefined || order.cut.turn !== undefined;
    const mayMove = structure.animated && !isCut && (asset.type === 'image/gif' || asset.type === 'image/webp');
    const isTooLarge = ({ size }: Copy) =>
      typeof size === 'number' ? Math.max(asset.width, asset.height) > size : size === 'thumb';
    const still = order.copies.filter((copy) => !mayMove || isTooLarge(copy));
    const developed = await this.#develop(asset, original, still, order.cut);
    const renditions: Rendition[] = [];
    for (const copy of order.copies) {
      const picture = developed.get(copy) ?? (await this.#readWhole(asset, original));
      renditions.push(await stamp(picture, words, { matters, moves: !developed.has(copy) }));
    }
    return renditions;
  }

  /** Pixels for these copies: from the cache, or decoded once for all that are not there. */
  async #develop(asset: PictureAsset, original: string, copies: readonly Copy[], cut: RenditionOrder['cut']) {
    const developed = new Map<Copy, Buffer>();
    const nameOf = ({ size, format }: Copy) => {
      const kind = createHash('sha256')
        .update(JSON.stringify([cut.turn, cut.crop]))
        .digest('hex')
        .slice(0, 8);
      return `${asset.id}-${size}-${kind}-${DEVELOPING}.${format}`;
    };
    for (const copy of copies) {
      const kept = await this.#cache.find(nameOf(copy));
      if (kept) developed.set(copy, kept);
    }
    const missing = copies.filter((copy) => !developed.has(copy));
    if (missing.length === 0) return developed;
    if (!(await this.#files.isWhole(asset.id))) throw damaged(asset);
    const wanted = missing.map(({ size, format }) => ({
      edge: typeof size === 'number' ? size : RENDITION_EDGES[size],
      format,
    }));
    const pictures = await this.#renderer.develop(original, { cut, copies: wanted });
    for (const [index, copy] of missing.entries()) {
      const picture = pictures[index];
      if (!picture) throw new StetError('noDecoder', 'The picture could not be drawn; trying again may help.', true);
      developed.set(copy, Buffer.from(picture));
      await this.#cache.keep(nameOf(copy), picture);
    }
    return developed;
  }

  async #readWhole(asset: PictureAsset, original: string): Promise<Buffer> {
    const bytes = await readFile(original);
    if (createHash('sha256').update(bytes).digest('hex') !== asset.id) throw damaged(asset);
    return bytes;
  }
}

async function readOriginal(path: string, asset: PictureAsset): Promise<PictureStructure> {
  const file = await open(path, 'r').catch(() => {
    throw new StetError('notFound', `The file of the picture is missing from the library.`);
  });
  try {
    return await readStructure(new ByteReader(file, (await file.stat()).size), asset.type);
  } catch (error) {
    // It could be read when it was taken in.
    throw error instanceof StetError ? damaged(asset) : error;
  } finally {
    await file.close();
  }
}

async function stamp(
  picture: Buffer,
  words: PictureWords,
  { matters, moves }: { readonly matters: PrivateMatters; readonly moves: boolean },
): Promise<Rendition> {
  const sniffed = sniffPicture(picture);
  const write = sniffed.kind === 'picture' ? STAMPS[sniffed.type] : undefined;
  if (sniffed.kind !== 'picture' || !write) throw new StetError('noDecoder', 'The picture could not be drawn.', true);
  const bytes = write(picture, words);
  const { width, height } = await readStructure(new ByteReader(sourceOf(bytes), bytes.length), sniffed.type);
  return { bytes, type: sniffed.type, width, height, report: reportOf(words, matters, moves) };
}

function reportOf(words: PictureWords, { kinds }: PrivateMatters, moves: boolean): RenditionReport {
  const kept: RenditionReport['kept'] = WORD_FIELDS.flatMap((field) => {
    const value = words[field];
    return value === undefined ? [] : [{ field, value: typeof value === 'string' ? value : value.join(', ') }];
  });
  const { place } = words;
  if (place) kept.push({ field: 'place', value: `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}` });
  return { kept, removed: kinds.filter((kind) => kind !== 'place' || !place), moves };
}

function damaged({ fileName }: PictureAsset): StetError {
  return new StetError(
    'damagedPicture',
    `The picture “${fileName}” is damaged in the library, so it cannot go out. Put it into the story again, or take it out.`,
  );
}
