import { createHmac } from 'node:crypto';
import type { GhostFacts } from './GhostSite.ts';

/** A node of a post’s text, as far as the tests look at it. */
export interface ReadNode {
  readonly type: string;
  readonly src?: string;
  readonly html?: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly text?: string;
  readonly children?: readonly ReadNode[];
}

/** A post as the tests look at it. */
export interface ReadPost {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly status: string;
  readonly url: string;
  readonly html: string;
  readonly lexical: string;
  readonly custom_excerpt: string | null;
  readonly feature_image: string | null;
  readonly feature_image_alt: string | null;
  readonly feature_image_caption: string | null;
  readonly updated_at: string;
  readonly published_at: string | null;
  readonly tags: readonly { readonly id: string; readonly name: string }[];
  readonly authors: readonly { readonly name: string }[];
  readonly newsletter: unknown;
  readonly email: unknown;
}

/** Looks at a site, and changes it, as somebody else would: by plain requests, not by the code under test. */
export class GhostReader {
  constructor(private readonly site: Pick<GhostFacts, 'url' | 'key'>) {}

  async ask(method: string, path: string, json?: unknown): Promise<unknown> {
    const [kid = '', secret = ''] = this.site.key.split(':');
    const iat = Math.floor(Date.now() / 1000);
    const said = [
      { alg: 'HS256', kid, typ: 'JWT' },
      { iat, exp: iat + 60, aud: '/admin/' },
    ]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const signed = createHmac('sha256', Buffer.from(secret, 'hex')).update(said).digest('base64url');
    const answer = await fetch(`${this.site.url}/ghost/api/admin/${path}`, {
      method,
      headers: {
        authorization: `Ghost ${said}.${signed}`,
        ...(!(json instanceof FormData) && { 'content-type': 'application/json' }),
      },
      ...(json !== undefined && { body: json instanceof FormData ? json : JSON.stringify(json) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  }

  async post(id: string): Promise<ReadPost> {
    const { posts } = (await this.ask('GET', `posts/${id}/?formats=lexical,html`)) as { posts: ReadPost[] };
    if (!posts[0]) throw new Error(`No post ${id}`);
    return posts[0];
  }

  /** All posts with this headline, whatever their status. */
  async posts(title: string): Promise<ReadPost[]> {
    const filter = encodeURIComponent(`title:'${title.replaceAll("'", "\\'")}'`);
    const found = (await this.ask('GET', `posts/?formats=lexical,html&limit=100&filter=${filter}`)) as {
      posts: ReadPost[];
    };
    return found.posts;
  }

  async nodes(id: string): Promise<ReadNode[]> {
    const { root } = JSON.parse((await this.post(id)).lexical) as { root: { children: ReadNode[] } };
    return root.children;
  }

  /** Somebody at the site makes a post. */
  async make(fields: Readonly<Record<string, unknown>>): Promise<ReadPost> {
    const { posts } = (await this.ask('POST', 'posts/', { posts: [fields] })) as { posts: ReadPost[] };
    return this.post(posts[0]?.id ?? '');
  }

  /** Somebody at the site puts a picture there; its address. */
  async upload(bytes: Buffer, name: string): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name);
    const { images } = (await this.ask('POST', 'images/upload/', form)) as { images: { url: string }[] };
    return images[0]?.url ?? '';
  }

  /** Somebody at the site changes a post. */
  async change(id: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
    const { updated_at } = await this.post(id);
    await this.ask('PUT', `posts/${id}/`, { posts: [{ updated_at, ...fields }] });
  }

  async changeText(id: string, change: (lexical: string) => string): Promise<void> {
    const { lexical } = await this.post(id);
    const changed = change(lexical);
    if (changed === lexical) throw new Error('Nothing was changed');
    await this.change(id, { lexical: changed });
  }
}
