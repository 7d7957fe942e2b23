import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SiteFile } from '../../../../shared/export/wordpress/wordPressBlock.ts';
import { escapeText } from '../../../../shared/export/html/escapeHtml.ts';
import { askPerson } from '../DeliveryError.ts';
import type { Journal, ShippedFile } from '../Connection.ts';
import { readJson } from '../http/judgeAnswer.ts';
import { multipart } from '../http/multipart.ts';
import { wordsOf } from './fileWords.ts';
import { judgeWordPress } from './judgeWordPress.ts';
import { keptFileSchema, type KeptFile } from './post.ts';
import type { WordPressApi } from './WordPressApi.ts';

const mediaSchema = z.object({
  id: z.int(),
  source_url: z.string(),
  alt_text: z.string().catch(''),
});
const FIELDS = 'id,source_url,alt_text';
/** Set where the file was taken but its smaller sizes could not be made: the file is there, whatever the status says. */
const HALF_MADE = 'x-wp-upload-attachment-id';

export interface SendFileParts {
  readonly api: WordPressApi;
  readonly journal: Journal;
  /** A meta key of the site’s media for the credit, where it has one. */
  readonly creditKey: string | null;
  readonly onSent: (bytes: number) => void;
}

/**
 * Has the site keep a file once: what is there by the hash in its name is adopted, whoever’s attempt it was; only what is not
 * there is uploaded, with the MD5 that WordPress checks it by.
 */
export async function sendFile(file: ShippedFile, parts: SendFileParts): Promise<KeptFile> {
  const { api, journal, onSent } = parts;
  const step = `file:${file.sha256}`;
  const known = keptFileSchema.safeParse(journal.read(step));
  if (known.success) return known.data;
  const there = await findFile(api, file);
  const kept = { ...(there ?? (await upload(file, parts))), likeness: file.likeness, words: wordsOf(file) };
  onSent(file.bytes);
  journal.write(step, kept);
  return kept;
}

async function findFile(api: WordPressApi, { sha256 }: ShippedFile): Promise<SiteFile | null> {
  const mark = sha256.slice(0, 12);
  const query = { search: mark, per_page: 20, _fields: FIELDS };
  const found = await api.ask('GET', 'wp/v2/media', z.array(mediaSchema), { query });
  const own = found.find(({ source_url }) => source_url.includes(mark));
  return own ? { id: own.id, url: own.source_url } : null;
}

async function upload(file: ShippedFile, { api, creditKey, onSent }: SendFileParts): Promise<SiteFile> {
  const bytes = await file.read();
  const { type, body } = multipart(
    {
      title: file.caption.slice(0, 120) || file.name,
      alt_text: file.alt,
      caption: wordsOf(file).caption,
      description: escapeText(file.credit),
      ...(creditKey !== null && { [`meta[${creditKey}]`]: file.credit }),
    },
    { field: 'file', name: file.name, type: file.type, bytes },
  );
  const answer = await api.askAnyway('POST', 'wp/v2/media', {
    query: { _fields: FIELDS },
    raw: {
      body,
      headers: { 'content-type': type, 'content-md5': createHash('md5').update(bytes).digest('hex') },
      // Its head and fields are of no account.
      onSent: (sent) => onSent(Math.min(sent, file.bytes)),
    },
  });
  const half = answer.headers[HALF_MADE];
  if (answer.status >= 500 && typeof half === 'string' && /^\d+$/.test(half)) return finish(api, Number(half));
  judgeWordPress(answer, Date.now());
  const made = mediaSchema.safeParse(readJson(answer.text));
  if (made.success) return { id: made.data.id, url: made.data.source_url };
  // Taken, it seems, but not told where: looking it up says more than sending it again.
  const found = await findFile(api, file);
  if (found) return found;
  throw askPerson('badAnswer', 'The site took a file and did not say where it is.');
}

/** Has the site make the sizes it did not come to. */
async function finish(api: WordPressApi, id: number): Promise<SiteFile> {
  await api.askAnyway('POST', `wp/v2/media/${id}/post-process`, { json: { action: 'create-image-subsizes' } });
  const media = await api.ask('GET', `wp/v2/media/${id}`, mediaSchema, { query: { _fields: FIELDS } });
  return { id: media.id, url: media.source_url };
}
