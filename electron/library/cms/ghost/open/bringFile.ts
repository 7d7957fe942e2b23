import { basename } from 'node:path/posix';
import type { Asset } from '../../../../../shared/media/asset.ts';
import { MAX_PICTURE_BYTES } from '../../../../../shared/media/mediaLimits.ts';
import { StetError } from '../../../../../shared/lang/result.ts';
import type { OpenHost } from '../../Connection.ts';
import { DeliveryError } from '../../DeliveryError.ts';
import { fetchFile } from '../../http/fetchFile.ts';

/** A file of a site in the library, or the sentence that says why it is not. */
export type BroughtFile = { readonly asset: Asset } | { readonly name: string; readonly note: string | null };

/** Brings a picture of a post into the library. */
export async function bringFile(url: string, origin: string, host: OpenHost): Promise<BroughtFile> {
  const name = basename(URL.canParse(url, origin) ? new URL(url, origin).pathname : url);
  if (!host.hasFiles || url === '') return { name, note: null };
  try {
    const bytes = await fetchFile(url, { origin, most: MAX_PICTURE_BYTES, signal: host.signal });
    return { asset: await host.keep({ name, bytes }) };
  } catch (error) {
    // One file that cannot be had is a place in the story; a full disk concerns all of them.
    const isRefusal = error instanceof DeliveryError || (error instanceof StetError && !error.retryable);
    if (!isRefusal || host.signal.aborted) throw error;
    return { name, note: `“${name}” could not be brought here: ${error.message} Its caption and credit are kept.` };
  }
}
