import type { ExportPicture } from '../../../../../shared/export/exportPicture.ts';
import { ghostContent } from '../../../../../shared/export/ghost/ghostContent.ts';
import { storyFigures } from '../../../../../shared/export/placePictures.ts';
import { guessLanguage } from '../../../../../shared/import/guessLanguage.ts';
import { bindPullQuotes } from '../../../../../shared/pullQuote/bindPullQuotes.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import { newBlockId, newStoryId } from '../../../../../shared/story/ids.ts';
import { blankFields, type StoryFields } from '../../../../../shared/story/fields.ts';
import { STORY_FORMAT, type Story } from '../../../../../shared/story/story.ts';
import { withoutPrivate } from '../../../../../shared/targets/withoutPrivate.ts';
import type { Target } from '../../../../../shared/targets/target.ts';
import type { OpenedStory, OpenHost } from '../../Connection.ts';
import { askPerson } from '../../DeliveryError.ts';
import { bringFile } from '../../bringFile.ts';
import { stayNotes } from '../../stayNotes.ts';
import { takeDateline } from '../../takeDateline.ts';
import { tellCredit } from '../../tellCredit.ts';
import { letters } from '../../letters.ts';
import { readGhostPost } from '../findGhostPost.ts';
import type { GhostApi } from '../GhostApi.ts';
import { ghostTexts } from '../ghostFields.ts';
import type { GhostBase, GhostPost } from '../ghostPost.ts';
import { allNodes, bodyOf } from '../ghostText.ts';
import { tagNames } from '../ghostWay.ts';
import { nodeToken, sayToken, type LexicalNode } from '../nodeToken.ts';
import { readNode } from './readNode.ts';

interface OpenGhostParts {
  readonly api: GhostApi;
  readonly target: Target;
  readonly host: OpenHost;
}

/** A piece of a post as it stands there, and the block of the story it is; null for what stays on the site as it is. */
interface Piece {
  readonly node: LexicalNode;
  readonly stored: string;
  readonly block: Block | null;
  /** The same with its credit still in the caption, as it is there. */
  readonly untold: Block | null;
}

/**
 * A post as a story: its blocks, captions, credits and pull-quotes as ours where we have such, the rest left on the site and named.
 * Together with its base an update changes there what was changed here and nothing else (issue 4, “pull”).
 */
export async function openGhost(remoteId: string, { api, target, host }: OpenGhostParts): Promise<OpenedStory> {
  const post = (await readGhostPost(api, remoteId))?.post;
  if (!post) throw askPerson('gone', 'The post is not on the site any more.');
  if (post.lexical === null)
    throw askPerson(
      'oldEditor',
      'The post was made by an older editor of Ghost. Open and save it there once, then here.',
    );
  const body = bodyOf(post);
  const site = new Map<string, string>();
  const notes: string[] = [];
  const pieces: Piece[] = [];
  for (const node of allNodes(body)) {
    const isLead = body.lead !== null && pieces.length === 0;
    const read = readNode(isLead ? { ...node, type: 'image', src: node['url'] } : node);
    const block = read?.type === 'figure' ? await withFile(read, node, { api, host, site, notes }) : read;
    // A picture on top that cannot be shown here stays where it is.
    const isMissing = isLead && block?.type === 'figure' && block.assetId === null;
    const untold = isMissing ? null : block;
    pieces.push({ node, stored: nodeToken(node), block: untold && tellCredit(untold), untold });
  }
  const onTop = body.lead === null ? null : (pieces[0]?.block?.id ?? null);
  const fields = fieldsOf(post, target);
  const paired = pair(pieces, fields, { site, isOnTop: onTop !== null });
  const { story } = paired;
  const texts = ghostTexts(story);
  const base: GhostBase = {
    id: post.id,
    title: { sent: texts.title, stored: post.title },
    excerpt: { sent: texts.excerpt, stored: post.custom_excerpt },
    blocks: paired.blocks,
    tags: tagNames(withoutPrivate(story, target.profile.private), target.profile),
    authors: post.authors.map(({ id }) => id),
    files: Object.fromEntries(site),
    opened: { onTop },
  };
  return {
    ...{ key: null, fields: story.fields, base },
    blocks: bindPullQuotes(story.blocks),
    notes: [...notes, ...paired.notes],
  };
}

async function withFile(
  block: Extract<Block, { type: 'figure' }>,
  node: LexicalNode,
  {
    api,
    host,
    site,
    notes,
  }: Pick<OpenGhostParts, 'api' | 'host'> & { readonly site: Map<string, string>; readonly notes: string[] },
): Promise<Block> {
  const src = [node['src'], node['url']].find((each) => typeof each === 'string');
  const url = typeof src === 'string' ? src : '';
  const brought = await bringFile(url, new URL(api.address).origin, host);
  if (!('asset' in brought)) {
    if (brought.note !== null) notes.push(brought.note);
    return { ...block, assetId: null, fileName: brought.name };
  }
  site.set(brought.asset.id, url);
  return { ...block, assetId: brought.asset.id, fileName: brought.asset.fileName };
}

