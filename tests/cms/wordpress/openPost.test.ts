import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Block, Figure } from '../../../shared/story/block.ts';
import { blockText, inlineText } from '../../../shared/story/plainText.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { Target } from '../../../shared/targets/target.ts';
import { drawPicture } from '../../fixtures/pictures/drawPicture.ts';
import { paragraph } from '../NewsroomLibrary.ts';
import type { SiteItem } from './SiteReader.ts';
import { layDesk, wordPress } from './StoryDesk.ts';

/** A post as its editor made it on the site: nearly every block has something Stet does not know. */
function postOf(picture: { readonly id: number; readonly source_url: string }): string {
  return [
    '<!-- wp:paragraph {"dropCap":true,"style":{"typography":{"fontSize":"22px"}}} -->\n<p class="has-drop-cap" style="font-size:22px">The tide comes <em>twice</em> a day &amp; takes a field.</p>\n<!-- /wp:paragraph -->',
    `<!-- wp:image {"align":"wide","id":${picture.id},"sizeSlug":"large"} -->\n<figure class="wp-block-image alignwide size-large"><a href="${picture.source_url}"><img src="${picture.source_url}" alt="A wall" class="wp-image-${picture.id}"/></a><figcaption class="wp-element-caption">The wall at low water. <cite>Imran Dars</cite></figcaption></figure>\n<!-- /wp:image -->`,
    '<!-- wp:embed {"url":"https://video.example.org/w/1","type":"video"} -->\n<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\nhttps://video.example.org/w/1\n</div></figure>\n<!-- /wp:embed -->',
    '<!-- wp:pullquote {"textAlign":"center"} -->\n<figure class="wp-block-pullquote has-text-align-center"><blockquote><p>It takes a field.</p><cite>Mai Dhai</cite></blockquote></figure>\n<!-- /wp:pullquote -->',
    '<!-- wp:acme/poll {"pollId":17,"question":"Move?"} /-->',
    '<!-- wp:group {"backgroundColor":"pale-pink","layout":{"type":"constrained"}} -->\n<div class="wp-block-group has-pale-pink-background-color has-background"><!-- wp:heading {"level":4,"textAlign":"center"} -->\n<h4 class="has-text-align-center">What is left</h4>\n<!-- /wp:heading -->\n\n<!-- wp:paragraph -->\n<p>Salt, and a well.</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:group -->',
    '<!-- wp:paragraph -->\n<p>They say it takes a field. Nobody counts.</p>\n<!-- /wp:paragraph -->',
    '<!-- wp:html -->\n<div class="donate" data-x=\'1\'><b>Give</b></div>\n<!-- /wp:html -->',
  ].join('\n\n');
}

