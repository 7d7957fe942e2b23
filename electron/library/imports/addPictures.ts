import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BlockDetail } from '../../../shared/import/htmlToBlocks.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { Asset } from '../../../shared/media/asset.ts';
import { isPicture } from '../../../shared/media/medium.ts';
import { MAX_PICTURE_BYTES } from '../../../shared/media/mediaLimits.ts';
import type { Block, Figure } from '../../../shared/story/block.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import type { MediaAccess } from '../libraryAccess.ts';
import { fillFigure } from './fillFigure.ts';

/** Where the bytes of a document's pictures are. */
export interface PictureSources {
  /** The document's file; its pictures may lie in its folder and below, nowhere else. */
  readonly path: string;
  /** Pictures that came inside the document, by the address it gives them. */
  readonly inside: ReadonlyMap<string, Uint8Array>;
  /** Stet wrote the document: a caption it does not have was not wanted. */
  readonly isOurs: boolean;
}

type Found = { readonly name: string; readonly path: string } | { readonly name: string; readonly bytes: Uint8Array };
interface Problem {
  readonly problem: 'remote' | 'missing' | 'outside';
}
interface Refusal {
  readonly name: string;
  readonly refusal: string;
}
type Outcome = Asset | Problem | Refusal;

/**
 * Stores the pictures and recordings of a document and puts them into its figures. What cannot be had stays a place with its caption and
 * credit, and a sentence says why; nothing is ever fetched from the network.
 */
export async function addPictures(
  blocks: readonly Block[],
  details: ReadonlyMap<BlockId, BlockDetail>,
  sources: PictureSources,
  media: MediaAccess,
): Promise<{ blocks: Block[]; notes: string[] }> {
  const outcomes = new Map<string, Outcome>();
  const filled: Block[] = [];
  const get = async (src: string, figure: Figure) => {
    const outcome = outcomes.get(src) ?? (await add(src, figure, sources, media));
    outcomes.set(src, outcome);
    return outcome;
  };
  for (const block of blocks) {
    const reference = block.type === 'figure' ? details.get(block.id)?.picture : undefined;
    if (block.type !== 'figure' || !reference || block.assetId !== null) {
      filled.push(block);
      continue;
    }
    const known = await get(reference.src, block);
    const figure = 'id' in known ? fillFigure(block, known, sources.isOurs) : block;
    const poster = figure.medium === 'video' && reference.poster ? await get(reference.poster, block) : null;
    filled.push(poster && 'id' in poster && isPicture(poster) ? { ...figure, poster: poster.id } : figure);
  }
  return { blocks: filled, notes: describe(outcomes) };
}

async function add(src: string, figure: Figure, sources: PictureSources, media: MediaAccess): Promise<Outcome> {
  const found = await find(src, figure, sources);
  if ('problem' in found) return found;
  try {
    return await media.add(found);
  } catch (error) {
    // A full disk concerns the whole import; a bad picture only its place.
    if (!(error instanceof StetError) || error.retryable) throw error;
    return { name: found.name, refusal: error.message };
  }
}

async function find(src: string, figure: Figure, { path, inside }: PictureSources): Promise<Found | Problem> {
  const name = figure.fileName || 'picture';
  const bytes = inside.get(src) ?? (/^data:/i.test(src) ? readDataUrl(src) : undefined);
  if (bytes) return { name, bytes };
  if (src === '' || /^data:/i.test(src)) return { problem: 'missing' };
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(src) && !/^file:/i.test(src)) return { problem: 'remote' };
  if (/^(?!file:)[a-z][a-z0-9+.-]+:/i.test(src)) return { problem: 'missing' };
  return await findBeside(src, name, dirname(path));
}

/** A file by an address relative to the document: in its folder or below, links to elsewhere not followed. */
async function findBeside(src: string, name: string, folder: string): Promise<Found | Problem> {
  try {
    const home = await realpath(folder);
    const isUrl = /^file:/i.test(src);
    for (const relative of isUrl ? [fileURLToPath(src)] : readings(src)) {
      const asked = resolve(home, relative);
      const isInside = (file: string) => file.startsWith(home.endsWith(sep) ? home : home + sep);
      if ((isAbsolute(relative) && !isUrl) || !isInside(asked)) return { problem: 'outside' };
      const there = await realpath(asked).catch(() => null);
      if (there === null) continue;
      return isInside(there) ? { name: name || basename(there), path: there } : { problem: 'outside' };
    }
  } catch {
    // An address no path can be made of.
  }
  return { problem: 'missing' };
}

/** An address as a path: percent signs may stand for characters or for themselves, a query belongs to a server. */
function readings(src: string): string[] {
  const bare = src.split(/[?#]/)[0] ?? src;
  const all = [src, bare].flatMap((address) => {
    try {
      return [decodeURIComponent(address), address];
    } catch {
      return [address];
    }
  });
  return [...new Set(all.map((address) => address.replaceAll('\\', '/')))].filter((address) => !address.includes('\0'));
}

/** The bytes of a `data:` address (RFC 2397); undefined if it holds none, or more than a picture can have. */
function readDataUrl(src: string): Uint8Array | undefined {
  const comma = src.indexOf(',');
  if (comma < 0 || src.length - comma > MAX_PICTURE_BYTES * 1.4) return undefined;
  const isBase64 = /;\s*base64\s*$/i.test(src.slice(0, comma));
  try {
    const data = decodeURIComponent(src.slice(comma + 1));
    const bytes = Buffer.from(data, isBase64 ? 'base64' : 'latin1');
    return bytes.length > 0 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function describe(outcomes: ReadonlyMap<string, Outcome>): string[] {
  const counts = { remote: 0, missing: 0, outside: 0 };
  const refusals: Refusal[] = [];
  for (const outcome of outcomes.values()) {
    if ('problem' in outcome) counts[outcome.problem] += 1;
    else if ('refusal' in outcome) refusals.push(outcome);
  }
  const kept = 'The place, the caption and the credit are kept.';
  const notes: string[] = [];
  if (counts.remote > 0) notes.push(`${pictures(counts.remote)} on the web and not fetched. ${kept}`);
  if (counts.missing > 0) notes.push(`${pictures(counts.missing)} not with the document. ${kept}`);
  if (counts.outside > 0)
    notes.push(`${pictures(counts.outside)} outside the document's folder and not taken. ${kept}`);
  for (const { name, refusal } of refusals) notes.push(`“${name}” was not taken in: ${refusal} ${kept}`);
  return notes;
}

function pictures(count: number): string {
  return count === 1 ? 'A picture is' : `${count} pictures are`;
}
