import { basename } from 'node:path/posix';
import { StetError } from '../../../shared/lang/result.ts';
import type { Asset } from '../../../shared/media/asset.ts';
import { MAX_PICTURE_BYTES } from '../../../shared/media/mediaLimits.ts';
import type { OpenHost } from './Connection.ts';
import { DeliveryError } from './DeliveryError.ts';
import { fetchFile } from './http/fetchFile.ts';

/** A file of a site in the library; or its name, and the sentence that says why it is not (null: nobody wanted it). */
export type BroughtFile = { readonly asset: Asset } | { readonly name: string; readonly note: string | null };

/** Brings a file of a site into the library. Throws what concerns all of them: a full disk, or that it was given up. */
export async function bringFile(url: string, origin: string, host: OpenHost): Promise<BroughtFile> {
  const name = fileNameOf(url);
  if (!host.hasFiles || url === '') return { name, note: null };
  try {
    const bytes = await fetchFile(url, { origin, most: MAX_PICTURE_BYTES, signal: host.signal });
    return { asset: await host.keep({ name, bytes }) };
  } catch (error) {
    // One file that cannot be had is a place in the story.
    const isRefusal = error instanceof DeliveryError || (error instanceof StetError && !error.retryable);
    if (!isRefusal || host.signal.aborted) throw error;
    return {
      name,
      note: `“${name}” could not be brought here: ${error.message} Its place, caption and credit are kept.`,
    };
  }
}

/** The name of the file at an address, as people read it. */
export function fileNameOf(address: string): string {
  const name = basename(address.split(/[?#]/)[0] ?? '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
