import type { SiteRequest } from './SiteClient.ts';

/** What is asked of a site’s API, beside the path. */
export interface SiteCall {
  readonly query?: Readonly<Record<string, string | number>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly raw?: Pick<SiteRequest, 'body' | 'headers' | 'onSent'>;
}

/** What goes along with a call: its JSON, or what it has as it is. */
export function payloadOf({ json, raw }: SiteCall): Pick<SiteRequest, 'body' | 'headers' | 'onSent'> {
  if (json === undefined) return raw ?? {};
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { body: Buffer.from(JSON.stringify(json)), headers, onSent: raw?.onSent };
}

/** Puts a call’s query behind an address. */
export function withQuery(url: URL, query: SiteCall['query'] = {}): URL {
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url;
}