describe.skipIf(!wordPress)('a post opened as a story', () => {
  const own = layDesk();
  let target: Target;
  let picture: SiteItem;
  beforeEach(async () => {
    target = own.target();
    const file = join(own.desk.root, 'wall.jpg');
    writeFileSync(file, await drawPicture({ type: 'image/jpeg', width: 640, height: 400 }));
    picture = await own.reader.upload(readFileSync(file), 'wall.jpg', { alt_text: 'A wall', caption: 'The wall, dry' });
  });

  async function post(content: string, fields: Readonly<Record<string, unknown>> = {}): Promise<SiteItem> {
    return (await own.reader.ask('POST', 'posts?context=edit', { title: 'Tides', content, ...fields })) as SiteItem;
  }

  async function open(id: number, hasFiles = true): Promise<{ story: Story; notes: readonly string[] }> {
    const { storyId, notes } = await own.desk.library.remotes.open({
      targetId: target.id,
      remoteId: String(id),
      hasFiles,
    });
    return { story: own.desk.library.access.readStory(storyId), notes };
  }

  /** Changes blocks of a story and sends it back; answers the post’s text then. */
  async function sendBack(story: Story, change: (block: Block) => Block, id: number): Promise<string> {
    own.desk.change(story, story.blocks.map(change));
    await own.desk.sent(story, target);
    return (await own.reader.post(id)).content.raw;
  }

  function withWords(block: Block, from: string, to: string): Block {
    return JSON.parse(JSON.stringify(block).replace(from, to)) as Block;
  }

  it('has its words, captions, credits and pull-quotes, bound, and names what stays behind', async () => {
    const { id } = await post(postOf(picture), { excerpt: 'A deck', slug: `tide-${picture.id}` });
    const { story, notes } = await open(id);
    expect(story.fields).toMatchObject({
      headline: 'Tides',
      deck: 'A deck',
      slug: `tide-${picture.id}`,
      language: 'en',
    });
    expect(story.blocks.map(({ type }) => type)).toEqual([
      ...['paragraph', 'figure', 'pullQuote', 'heading', 'paragraph', 'paragraph'],
    ]);
    expect(blockText(story.blocks[0] as Block)).toBe('The tide comes twice a day & takes a field.');
    const figure = story.blocks[1] as Figure;
    expect([inlineText(figure.caption), figure.credit, figure.alt]).toEqual([
      ...['The wall at low water.', 'Imran Dars', 'A wall'],
    ]);
    expect(own.desk.library.access.media.find(figure.assetId as never)?.type).toBe('image/jpeg');
    const quote = story.blocks[2] as Extract<Block, { type: 'pullQuote' }>;
    expect(quote.attribution).toBe('Mai Dhai');
    expect(quote.source?.blockId).toBe(story.blocks[5]?.id);
    expect(notes).toEqual([
      '3 blocks of the post have no place in a story and stay on the site as they are: embed, acme/poll, html.',
    ]);
  });

  it('goes back as it was, to the byte, where nothing was changed', async () => {
    const made = await post(postOf(picture));
    const before = (await own.reader.media('wall')).length;
    const { story } = await open(made.id);
    const receipt = await own.desk.sent(story, target);
    expect(receipt).toMatchObject({ remoteId: String(made.id), isUpdate: true, differences: [], status: 'draft' });
    const after = await own.reader.post(made.id);
    expect(after.content.raw).toBe(made.content.raw);
    expect([
      after.title.raw,
      after.excerpt.raw,
      after.slug,
      after.categories,
      after.tags,
      after.featured_media,
    ]).toEqual([...[made.title.raw, made.excerpt.raw, made.slug, made.categories, made.tags, made.featured_media]]);
    expect(await own.reader.media('wall')).toHaveLength(before);
  });

  it('changes there what was changed here and leaves the rest as it was, to the byte', async () => {
    const made = await post(postOf(picture));
    const { story } = await open(made.id);
    const before = (await own.reader.media('wall')).length;
    const raw = await sendBack(
      story,
      (block) => {
        const first = withWords(block, 'a field.', 'two fields.');
        return withWords(withWords(first, 'low water', 'high water'), 'Salt, and', 'Sand, and');
      },
      made.id,
    );
    const expected = made.content.raw
      .replace('takes a field.', 'takes two fields.')
      .replace('<p>It takes a field.', '<p>It takes two fields.')
      .replace('low water', 'high water')
      .replace('Salt, and', 'Sand, and')
      .replace('say it takes a field.', 'say it takes two fields.');
    expect(raw).toBe(expected);
    expect(await own.reader.media('wall')).toHaveLength(before);
    // And once more, now from what was sent.
    const again = own.desk.library.access.readStory(story.id);
    expect(await sendBack(again, (block) => withWords(block, 'Sand, and', 'Silt, and'), made.id)).toBe(
      expected.replace('Sand, and', 'Silt, and'),
    );
  });

  it('takes in and takes out whole blocks beside those that stay', async () => {
    const made = await post(postOf(picture));
    const { story } = await open(made.id);
    const added = paragraph('A paragraph of ours.');
    own.desk.change(story, [...story.blocks.slice(0, 2), added, ...story.blocks.slice(3)]);
    await own.desk.sent(story, target);
    const { content } = await own.reader.post(made.id);
    expect(content.raw).toContain('<p>A paragraph of ours.</p>');
    expect(content.raw).not.toContain('wp:pullquote');
    for (const kept of ['wp:acme/poll {"pollId":17', 'wp:embed', '<div class="donate" data-x=', 'has-pale-pink'])
      expect(content.raw).toContain(kept);
  });

  it('keeps a change that was made there meanwhile, and stops where it was the same paragraph', async () => {
    const made = await post(postOf(picture));
    const { story } = await open(made.id);
    await own.reader.change(made.id, { content: made.content.raw.replace('Nobody counts.', 'Nobody counts them.') });
    const raw = await sendBack(story, (block) => withWords(block, 'Salt, and', 'Sand, and'), made.id);
    expect(raw).toContain('Nobody counts them.');
    expect(raw).toContain('Sand, and');
    own.desk.change(
      story,
      story.blocks.map((block) => withWords(block, 'Nobody counts.', 'Somebody does.')),
    );
    expect((await own.desk.settled(own.desk.send(story, target).id)).ask?.code).toBe('clash');
  });

  it('opens a text from before blocks, changes a word in it, and leaves it without blocks', async () => {
    const text =
      'The tide comes twice.\nA day.\n\n[caption id="attachment_9" align="alignnone" width="300"]<img class="size-medium" src="https://old.example.org/a.jpg" alt="" width="300" height="200" /> The wall[/caption]\n\n<!--more-->\n\nIt takes <strong>a field</strong>, they say.';
    const made = await post(text);
    const { story } = await open(made.id);
    expect(story.blocks.map(blockText)).toEqual([
      'The tide comes twice.\nA day.',
      'The wall',
      'It takes a field, they say.',
    ]);
    expect(await sendBack(story, (block) => withWords(block, 'they say', 'we say'), made.id)).toBe(
      made.content.raw.replace('they say', 'we say'),
    );
  });

  it('has the featured picture as its first block, and leaves it on top', async () => {
    const made = await post('<!-- wp:paragraph -->\n<p>Words.</p>\n<!-- /wp:paragraph -->', {
      featured_media: picture.id,
    });
    const { story } = await open(made.id);
    expect(story.blocks[0]).toMatchObject({ type: 'figure', alt: 'A wall' });
    expect(inlineText((story.blocks[0] as Figure).caption)).toBe('The wall, dry');
    const raw = await sendBack(story, (block) => withWords(block, 'Words.', 'More words.'), made.id);
    expect(raw).toBe(made.content.raw.replace('Words.', 'More words.'));
    expect((await own.reader.post(made.id)).featured_media).toBe(picture.id);
    // Its words stand in no text: they are the site’s media’s.
    const after = own.desk.library.access.readStory(story.id);
    await sendBack(after, (block) => withWords(block, 'The wall, dry', 'The wall, wet'), made.id);
    const media = (await own.reader.media('wall')).find(({ id }) => id === picture.id);
    expect(media?.caption.raw).toBe('The wall, wet');
  });

  it('keeps its terms, published as it is, and takes new ones', async () => {
    const tag = (await own.reader.ask('POST', 'tags', { name: `Delta & Sea ${picture.id}` })) as SiteItem;
    const made = await post('<!-- wp:paragraph -->\n<p>Words.</p>\n<!-- /wp:paragraph -->', {
      ...{ tags: [tag.id], status: 'publish' },
    });
    const { story } = await open(made.id);
    expect(story.fields.keywords).toEqual([`Delta & Sea ${picture.id}`]);
    expect(story.fields.categories).toHaveLength(1);
    own.desk.change(story, story.blocks, { keywords: [...story.fields.keywords, 'salt'] });
    await own.desk.sent(story, target);
    const after = await own.reader.post(made.id);
    expect(after.status).toBe('publish');
    expect(after.categories).toEqual(made.categories);
    expect(after.tags).toHaveLength(2);
    expect(after.tags).toContain(tag.id);
  });

  it('comes without its files where they are not wanted, and goes back with them all the same', async () => {
    const made = await post(postOf(picture));
    const { story } = await open(made.id, false);
    expect(story.blocks[1]).toMatchObject({ type: 'figure', assetId: null });
    expect(await sendBack(story, (block) => withWords(block, 'low water', 'high water'), made.id)).toBe(
      made.content.raw.replace('low water', 'high water'),
    );
  });

  it('is opened once: the second time the story that is here is named', async () => {
    const made = await post(postOf(picture));
    const order = { targetId: target.id, remoteId: String(made.id), hasFiles: true };
    const first = await own.desk.library.remotes.open(order);
    expect(await own.desk.library.remotes.open(order)).toMatchObject({ storyId: first.storyId, alreadyHere: true });
    const { story } = await own.story(`sent${picture.id}`);
    const { remoteId } = await own.desk.sent(story, target);
    expect(await own.desk.library.remotes.open({ ...order, remoteId })).toMatchObject({
      ...{ storyId: story.id, alreadyHere: true },
    });
  });

  it('is one of ours again on another laptop: byline and dateline are fields, and nothing is written anew', async () => {
    const mark = `laptop${picture.id}`;
    const { story, blocks } = await own.story(mark);
    own.desk.change(story, blocks, { byline: 'Ayesha Noor', dateline: 'Keti Bandar' });
    const { remoteId } = await own.desk.sent(story, target);
    const before = await own.reader.post(remoteId);
    own.desk.library.drafts.setTrashed(story.id, true);
    const { story: there } = await open(Number(remoteId));
    expect(there.fields).toMatchObject({ byline: 'Ayesha Noor', headline: `Tides of ${mark}` });
    expect(blockText(there.blocks[0] as Block)).not.toContain('Ayesha');
    const raw = await sendBack(there, (block) => withWords(block, 'The salt stayed', 'The salt is here'), before.id);
    expect(raw).toBe(before.content.raw.replace('The salt stayed', 'The salt is here'));
    expect(await own.reader.posts(mark)).toHaveLength(1);
  });

  it('lists what may be edited, the last changed first, and finds by words', async () => {
    const one = await post('<!-- wp:paragraph -->\n<p>x</p>\n<!-- /wp:paragraph -->', {
      title: `Heron ${picture.id} &amp; wall`,
    });
    const { remotes } = own.desk.library;
    const [first] = await remotes.list(target.id, '');
    expect(first).toMatchObject({ remoteId: String(one.id), headline: `Heron ${picture.id} & wall`, status: 'draft' });
    expect(first?.by).not.toBe('');
    expect(await remotes.list(target.id, `Heron ${picture.id}`)).toHaveLength(1);
    expect(await remotes.list(target.id, 'nobody wrote this')).toEqual([]);
  });
});
