import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ghostContent } from '../../../../shared/export/ghost/ghostContent.ts';
import type { RemoteStory } from '../../../../shared/targets/remoteStory.ts';
import type { TargetProfile, TargetReport } from '../../../../shared/targets/target.ts';
import type {
  Connection,
  ConnectionParts,
  Delivered,
  Journal,
  OpenedStory,
  OpenHost,
  Shipment,
  ShippedFile,
} from '../Connection.ts';
import { asksFor, DeliveryError } from '../DeliveryError.ts';
import { leftAs } from '../merge/leftAs.ts';
import { mergeRemote, unmerged, type MergedRemote } from '../merge/mergeRemote.ts';
import type { RemoteText } from '../merge/remoteBase.ts';
import { sendEach, totalBytes } from '../sendEach.ts';
import { compareGhost } from './compareGhost.ts';
import { findAuthors } from './findAuthors.ts';
import { findGhostPost, readGhostPost, type SeenPost } from './findGhostPost.ts';
import { findTags, mergeTags } from './findTags.ts';
import { GhostApi } from './GhostApi.ts';
import { ghostAlt, ghostSlug, ghostStanding, ghostTexts } from './ghostFields.ts';
import { ghostBaseSchema, ghostPostsSchema, type GhostBase, type GhostPost } from './ghostPost.ts';
import { allNodes, bodyOf, bodyTokens, foundGhost, mergedBody, remoteText, type GhostBody } from './ghostText.ts';
import { ghostWay, tagNames } from './ghostWay.ts';
import { ghostPayload, type GhostWish } from './ghostWish.ts';
import { NodePool } from './NodePool.ts';
import { sayToken, writeNodes } from './nodeToken.ts';
import { listGhostPosts } from './open/listGhostPosts.ts';
import { openGhost } from './open/openGhost.ts';
import { sendGhostFile } from './sendGhostFile.ts';
import { testGhost } from './testGhost.ts';

/** So often a post is read and merged anew because somebody saved it meanwhile. */
const MOST_TRIES = 5;
/** Ghost’s stamps count whole seconds: a post saved this second could be saved again under the same stamp. */
const STAMP_MS = 2000;

/** What we want a post to be, before it is known what is there. */
interface Ours {
  readonly text: RemoteText;
  readonly body: GhostBody;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
}

interface Written {
  readonly there: GhostPost | null;
  readonly wish: GhostWish;
  readonly merged: MergedRemote;
  readonly id: string;
}

/**
 * A Ghost (5 and later) by its Admin API and the key of an integration. It refuses stale writes, so what is there is read, merged and
 * written against its stamp, again and again if need be; it makes second posts and files of repeated requests, so what is there is
 * looked up before.
 */
export class GhostConnection implements Connection {
  constructor(private readonly parts: ConnectionParts) {}

