import type { BlockId } from '../../../../shared/story/ids.ts';
import type { RemoteStory } from '../../../../shared/targets/remoteStory.ts';
import type { TargetReport } from '../../../../shared/targets/target.ts';
import type {
  Connection,
  ConnectionParts,
  Delivered,
  FileName,
  Journal,
  OpenedStory,
  OpenHost,
  Shipment,
} from '../Connection.ts';
import { askPerson } from '../DeliveryError.ts';
import { excerpt } from '../http/judgeAnswer.ts';
import { SiteClient } from '../http/SiteClient.ts';
import { mergeRemote, unmerged } from '../merge/mergeRemote.ts';
import type { RemoteLanguage } from '../merge/remoteBase.ts';
import { totalBytes } from '../sendEach.ts';
import { findAuthor } from './findAuthor.ts';
import { findPost, readPost } from './findPost.ts';
import { findTerms } from './findTerms.ts';
import { listPosts } from './listPosts.ts';
import { openPost } from './open/openPost.ts';
import { patchMarkup } from './patchMarkup.ts';
import { baseOf, foundBase, postText } from './postBase.ts';
import { comparePost } from './comparePost.ts';
import {
  hashTexts,
  POST_FIELDS,
  postBaseSchema,
  postSchema,
  type OpenedPost,
  type Post,
  type PostBase,
  type PostTerm,
} from './post.ts';
import { postWay } from './postWay.ts';
import { postMeta, postSlug, standing } from './postFields.ts';
import { isThere, knownFiles, sendFiles } from './sendFiles.ts';
import { metaWithout, siteMeta } from './siteMeta.ts';
import { joinBlocks, splitBlocks } from './splitBlocks.ts';
import { testWordPress } from './testWordPress.ts';
import { WordPressApi } from './WordPressApi.ts';
import { writePost } from './writePost.ts';

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

  has(base: unknown, file: FileName): boolean {
    const known = postBaseSchema.safeParse(base).data ?? null;
    return isThere(file, known);
  }

  list(words: string, signal: AbortSignal): Promise<RemoteStory[]> {
    return this.#api(signal).then((api) => listPosts(api, words));
  }

  async open(remoteId: string, host: OpenHost): Promise<OpenedStory> {
    const { profile } = this.parts.target;
    return openPost(remoteId, { api: await this.#api(host.signal), profile, origin: this.#client.origin, host });
  }

  isOf(base: unknown, remoteId: string): boolean {
    return String(postBaseSchema.safeParse(base).data?.id) === remoteId;
  }

  async deliver(shipment: Shipment, journal: Journal): Promise<Delivered> {
    const { story, key, isTextOnly } = shipment;
    const { target, now } = this.parts;
    const { profile } = target;
    const api = await this.#api(journal.signal);
    const { decision } = journal;
    const known: PostBase | null = postBaseSchema.safeParse(journal.base).data ?? null;
    const base = decision === 'createAnew' ? null : known;
    const opened = base?.opened;
    const differences: string[] = [];
    const files = isTextOnly
      ? knownFiles(shipment.files, known)
      : await sendFiles(shipment.files, { api, journal, known, differences });

    journal.report('Sending the text', isTextOnly ? 0 : totalBytes(shipment.files));
    const terms = await this.#findTerms(api, shipment, opened, differences);
    const places = metaWithout(await siteMeta(api, 'posts'), opened ? [] : profile.private);
    const meta = postMeta(story, places, key);
    const fileOf = (figure: BlockId) => files.get(shipment.pictures.get(figure)?.sha256 ?? '');
    const wantsAuthor = profile.byline === 'siteAuthor' && !opened;
    const author = wantsAuthor ? await findAuthor(api, story.fields.byline) : { id: null, why: null };
    if (author.why !== null) differences.push(author.why);
    const isAuthor = author.id !== null;
    const way = postWay(story, profile, { opened, isAuthor, hasFile: (figure) => fileOf(figure) !== undefined });
    const ours = writePost(story, {
      ...{ pictures: shipment.pictures, site: files, key: opened ? null : key },
      ...{ hasByline: way.hasByline, onTop: way.onTop },
    });

    const there = await this.#findThere(api, shipment, base);
    const merged = there
      ? mergeRemote(base ?? foundBase(ours, there), ours, postText(there), { decision, ...MARKUP })
      : unmerged(ours);
    if (there && base && decision !== null) journal.write('theirs', there);
    const content = joinBlocks(
      merged.blocks.flatMap(({ stored }) => stored ?? []),
      there?.content.raw,
    );
    const wish = decision === 'sendAsPending' ? ({ status: 'pending' } as const) : profile;
    const stand = standing(story.fields, wish, { now: now(), isTextOnly, current: there?.status ?? null });
    const featured = way.featured === null ? undefined : fileOf(way.featured)?.id;
    const sent = {
      ...{ title: merged.title, content, excerpt: merged.excerpt },
      ...stand,
      // Somebody at the site may have changed the author since.
      ...(!there && { slug: postSlug(story, key), ...(author.id !== null && { author: author.id }) }),
      ...(featured !== undefined && { featured_media: featured }),
      ...(terms.categories && { categories: terms.categories.map(({ id }) => id) }),
      ...(terms.tags && { tags: terms.tags.map(({ id }) => id) }),
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
        pictures: shipment.files.filter(({ sha256 }) => files.has(sha256)).length,
        differences,
      },
      base: baseOf(merged, ours, stored, { files, opened: opened && { ...opened, ...terms } }),
    };
  }

  #api(signal?: AbortSignal): Promise<WordPressApi> {
    return WordPressApi.find(this.#client, this.parts.target.address, { now: this.parts.now, signal });
  }

  /** The post’s categories and tags; left out where an update need not say them. */
  async #findTerms(
    api: WordPressApi,
    { story: { fields } }: Shipment,
    opened: OpenedPost | undefined,
    differences: string[],
  ): Promise<PostTerms> {
    const { profile } = this.parts.target;
    const categories = fields.categories.map((name) => profile.categories[name] ?? name);
    const wanted = { categories, ...(profile.tags && { tags: fields.keywords }) };
    const found: PostTerms = {};
    for (const kind of ['categories', 'tags'] as const) {
      const names = wanted[kind];
      const before = opened?.[kind] ?? [];
      const isSaid = opened ? names?.join('\0') !== before.map(({ name }) => name).join('\0') : names?.length !== 0;
      if (!names || !isSaid) continue;
      const { terms, refused } = await findTerms(api, kind, names, before);
      found[kind] = terms;
      const what = kind === 'tags' ? 'tag' : 'category';
      for (const name of refused)
        differences.push(`The site has no ${what} “${name}”, and your account may not make one.`);
    }
    return found;
  }

  /** The post of this story that is on the site, whoever’s attempt it was; null where one has to be made. */
  async #findThere(api: WordPressApi, shipment: Shipment, base: PostBase | null): Promise<Post | null> {
    if (!base) return findPost(api, shipment.key, postSlug(shipment.story, shipment.key));
    const post = await readPost(api, base.id);
    if (post.status === 'trash') throw askPerson('trashed', 'The post is in the trash of the site.', ['createAnew']);
    return post;
  }
}

type PostTerms = Partial<Record<'categories' | 'tags', PostTerm[]>>;

const MARKUP: RemoteLanguage = { say: excerpt, split: splitBlocks, patch: patchMarkup };