function fieldsOf(post: GhostPost, { profile }: Target): StoryFields {
  const own = new Map(Object.entries(profile.categories).map(([ours, theirs]) => [theirs, ours]));
  const names = post.tags.map(({ name }) => name);
  const isWaiting = post.status === 'scheduled' && post.published_at !== null;
  return {
    ...blankFields(),
    headline: post.title === '(Untitled)' ? '' : post.title,
    deck: post.custom_excerpt,
    slug: post.slug,
    byline: post.authors.map(({ name }) => name).join(', '),
    language: guessLanguage(
      `${post.title} ${allNodes(bodyOf(post))
        .map((node) => sayToken(nodeToken(node)))
        .join(' ')}`,
    ),
    embargo: isWaiting ? new Date(post.published_at ?? '').toISOString() : null,
    categories: names.flatMap((name) => own.get(name) ?? []),
    keywords: names.filter((name) => !own.has(name)),
  };
}

interface Paired {
  readonly story: Story;
  readonly blocks: GhostBase['blocks'];
  readonly notes: readonly string[];
}

/** Pairs a post’s pieces with what we would write for them; what would say other words is no block of the story. */
function pair(
  pieces: readonly Piece[],
  fields: StoryFields,
  { site, isOnTop }: { readonly site: ReadonlyMap<string, string>; readonly isOnTop: boolean },
): Paired {
  const dated = withDateline(pieces, fields);
  for (const draft of dated ? [dated, { pieces, fields }] : [{ pieces, fields }]) {
    const story = storyOf(draft.fields, draft.pieces);
    const sent = sentTokens(story, site, isOnTop);
    const plain = sentTokens(
      storyOf(
        draft.fields,
        draft.pieces.map((piece) => ({ ...piece, block: piece.untold })),
      ),
      site,
      isOnTop,
    );
    const isOurs = ({ block, stored }: Piece): boolean => {
      const own = block && plain.get(block.id);
      return (
        own !== null && own !== undefined && letters(sayToken(own, Infinity)) === letters(sayToken(stored, Infinity))
      );
    };
    // Set otherwise than we set them, the place and the first words stay one paragraph.
    const first = draft.pieces.find(({ block }) => block?.type === 'paragraph');
    if (draft === dated && first && !isOurs(first)) continue;
    const kept = draft.pieces.map((piece) => (isOurs(piece) ? piece : { ...piece, block: null }));
    const blocks = kept.map(({ block, stored }) => ({
      ...{ sent: block && (sent.get(block.id) ?? null), stored },
      sources: block ? [block.id as string] : [],
    }));
    return { story: storyOf(draft.fields, kept), blocks, notes: notesOf(kept) };
  }
  throw new Error('A post was not paired.');
}

function withDateline(pieces: readonly Piece[], fields: StoryFields): { pieces: Piece[]; fields: StoryFields } | null {
  const first = pieces.findIndex(({ block }) => block?.type === 'paragraph');
  const taken = takeDateline(pieces[first]?.block);
  if (!taken) return null;
  const { place, block } = taken;
  return {
    pieces: pieces.map((piece, index) => (index === first ? { ...piece, block, untold: block } : piece)),
    fields: { ...fields, dateline: place },
  };
}

function storyOf(fields: StoryFields, pieces: readonly Piece[]): Story {
  const now = new Date().toISOString();
  const blocks = pieces.flatMap(({ block }) => block ?? []);
  return {
    ...{ format: STORY_FORMAT, id: newStoryId(), createdAt: now, updatedAt: now, fields },
    blocks: blocks.length > 0 ? blocks : [{ id: newBlockId(), type: 'paragraph', content: [] }],
  };
}

/** What we would write for each block, by its id. */
function sentTokens(story: Story, site: ReadonlyMap<string, string>, isOnTop: boolean): Map<string, string> {
  const pictures = new Map(
    storyFigures(story).map(({ id, assetId }): [typeof id, ExportPicture] => [
      id,
      { sha256: assetId, type: 'image/jpeg', width: 0, height: 0, path: '' },
    ]),
  );
  const { pieces, lead } = ghostContent(story, {
    ...{ pictures, site, hasByline: false, leadTo: isOnTop ? 'featured' : 'inText' },
  });
  const sent = new Map<string, string>();
  const [top] = lead ? allNodes({ nodes: [], lead }) : [];
  for (const id of lead?.sources ?? []) if (top) sent.set(id, nodeToken(top));
  for (const { node, sources } of pieces) for (const id of sources) sent.set(id, nodeToken({ ...node }));
  return sent;
}

/** Which pieces stay behind, by the names Ghost has for them; empty paragraphs are not worth a word. */
function notesOf(pieces: readonly Piece[]): string[] {
  const names = pieces.flatMap(({ node, block, stored }) => {
    const isNothing = node.type === 'paragraph' && letters(sayToken(stored, Infinity)) === '';
    return block || isNothing ? [] : [node.type === 'stet-lead' ? 'the picture on top' : node.type];
  });
  return stayNotes(names, 'piece');
}
