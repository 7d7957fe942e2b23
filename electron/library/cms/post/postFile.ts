import { createHash } from 'node:crypto';
import type { ShippedFile } from '../Connection.ts';
import { multipart } from '../http/multipart.ts';
import { judgeReceiver } from './judgeReceiver.ts';
import type { Receiver } from './Receiver.ts';

/** Where files are posted, and how. */
export interface FilePlace {
  readonly receiver: Receiver;
  /** What they are posted to. */
  readonly address: string;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** Where a file is found again once it is there: what it is posted to, and its name. */
export function fileAddress(address: string, name: string): string {
  return `${address.replace(/\/+$/, '')}/${encodeURIComponent(name)}`;
}

/** Whether the receiver has a file: asked by its name, which stands for its bytes. */
export async function isThere(name: string, { receiver, address, now, signal }: FilePlace): Promise<boolean> {
  const url = new URL(fileAddress(address, name));
  let answer = await receiver.ask({ method: 'HEAD', url, signal });
  if (answer.status === 405 || answer.status === 501) answer = await receiver.ask({ method: 'GET', url, signal });
  if (answer.status === 404 || answer.status === 410) return false;
  judgeReceiver(answer, 'look', now());
  return true;
}

/** Posts a file as Superdesk does: a form with its name (`media_id`) and its bytes (`media`). */
export async function postFile(
  file: ShippedFile,
  { receiver, address, now, signal }: FilePlace,
  onSent: (bytes: number) => void,
): Promise<void> {
  const bytes = await file.read();
  const { name, type: mime_type } = file;
  const { type, body } = multipart({ media_id: name, mime_type }, { field: 'media', name, type: mime_type, bytes });
  const answer = await receiver.ask({
    ...{ method: 'POST', url: new URL(address), body, signal },
    headers: { 'content-type': type, 'content-digest': digest(body), 'idempotency-key': `"${file.sha256}"` },
    onSent: (sent) => onSent(Math.min(sent, file.bytes)),
  });
  judgeReceiver(answer, 'file', now());
}

/** A body’s digest as RFC 9530 writes it: a receiver that looks at it knows when something was lost. */
export function digest(body: Buffer): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}
