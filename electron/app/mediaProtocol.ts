import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Session } from 'electron';
import type { HostAnswer, HostPayload } from '../../shared/ipc/hostContract.ts';
import type { Result } from '../../shared/lang/result.ts';
import { PICTURE_TYPES, RECORDING_TYPES } from '../../shared/media/mediaTypes.ts';
import { ASSET_ID, type AssetId } from '../../shared/story/ids.ts';
import { MEDIA_SECURITY_POLICY } from '../security/contentSecurityPolicy.ts';
import { PAGE_ORIGIN } from '../security/trustedSender.ts';
import { readByteRange } from './byteRange.ts';

type Locate = (payload: HostPayload<'media.locate'>) => Promise<Result<HostAnswer<'media.locate'>>>;

const SIZES = new Set<string>(['original', 'page', 'thumb']);
const TYPES = new Set<string>([...PICTURE_TYPES, ...RECORDING_TYPES]);
const HEADERS = {
  'content-security-policy': MEDIA_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'accept-ranges': 'bytes',
  // Our own page may read the pixels of what it shows, to take a video's poster from it; no other page is ever loaded.
  'access-control-allow-origin': PAGE_ORIGIN,
  // An asset's address names its bytes, so they never change; the session keeps them in memory only.
  'cache-control': 'private, max-age=31536000, immutable',
};

/**
 * Serves `media://asset/<64 hex>?size=page|thumb|original`: pictures and recordings by id, never by path. What the library does not know
 * is a 404, whatever the address looks like.
 */
export function serveMedia(session: Session, locate: Locate): void {
  session.protocol.handle('media', (request) => answerMedia(request, locate));
}

/** What the library is asked for at `address`, or null if that is not the address of a picture. */
export function readMediaAddress(address: string): HostPayload<'media.locate'> | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const id = url.pathname.slice(1);
  const size = url.searchParams.get('size') ?? 'page';
  if (url.protocol !== 'media:' || url.host !== 'asset' || !ASSET_ID.test(id) || !SIZES.has(size)) return null;
  return { id: id as AssetId, size: size as 'original' | 'page' | 'thumb' };
}

/** The response to one request; never throws. */
export async function answerMedia(request: Request, locate: Locate): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const wanted = readMediaAddress(request.url);
  if (!wanted) return refuse(404);
  try {
    const located = await locate(wanted);
    if (!located.ok) return refuse(located.error.retryable ? 503 : 404);
    const { path, type, isStandIn } = located.value;
    if (!TYPES.has(type)) return refuse(404);
    const { size } = await stat(path);
    const range = readByteRange(request.headers.get('range'), size);
    if (range === 'unsatisfiable') return refuse(416, { 'content-range': `bytes */${size}` });
    const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range;
    // What stands in for a picture is shown until that comes.
    const lasting = isStandIn ? { 'cache-control': 'no-store' } : {};
    const headers = { ...HEADERS, ...lasting, 'content-type': type, 'content-length': String(end - start + 1) };
    // An empty file has no last byte to read up to.
    const body = request.method === 'HEAD' || size === 0 ? null : createReadStream(path, { start, end });
    return new Response(body && (Readable.toWeb(body) as ReadableStream<Uint8Array>), {
      status: range === 'whole' ? 200 : 206,
      headers: range === 'whole' ? headers : { ...headers, 'content-range': `bytes ${start}-${end}/${size}` },
    });
  } catch {
    // Gone between looking it up and reading it: the page shows its placeholder.
    return refuse(404);
  }
}

function refuse(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, {
    status,
    headers: { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', ...headers },
  });
}
