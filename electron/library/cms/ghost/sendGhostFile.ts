import { z } from 'zod';
import { askPerson } from '../DeliveryError.ts';
import type { Journal, ShippedFile } from '../Connection.ts';
import { readJson } from '../http/judgeAnswer.ts';
import { multipart } from '../http/multipart.ts';
import type { GhostApi } from './GhostApi.ts';
import { judgeGhost, readGhostError } from './judgeGhost.ts';

const uploadedSchema = z.array(z.object({ url: z.url() })).min(1);
const answerSchema = z.union([
  z.object({ images: uploadedSchema }).transform(({ images }) => images),
  z.object({ media: uploadedSchema }).transform(({ media }) => media),
]);
const siteSchema = z.object({ site: z.object({ url: z.url() }) });
/** A file on its way: the months (`2026/11`) in whose folder the site may have put it. */
const stepSchema = z.union([z.object({ url: z.string() }), z.object({ months: z.array(z.string()) })]);

const DAY_MS = 24 * 3_600_000;

interface SendParts {
  readonly api: GhostApi;
  readonly journal: Journal;
  readonly onSent: (bytes: number) => void;
}

/**
 * Has the site keep a file once, and answers its address. Ghost has no list of its files, but keeps their names: a file named by its
 * hash is looked for where it would lie if an earlier attempt had got through.
 */
export async function sendGhostFile(file: ShippedFile, { api, journal, onSent }: SendParts): Promise<string> {
  const step = `file:${file.sha256}`;
  const known = stepSchema.safeParse(journal.read(step)).data;
  if (known && 'url' in known) return known.url;
  const months = new Set([...(known?.months ?? []), ...monthsAround(api.now())]);
  const there = await findFile(file, months, api);
  if (!there) journal.write(step, { months: [...months] });
  const url = there ?? (await upload(file, { api, onSent }));
  onSent(file.bytes);
  journal.write(step, { url });
  return url;
}

/** The site’s zone may have another day than ours. */
function monthsAround(now: number): string[] {
  return [now - DAY_MS, now, now + DAY_MS].map((time) => new Date(time).toISOString().slice(0, 7).replace('-', '/'));
}

async function findFile(file: ShippedFile, months: ReadonlySet<string>, api: GhostApi): Promise<string | null> {
  for (const month of months) {
    const path = `/content/${folderOf(file)}/${month}/${file.name}`;
    if (!(await api.has(new URL(`${api.address}${path}`)))) continue;
    // The site’s own name may be another than the one it is reached by: files have the address it would have answered.
    const { site } = await api.ask('GET', 'site/', siteSchema);
    return `${site.url.replace(/\/+$/, '')}${path}`;
  }
  return null;
}

function folderOf({ type }: ShippedFile): 'images' | 'media' {
  return type.startsWith('image/') ? 'images' : 'media';
}

async function upload(file: ShippedFile, { api, onSent }: Omit<SendParts, 'journal'>): Promise<string> {
  const kind = folderOf(file);
  const fields = { ref: file.name, ...(kind === 'images' && { purpose: 'image' }) };
  const form = multipart(fields, { field: 'file', name: file.name, type: file.type, bytes: await file.read() });
  const answer = await api.askAnyway('POST', `${kind}/upload/`, {
    raw: {
      body: form.body,
      headers: { 'content-type': form.type },
      // Its head and fields are of no account.
      onSent: (sent) => onSent(Math.min(sent, file.bytes)),
    },
  });
  const error = readGhostError(answer);
  if (error && (answer.status === 400 || answer.status === 422))
    throw askPerson('notTaken', `Ghost does not take the file “${file.name}”. It says: ${error.message ?? ''}`, [
      'shrink',
    ]);
  judgeGhost(answer, api.now());
  const url = answerSchema.safeParse(readJson(answer.text)).data?.[0]?.url;
  if (url === undefined) throw askPerson('badAnswer', 'The site took a file and did not say where it is.');
  return url;
}
