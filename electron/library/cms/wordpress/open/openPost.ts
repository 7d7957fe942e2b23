import { z } from 'zod';
import { placePictures } from '../../../../../shared/export/placePictures.ts';
import { keyIn } from '../../../../../shared/export/wordpress/postContent.ts';
import { guessLanguage } from '../../../../../shared/import/guessLanguage.ts';
import { bindPullQuotes } from '../../../../../shared/pullQuote/bindPullQuotes.ts';
import type { Block, Figure } from '../../../../../shared/story/block.ts';
import { newBlockId, newStoryId } from '../../../../../shared/story/ids.ts';
import { blockText, inlineText } from '../../../../../shared/story/plainText.ts';
import { blankFields, type StoryFields } from '../../../../../shared/story/fields.ts';
import { STORY_FORMAT, type Story } from '../../../../../shared/story/story.ts';
import type { TargetProfile } from '../../../../../shared/targets/target.ts';
import type { OpenedStory, OpenHost } from '../../Connection.ts';
import { askPerson } from '../../DeliveryError.ts';
import { readPost } from '../findPost.ts';
import { siteTime } from '../listPosts.ts';
import { readJson } from '../../http/judgeAnswer.ts';
import { plainText } from '../../plainText.ts';
import { takeDateline } from '../../takeDateline.ts';
import { wordsOf, type FileWords } from '../fileWords.ts';
import type { KeptFile, Post, PostBase, PostTerm } from '../post.ts';
import { siteMeta } from '../siteMeta.ts';
import type { WordPressApi } from '../WordPressApi.ts';
import { FileBringer } from './FileBringer.ts';
import { openTerms } from './openTerms.ts';
import { pairPieces } from './pairPieces.ts';
import { readPieces, type PostPiece } from './readPieces.ts';
import { mediumNumber, siteMedia } from './siteMedia.ts';

export interface OpenPostParts {
  readonly api: WordPressApi;
  readonly profile: Pick<TargetProfile, 'categories'>;
  /** Of the site. */
  readonly origin: string;
  readonly host: OpenHost;
}

/**
 * A post as a story: its blocks, captions, credits and pull-quotes as ours where we have such, the rest left on the site and
 * named. Together with its base an update changes there what was changed here and nothing else (issue 4, “pull”).
 */
export async function openPost(remoteId: string, { api, profile, origin, host }: OpenPostParts): Promise<OpenedStory> {
  const post = await readPost(api, z.coerce.number().int().positive().parse(remoteId));
  if (post.status === 'trash') throw askPerson('trashed', 'The post is in the trash of the site.');
  const { pieces, byline } = takeByline(readPieces(post.content.raw));
  const files = new FileBringer(origin, host);
  const filled = await fillFigures(pieces, post, { api, files });
  const categories = await openTerms(api, 'categories', post.categories);
  const tags = await openTerms(api, 'tags', post.tags);
  const fields: StoryFields = {
    ...blankFields(),
    ...(await fieldsOf(post, api)),
    ...(byline !== null && { byline }),
    categories: named(categories, profile.categories),
    keywords: tags.map(({ name }) => name),
  };
  const drafted = draft(fields, filled.top, filled.pieces);
  const site = new Map<string, KeptFile>(
    [...files.assets].map(([id, asset]) => {
      const words = filled.top?.assetId === asset.id ? topWords(filled.top) : undefined;
      return [asset.id, { id, url: filled.urls.get(id) ?? '', ...(words && { words }) }];
    }),
  );
  const options = {
    pictures: placePictures(drafted, files.assets.values()),
    ...{ site, hasByline: byline !== null, onTop: filled.isOnTop ? (filled.top?.id ?? null) : null, key: null },
  };
  const paired = pairPieces(drafted, filled.pieces, options);
  const base: PostBase = {
    id: post.id,
    title: { sent: paired.ours.title, stored: post.title.raw },
    excerpt: { sent: paired.ours.excerpt, stored: post.excerpt.raw },
    blocks: paired.blocks,
    files: Object.fromEntries(site),
    opened: { hasByline: options.hasByline, onTop: options.onTop, categories, tags },
  };
  return {
    ...{ key: keyIn(post.content.raw), fields: paired.story.fields, base },
    blocks: bindPullQuotes(paired.story.blocks),
    notes: [...files.notes, ...paired.notes],
  };
}

/** What a picture on top says of itself: where it stands in no text, only the site’s media have its words. */
function topWords({ caption, credit, alt }: Figure): FileWords {
  return wordsOf({ caption: inlineText(caption), credit, alt });
}

