import { leadFigure, postContent } from '../../../../shared/export/wordpress/postContent.ts';
import type { SiteFile } from '../../../../shared/export/wordpress/wordPressBlock.ts';
import type { TargetReport } from '../../../../shared/targets/target.ts';
import type { Connection, ConnectionParts, Delivered, Journal, Shipment, ShippedFile } from '../Connection.ts';
import { askPerson } from '../DeliveryError.ts';
import { excerpt } from '../http/judgeAnswer.ts';
import { SiteClient } from '../http/SiteClient.ts';
import { mergeRemote, unmerged } from '../merge/mergeRemote.ts';
import { findPost, readPost } from './findPost.ts';
import { findTerms, type FoundTerms } from './findTerms.ts';
import { baseOf, foundBase, postText } from './postBase.ts';
import { comparePost } from './comparePost.ts';
import { hashTexts, POST_FIELDS, postBaseSchema, postSchema, type Post, type PostBase } from './post.ts';
import { postMeta, postSlug, postTexts, standing } from './postFields.ts';
import { sendFile } from './sendFile.ts';
import { siteMeta } from './siteMeta.ts';
import { joinBlocks, splitBlocks } from './splitBlocks.ts';
import { testWordPress } from './testWordPress.ts';
import { WordPressApi } from './WordPressApi.ts';

/**
 * A WordPress by its REST API and an application password (WordPress 6.1 and later). Its API takes stale writes, so what is there is
 * compared before each one; it makes second posts and files of repeated requests, so what is there is looked up before.
 */
export class WordPressConnection implements Connection {
  readonly #client: SiteClient;

  constructor(private readonly parts: ConnectionParts) {
    const { target, secret } = parts;
    const login = Buffer.from(`${target.account}:${secret ?? ''}`).toString('base64');
    this.#client = new SiteClient(new URL(target.address).origin, () => (secret === null ? null : `Basic ${login}`));
  }

  async test(): Promise<TargetReport> {
    return testWordPress(await this.#api());
  }

  has(base: unknown, { sha256 }: Pick<ShippedFile, 'sha256'>): boolean {
    return postBaseSchema.safeParse(base).data?.files[sha256] !== undefined;
  }

  async deliver(shipment: Shipment, journal: Journal): Promise<Delivered> {
    const { story, key, isTextOnly } = shipment;
    const { target, now } = this.parts;
    const { profile } = target;
    const api = await this.#api(journal.signal);
    const base: PostBase | null = postBaseSchema.safeParse(journal.base).data ?? null;
    const files = isTextOnly ? filesThere(shipment, base) : await this.#sendFiles(api, shipment, journal);

    journal.report('Sending the text', total(shipment));
    const differences: string[] = [];
    const terms = await this.#findTerms(api, shipment, differences);
    const meta = postMeta(story, await siteMeta(api, 'posts'), key);
    const lead = profile.lead === 'inText' ? null : leadFigure(story);
    const leadFile = lead === null ? undefined : this.#fileOf(shipment, lead, files);
    const ours = {
      ...postTexts(story),
      // A recording brings a block for its description along.
      blocks: postContent(story, {
        ...{ pictures: shipment.pictures, site: files, key },
        hasByline: profile.byline === 'inText',
        leadOnTop: profile.lead === 'featured' && leadFile !== undefined,
      }).flatMap(splitBlocks),
    };

    const there = await this.#findThere(api, shipment, base, journal);
    const { decision } = journal;
    const merged = there
      ? mergeRemote(base ?? foundBase(ours, there), ours, postText(there), { decision, say: excerpt })
      : unmerged(ours);
    if (there && base && decision !== null) journal.write('theirs', there);
    const content = joinBlocks(merged.blocks.flatMap(({ stored }) => stored ?? []));
    const wish = decision === 'sendAsPending' ? ({ status: 'pending' } as const) : profile;
    const stand = standing(story.fields, wish, { now: now(), isTextOnly, current: there?.status ?? null });
    const sent = {
      ...{ title: merged.title, content, excerpt: merged.excerpt },
      ...stand,
      ...(!there && { slug: postSlug(story, key) }),
      ...(leadFile && { featured_media: leadFile.id }),
      ...(story.fields.categories.length > 0 && { categories: terms.categories.ids }),
      ...(profile.tags && story.fields.keywords.length > 0 && { tags: terms.tags.ids }),
      ...(Object.keys(meta).length > 0 && { meta }),
    };
    const path = there ? `wp/v2/posts/${there.id}` : 'wp/v2/posts';
    journal.write('post', { state: 'sending', id: there?.id ?? null });
    const written = await api.ask('POST', path, postSchema, {
      json: sent,
      query: { context: 'edit', _fields: POST_FIELDS },
    });
    journal.write('post', { state: 'written', id: written.id });

    const stored = await readPost(api, written.id);
    differences.push(...merged.kept, ...comparePost(sent, stored, there));
    return {
      receipt: {
        remoteId: String(stored.id),
        url: stored.link,
        editUrl: `${target.address}/wp-admin/post.php?post=${stored.id}&action=edit`,
        status: stored.status,
        isUpdate: there !== null,
        sha256: hashTexts(sent.title, sent.content, sent.excerpt),
        pictures: files.size,
        differences,
      },
      base: baseOf(merged, ours, stored, files),
    };
  }

  #api(signal?: AbortSignal): Promise<WordPressApi> {
    return WordPressApi.find(this.#client, this.parts.target.address, { now: this.parts.now, signal });
  }

  async #sendFiles(api: WordPressApi, shipment: Shipment, journal: Journal): Promise<Map<string, SiteFile>> {
    const files = new Map<string, SiteFile>();
    if (shipment.files.length === 0) return files;
    const creditKey = (await siteMeta(api, 'media')).credit ?? null;
    let before = 0;
    for (const [index, file] of shipment.files.entries()) {
      const words =
        shipment.files.length === 1
          ? 'Sending the picture'
          : `Sending picture ${index + 1} of ${shipment.files.length}`;
      const onSent = (bytes: number) => journal.report(words, before + bytes);
      onSent(0);
      files.set(file.sha256, await sendFile(file, { api, journal, creditKey, onSent }));
      before += file.bytes;
    }
    return files;
  }