  test(): Promise<TargetReport> {
    return testGhost(this.#api(), this.parts.target);
  }

  has(base: unknown, file: Pick<ShippedFile, 'sha256' | 'whole'>): boolean {
    return keptAt(file, ghostBaseSchema.safeParse(base).data?.files) !== undefined;
  }

  list(words: string, signal: AbortSignal): Promise<RemoteStory[]> {
    return listGhostPosts(this.#api(signal), words);
  }

  open(remoteId: string, host: OpenHost): Promise<OpenedStory> {
    return openGhost(remoteId, { api: this.#api(host.signal), target: this.parts.target, host });
  }

  isOf(base: unknown, remoteId: string): boolean {
    return ghostBaseSchema.safeParse(base).data?.id === remoteId;
  }

  async deliver(shipment: Shipment, journal: Journal): Promise<Delivered> {
    const { story, isTextOnly } = shipment;
    const { profile } = this.parts.target;
    const api = this.#api(journal.signal);
    const base: GhostBase | null = ghostBaseSchema.safeParse(journal.base).data ?? null;
    const texts = ghostTexts(story);
    const known = new Map(Object.entries(base?.files ?? {}));
    const sent = isTextOnly
      ? new Map<string, string>()
      : await sendEach(
          shipment.files,
          journal,
          async (file, onSent) => keptAt(file, base?.files) ?? sendGhostFile(file, { api, journal, onSent }),
        );
    const files = new Map([...known, ...sent]);
    for (const file of shipment.files) {
      const url = keptAt(file, base?.files);
      if (url !== undefined) files.set(file.sha256, url);
    }

    journal.report('Sending the text', isTextOnly ? 0 : totalBytes(shipment.files));
    const people = await findAuthors(api, story.fields.byline);
    const isSigned = people.missing.length === 0;
    const { pieces, lead } = ghostContent(story, {
      ...{ pictures: shipment.pictures, site: files, ...ghostWay(story, profile, { opened: base?.opened, isSigned }) },
    });
    const alt = ghostAlt(lead?.alt ?? '');
    const body: GhostBody = { nodes: pieces.map(({ node }) => ({ ...node })), lead: lead && { ...lead, alt: alt.alt } };
    const sources = [...(lead ? [lead.sources] : []), ...pieces.map((piece) => piece.sources)];
    const ours: Ours = {
      text: { title: texts.title, excerpt: texts.excerpt, blocks: bodyTokens(body), sources },
      ...{ body, authors: people.ids, tags: await findTags(api, tagNames(story, profile)) },
    };

    const { there, wish, merged, id } = await this.#write(api, shipment, { base, ours, journal });
    const stored = (await readGhostPost(api, id))?.post;
    if (!stored) throw new DeliveryError({ kind: 'later', code: 'badAnswer' }, 'The post could not be read back.');
    const differences = [
      ...texts.cut,
      ...(lead ? alt.cut : []),
      ...(there ? [] : people.missing.map((name) => missingAuthor(name, profile))),
      ...(!there && profile.status === 'pending' ? ['Ghost has no posts that wait for review: it is a draft.'] : []),
      ...merged.kept,
      ...compareGhost(wish, stored, there ? null : ghostSlug(story, shipment.key)),
      ...(api.clockWords === null ? [] : [api.clockWords]),
    ];
    const left: GhostBase = {
      ...leftAs(merged, ours.text, remoteText(stored), sayToken),
      ...{ id, tags: [...ours.tags], authors: stored.authors.map((author) => author.id) },
      files: Object.fromEntries(files),
      ...(base?.opened && { opened: base.opened }),
    };
    return {
      receipt: {
        ...{
          remoteId: id,
          url: stored.url,
          editUrl: `${api.address}/ghost/#/editor/post/${id}`,
          status: stored.status,
        },
        // One that an earlier try of this job made is no update.
        isUpdate: there !== null && base !== null,
        sha256: createHash('sha256')
          .update([wish.title, writeNodes(wish.body.nodes), wish.excerpt].join('\0'))
          .digest('hex'),
        ...{ pictures: sent.size, differences },
      },
      base: left,
    };
  }

  #api(signal?: AbortSignal): GhostApi {
    const { target, secret, now } = this.parts;
    return new GhostApi({ address: target.address, secret: secret ?? '', now, signal });
  }

  /** Brings the post to what it shall be, however often somebody saves it meanwhile. */
  async #write(
    api: GhostApi,
    shipment: Shipment,
    { base, ours, journal }: { readonly base: GhostBase | null; readonly ours: Ours; readonly journal: Journal },
  ): Promise<Written> {
    for (let tries = 1, rests = 0; ;) {
      const seen = await this.#findThere(api, shipment, base, journal);
      const there = seen?.post ?? null;
      const planned = this.#plan(api, shipment, { base, ours, journal, there });
      const payload = ghostPayload(planned.wish, there);
      if (there && Object.keys(payload).length === 0) return { ...planned, there, id: there.id };
      if (seen && there && seen.at - Date.parse(there.updated_at) < STAMP_MS && rests < MOST_TRIES) {
        rests += 1;
        await wait(STAMP_MS, undefined, { signal: journal.signal }).catch(() => journal.signal.throwIfAborted());
        continue;
      }
      journal.write('post', { state: 'sending', id: there?.id ?? null });
      const path = there ? `posts/${there.id}/` : 'posts/';
      const own = there ? { updated_at: there.updated_at } : { slug: ghostSlug(shipment.story, shipment.key) };
      try {
        const { posts } = await api.ask(there ? 'PUT' : 'POST', path, ghostPostsSchema, {
          json: { posts: [{ ...payload, ...own }] },
          query: { formats: 'lexical' },
        });
        const id = posts[0]?.id;
        if (id === undefined) throw new DeliveryError({ kind: 'later', code: 'badAnswer' }, 'Ghost answered no post.');
        journal.write('post', { state: 'written', id });
        return { ...planned, there, id };
      } catch (error) {
        if (!asksFor(error, 'conflict')) throw error;
        if (tries >= MOST_TRIES)
          throw new DeliveryError(
            { kind: 'later', code: 'busy', waitMs: 60_000 },
            'Somebody on the site saves this post again and again. Stet waits until that is over.',
          );
        tries += 1;
      }
    }
  }

  /** What a post shall be, over what is there. */
  #plan(
    api: GhostApi,
    { story, isTextOnly }: Shipment,
    {
      base,
      ours,
      journal,
      there,
    }: {
      readonly base: GhostBase | null;
      readonly ours: Ours;
      readonly journal: Journal;
      readonly there: GhostPost | null;
    },
  ): Pick<Written, 'wish' | 'merged'> {
    const { decision } = journal;
    const own = base?.id === there?.id ? base : null;
    const known = new NodePool([...(there ? allNodes(bodyOf(there)) : []), ...allNodes(ours.body)]);
    const language = { say: sayToken, patch: known.patch };
    const merged = there
      ? mergeRemote(own ?? foundGhost(ours.text, there), ours.text, remoteText(there), { decision, ...language })
      : unmerged(ours.text);
    if (there && own && decision !== null) journal.write('theirs', there);
    const isTheirAuthor = own !== null && there?.authors.map(({ id }) => id).join() !== own.authors.join();
    return {
      merged,
      wish: {
        ...{ title: merged.title, excerpt: merged.excerpt },
        body: mergedBody(merged, known),
        tags: mergeTags(own?.tags ?? [], ours.tags, there?.tags.map(({ name }) => name) ?? []),
        authors: isTheirAuthor ? [] : ours.authors,
        standing: ghostStanding(story.fields, this.parts.target.profile, { now: api.now(), isTextOnly, there }),
      },
    };
  }

  /** The post of this story that is on the site, whoever’s attempt it was; null where one has to be made. */
  #findThere(
    api: GhostApi,
    { key }: Shipment,
    base: GhostBase | null,
    { decision }: Journal,
  ): Promise<SeenPost | null> {
    return base && decision !== 'createAnew' ? readGhostPost(api, base.id) : findGhostPost(api, key);
  }
}

function missingAuthor(name: string, { byline }: Pick<TargetProfile, 'byline'>): string {
  const so =
    byline === 'siteAuthor' ? ': the byline stands in the text, and it chose the author' : ', so it chose the author';
  return `Nobody on the site is called “${name}”${so}.`;
}

/** Where the site has a file, if it is known: as it was sent, or as it was brought from there. */
function keptAt(
  { sha256, whole }: Pick<ShippedFile, 'sha256' | 'whole'>,
  files: GhostBase['files'] = {},
): string | undefined {
  return files[sha256] ?? (whole === null ? undefined : files[whole]);
}
