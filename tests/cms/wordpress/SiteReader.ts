import type { Person } from './WordPressSite.ts';

/** A post or a file, as far as the tests look at it. */
export interface SiteItem {
  readonly id: number;
  readonly slug: string;
  readonly author: number;
  readonly status: string;
  readonly source_url: string;
  readonly alt_text: string;
  readonly title: { readonly raw: string };
  readonly content: { readonly raw: string };
  readonly excerpt: { readonly raw: string };
  readonly caption: { readonly raw: string };
  readonly media_details: { readonly sizes: Readonly<Record<string, unknown>> };
  readonly featured_media: number;
  readonly categories: readonly number[];
  readonly tags: readonly number[];
  readonly meta: Readonly<Record<string, string>>;
}

/** Looks at a site, and changes it, as somebody else would: by plain requests, not by the code under test. */
export class SiteReader {
  constructor(
    private readonly url: string,
    private readonly person: Pick<Person, 'login' | 'secret'>,
  ) {}

  async ask(method: string, path: string, json?: unknown): Promise<unknown> {
    const login = Buffer.from(`${this.person.login}:${this.person.secret}`).toString('base64');
    // Every site answers at this address, with pretty ones or without.
    const answer = await fetch(`${this.url}/?rest_route=/wp/v2/${path.replace('?', '&')}`, {
      method,
      headers: { authorization: `Basic ${login}`, 'content-type': 'application/json' },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async post(id: number | string): Promise<SiteItem> {
    return (await this.ask('GET', `posts/${id}?context=edit`)) as SiteItem;
  }

  /** All posts with these words in them, whatever their status. */
  async posts(words: string): Promise<SiteItem[]> {
    const query = `context=edit&status=any&per_page=100&search=${encodeURIComponent(words)}`;
    return (await this.ask('GET', `posts?${query}`)) as SiteItem[];
  }

  async media(words: string): Promise<SiteItem[]> {
    return (await this.ask('GET', `media?context=edit&per_page=100&search=${encodeURIComponent(words)}`)) as SiteItem[];
  }

  /** Puts a picture into the site’s library. */
  async upload(bytes: Buffer, name: string, words: Readonly<Record<string, string>>): Promise<SiteItem> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name);
    for (const [field, value] of Object.entries(words)) form.set(field, value);
    const login = Buffer.from(`${this.person.login}:${this.person.secret}`).toString('base64');
    const headers = { authorization: `Basic ${login}` };
    const answer = await fetch(`${this.url}/wp-json/wp/v2/media`, { method: 'POST', headers, body: form });
    if (!answer.ok) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as SiteItem;
  }

  change(id: number | string, fields: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.ask('POST', `posts/${id}`, fields);
  }
}