  async #findTerms(
    api: WordPressApi,
    { story: { fields } }: Shipment,
    differences: string[],
  ): Promise<{ categories: FoundTerms; tags: FoundTerms }> {
    const { profile } = this.parts.target;
    const names = fields.categories.map((name) => profile.categories[name] ?? name);
    const categories = await findTerms(api, 'categories', names);
    const tags = await findTerms(api, 'tags', profile.tags ? fields.keywords : []);
    for (const name of categories.refused)
      differences.push(`The site has no category “${name}”, and your account may not make one.`);
    for (const name of tags.refused)
      differences.push(`The site has no tag “${name}”, and your account may not make one.`);
    return { categories, tags };
  }

  #fileOf({ pictures }: Shipment, figure: string, files: ReadonlyMap<string, SiteFile>): SiteFile | undefined {
    for (const [id, { sha256 }] of pictures) if (id === figure) return files.get(sha256);
    return undefined;
  }

  /** The post of this story that is on the site, whoever’s attempt it was; null where one has to be made. */
  async #findThere(
    api: WordPressApi,
    shipment: Shipment,
    base: PostBase | null,
    journal: Journal,
  ): Promise<Post | null> {
    if (base && journal.decision !== 'createAnew') {
      const post = await readPost(api, base.id);
      if (post.status === 'trash') throw askPerson('trashed', 'The post is in the trash of the site.', ['createAnew']);
      return post;
    }
    return findPost(api, shipment.key, postSlug(shipment.story, shipment.key));
  }
}

/** Those that are there already: an update that takes none along must not take these out of the text. */
function filesThere({ files }: Shipment, base: PostBase | null): Map<string, SiteFile> {
  const there = files.flatMap(({ sha256 }) => {
    const file = base?.files[sha256];
    return file ? [[sha256, file] as const] : [];
  });
  return new Map(there);
}

function total({ files, isTextOnly }: Shipment): number {
  return isTextOnly ? 0 : files.reduce((sum, { bytes }) => sum + bytes, 0);
}