/** A byline of ours over the text is the story’s, not its first paragraph. */
function takeByline(pieces: readonly PostPiece[]): { pieces: readonly PostPiece[]; byline: string | null } {
  const [first, ...rest] = pieces;
  if (!first || !/^<!-- wp:paragraph \{[^}]*"className":"byline"/.test(first.stored)) return { pieces, byline: null };
  return { pieces: [{ ...first, blocks: [] }, ...rest], byline: plainText(first.stored) };
}

interface FilledPost {
  readonly pieces: readonly PostPiece[];
  /** The featured picture as the story’s first block. */
  readonly top: Figure | null;
  /** It is on top of the post, and not in its text. */
  readonly isOnTop: boolean;
  readonly urls: ReadonlyMap<number, string>;
}

async function fillFigures(
  pieces: readonly PostPiece[],
  post: Post,
  { api, files }: { readonly api: WordPressApi; readonly files: FileBringer },
): Promise<FilledPost> {
  const numberOf = ({ stored, files: places }: PostPiece, { id }: Block) => {
    const place = places.get(id);
    return place ? mediumNumber(stored, place.src) : null;
  };
  const used = pieces.flatMap((piece) => piece.blocks.flatMap((block) => numberOf(piece, block) ?? []));
  const featured = post.featured_media > 0 ? post.featured_media : null;
  const media = await siteMedia(api, [...new Set([...(featured === null ? [] : [featured]), ...used])]);
  const filled: PostPiece[] = [];
  for (const piece of pieces) {
    const blocks: Block[] = [];
    for (const block of piece.blocks) {
      const number = numberOf(piece, block);
      const medium = number === null ? undefined : media.get(number);
      blocks.push(
        block.type === 'figure' ? await files.fill(block, medium, piece.files.get(block.id)?.src ?? '') : block,
      );
    }
    filled.push({ ...piece, blocks });
  }
  const lead = featured === null ? undefined : media.get(featured);
  const isInText = featured !== null && used[0] === featured && filled[0]?.blocks[0]?.type === 'figure';
  const top = lead && !isInText ? await files.fill(files.alone(lead), lead, lead.url) : null;
  const urls = new Map([...media].map(([id, { url }]) => [id, url]));
  return { pieces: filled, top, isOnTop: top !== null, urls };
}

/** What a post says beside its text. */
async function fieldsOf(post: Post, api: WordPressApi): Promise<Partial<StoryFields>> {
  const meta = await siteMeta(api, 'posts');
  const kept = (field: 'dateline' | 'byline' | 'slug') => {
    const key = meta[field];
    const value = key === undefined ? undefined : post.meta[key];
    return typeof value === 'string' ? value.trim() : '';
  };
  const time = post.status === 'future' ? siteTime(post.date_gmt) : null;
  const text = plainText(`${post.title.raw} ${post.content.raw}`);
  return {
    ...{ headline: plainText(post.title.raw), deck: plainText(post.excerpt.raw) },
    ...{ slug: kept('slug') || post.slug, byline: kept('byline') || (await authorName(api, post.author)) },
    ...{ language: guessLanguage(text), embargo: time },
  };
}

async function authorName(api: WordPressApi, id: number): Promise<string> {
  const answer = await api.askAnyway('GET', `wp/v2/users/${id}`, { query: { _fields: 'name' } });
  const user = z.object({ name: z.string() }).safeParse(readJson(answer.text));
  return answer.status === 200 && user.success ? user.data.name : '';
}

/** The site’s categories by the names the newsroom has for them. */
function named(terms: readonly PostTerm[], map: TargetProfile['categories']): string[] {
  const ours = new Map(Object.entries(map).map(([own, theirs]) => [theirs, own]));
  return terms.map(({ name }) => ours.get(name) ?? name);
}

/** The story, its dateline told from its first paragraph. */
function draft(fields: StoryFields, top: Figure | null, pieces: readonly PostPiece[]): Story {
  const now = new Date().toISOString();
  const blocks = [...(top ? [top] : []), ...pieces.flatMap((piece) => piece.blocks)];
  const first = blocks.findIndex(({ type }) => type === 'paragraph');
  const taken = takeDateline(blocks[first]);
  if (taken) blocks[first] = taken.block;
  return {
    ...{ format: STORY_FORMAT, id: newStoryId(), createdAt: now, updatedAt: now },
    fields: { ...fields, ...(taken && { dateline: taken.place }) },
    blocks: blocks.some((block) => blockText(block) !== '' || block.type === 'figure')
      ? blocks
      : [{ id: newBlockId(), type: 'paragraph', content: [] }],
  };
}
