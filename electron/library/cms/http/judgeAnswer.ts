import type { z } from 'zod';
import { askPerson, DeliveryError } from '../DeliveryError.ts';
import type { SiteAnswer } from './SiteClient.ts';

const START_OF_JSON = /^\s*[[{]/;
const SHOWN_LENGTH = 160;

/** The JSON of an answer, or null where it is none: a plug-in’s warning before it makes it none, too. */
export function readJson(text: string): unknown {
  if (!START_OF_JSON.test(text)) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** How long the site asks to be left alone, in ms: seconds or a date (RFC 9110 §10.2.3); undefined where it does not say. */
function retryAfter({ headers }: Pick<SiteAnswer, 'headers'>, now: number): number | undefined {
  const said = headers['retry-after'];
  if (said === undefined) return undefined;
  const seconds = /^\d{1,6}$/.test(said.trim()) ? Number(said) * 1000 : Date.parse(said) - now;
  return Number.isFinite(seconds) ? Math.max(0, Math.min(seconds, 24 * 3_600_000)) : undefined;
}

/**
 * What every CMS means by the same answers: throws for those that may pass (429, 502, 503, 504) and for a page where JSON
 * should be (a captive portal, a login page, a warning before the JSON).
 */
export function judgeLine(answer: SiteAnswer, now: number): void {
  judgeBusy(answer, now);
  const { status, text } = answer;
  if (status >= 200 && status < 300 && readJson(text) === null) throw notTheSite(text);
}

/** What answered is somebody else: a captive portal, a login page. */
export function notTheSite(text: string): DeliveryError {
  return new DeliveryError(
    { kind: 'later', code: 'notJson', waitMs: 30_000 },
    `What answered is not the site: a Wi-Fi login page, perhaps. It says “${excerpt(text)}”.`,
  );
}

/** Throws for the answers of a site, or of what stands before it, that may be others after a while (429, 502, 503, 504). */
export function judgeBusy(answer: SiteAnswer, now: number): void {
  const { status } = answer;
  const waitMs = retryAfter(answer, now);
  const wait = waitMs === undefined ? {} : { waitMs };
  if (status === 429)
    throw new DeliveryError(
      { kind: 'later', code: 'tooMany', waitMs: waitMs ?? 30_000 },
      'The site asks for a pause: too many requests.',
    );
  if (status === 503)
    throw new DeliveryError({ kind: 'later', code: 'maintenance', ...wait }, 'The site is being maintained.');
  if (status === 502 || status === 504)
    throw new DeliveryError({ kind: 'later', code: 'gateway', ...wait }, 'The site did not answer in time.');
}

/** The site failed at it; it may not the next time. */
export function serverFailed(answer: Pick<SiteAnswer, 'headers'>, now: number, words: string): DeliveryError {
  const waitMs = retryAfter(answer, now);
  return new DeliveryError({ kind: 'later', code: 'server', ...(waitMs !== undefined && { waitMs }) }, words);
}

/** An answer by a schema; `whose` says in an error what was expected. Throws DeliveryError where it is nothing of the kind. */
export function readAs<Value>({ text }: Pick<SiteAnswer, 'text'>, schema: z.ZodType<Value>, whose: string): Value {
  const parsed = schema.safeParse(readJson(text));
  if (parsed.success) return parsed.data;
  throw askPerson('badAnswer', `The site’s answer is not what ${whose}. Nothing was taken from it.`);
}

/** What turns the words after it round, ours as well. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** The beginning of a page, without its markup. */
export function excerpt(text: string, length = SHOWN_LENGTH): string {
  const words = text
    .slice(0, 20_000)
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(TURNS, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length > length ? `${words.slice(0, length)}…` : words;
}
