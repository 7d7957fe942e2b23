import { beforeEach, describe, expect, it } from 'vitest';
import type { Block, Figure } from '../../../shared/story/block.ts';
import { blockText, inlineText } from '../../../shared/story/plainText.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { Target } from '../../../shared/targets/target.ts';
import { drawPicture } from '../../fixtures/pictures/drawPicture.ts';
import { paragraph } from '../NewsroomLibrary.ts';
import { ghost, layGhostDesk } from './GhostDesk.ts';
import type { ReadPost } from './GhostReader.ts';

const text = (words: string, format = 0) => {
  return { detail: 0, format, mode: 'normal', style: '', text: words, type: 'extended-text', version: 1 };
};
const element = (type: string, children: unknown[], own: object = {}) => {
  return { children, direction: null, format: '', indent: 0, type, version: 1, ...own };
};

/** A post as its editor made it on the site: much of it has something Stet does not know. */
function nodesOf(picture: string): unknown[] {
  const link = element('link', [text('count')], {
    rel: 'noopener',
    target: '_blank',
    title: null,
    url: 'https://e.example/',
  });
  return [
    element('paragraph', [text('The tide comes '), text('twice', 2), text(' a day & takes a field.')]),
    {
      ...{ type: 'image', version: 1, src: picture, width: 640, height: 400, title: 'Inside', alt: 'A wall' },
      ...{ caption: '<span style="white-space: pre-wrap;">The wall at low water. Photo: Imran Dars</span>' },
      ...{ cardWidth: 'wide', href: 'https://e.example/wall' },
    },
    {
      type: 'bookmark',
      version: 1,
      url: 'https://e.example/',
      metadata: { icon: '', title: 'A <b>', n: 1.5 },
      caption: '',
    },
    element('aside', [text('It takes a field.')]),
    element('extended-heading', [text('What is left')], { tag: 'h4', format: 'center' }),
    element(
      'list',
      [
        element('listitem', [text('Salt')], { value: 1 }),
        element(
          'listitem',
          [
            element('list', [element('listitem', [text('grey')], { value: 1 })], {
              listType: 'bullet',
              start: 1,
              tag: 'ul',
            }),
          ],
          { value: 2 },
        ),
        element('listitem', [text('A well')], { value: 2 }),
      ],
      { listType: 'number', start: 1, tag: 'ol' },
    ),
    element('paragraph', [text('They say it takes a field. Nobody can '), link, text('.')]),
    { type: 'html', version: 1, html: '<div class="donate" data-x=\'1\'><b>Give</b></div>' },
    { type: 'callout', version: 1, calloutText: '<p>Note</p>', calloutEmoji: '💡', backgroundColor: 'blue' },
  ];
}

describe.skipIf(!ghost)('a Ghost post opened as a story', () => {
  const own = layGhostDesk();
  let target: Target;
  let picture = '';
  beforeEach(async () => {
    target = own.target();
    picture = await own.reader.upload(
      await drawPicture({ type: 'image/jpeg', width: 640, height: 400 }),
      `wall${Date.now()}.jpg`,
    );
  });

  async function post(fields: Readonly<Record<string, unknown>> = {}): Promise<ReadPost> {
    const lexical = JSON.stringify({ root: { ...element('root', nodesOf(picture)) } });
    return own.reader.make({ title: 'Tides', lexical, ...fields });
  }

  async function open(id: string, hasFiles = true): Promise<{ story: Story; notes: readonly string[] }> {
    const { storyId, notes } = await own.desk.library.remotes.open({ targetId: target.id, remoteId: id, hasFiles });
    return { story: own.desk.library.access.readStory(storyId), notes };
  }

  function withWords(block: Block, from: string, to: string): Block {
    return JSON.parse(JSON.stringify(block).replace(from, to)) as Block;
  }
  const writes = () => own.line.requests.filter((line) => !line.startsWith('GET') && !line.startsWith('HEAD'));

  it('has its words, captions, credits and pull-quotes, bound, and names what stays behind', async () => {
    const made = await post({ custom_excerpt: 'A deck', tags: [{ name: 'Coast' }], authors: [{ slug: 'sadia' }] });
    const { story, notes } = await open(made.id);
    expect(story.fields).toMatchObject({
      ...{ headline: 'Tides', deck: 'A deck', slug: made.slug, language: 'en' },
      ...{ keywords: ['Coast'], byline: 'Sadia Noor Memon' },
    });
    expect(story.blocks.map(({ type }) => type)).toEqual([
      ...['paragraph', 'figure', 'pullQuote', 'heading', 'list', 'paragraph'],
    ]);
    const figure = story.blocks[1] as Figure;
    expect([inlineText(figure.caption), figure.credit, figure.alt]).toEqual([
      ...['The wall at low water.', 'Imran Dars', 'A wall'],
    ]);
    expect(own.desk.library.access.media.find(figure.assetId as never)?.type).toBe('image/jpeg');
    const quote = story.blocks[2] as Extract<Block, { type: 'pullQuote' }>;
    expect(quote.source?.blockId).toBe(story.blocks[5]?.id);
    expect(blockText(story.blocks[4] as Block)).toBe('Salt\ngrey\nA well');
    expect(notes).toEqual([
      '3 pieces of the post have no place in a story and stay on the site as they are: bookmark, html, callout.',
    ]);
  });

  it('sends nothing back where nothing was changed', async () => {
    const made = await post({
      tags: [{ name: 'Coast' }],
      feature_image: picture,
      feature_image_caption: 'Dry <cite>Ali</cite>',
    });
    const { story } = await open(made.id);
    expect(story.blocks[0]).toMatchObject({ type: 'figure', credit: 'Ali' });
    own.line.forget();
    const receipt = await own.desk.sent(story, target);
    expect(receipt).toMatchObject({ remoteId: made.id, isUpdate: true, differences: [], status: 'draft' });
    expect(writes()).toEqual([]);
    expect(await own.reader.post(made.id)).toEqual(made);
  });

  it('changes there what was changed here and leaves the rest as it was, to the byte', async () => {
    const made = await post();
    const { story } = await open(made.id);
    const change = (block: Block) =>
      withWords(
        withWords(withWords(block, 'takes a field.', 'takes two fields.'), 'low water', 'high water'),
        'is left',
        'was left',
      );
    own.desk.change(story, story.blocks.map(change));
    own.line.forget();
    await own.desk.sent(story, target);
    expect(writes()).toHaveLength(1);
    const { lexical, feature_image } = await own.reader.post(made.id);
    const [before, after] = [made.lexical, lexical].map(
      (each) => (JSON.parse(each) as { root: { children: ReadonlyArray<Record<string, unknown>> } }).root.children,
    );
    // What Stet has no block for, and what nobody touched: the same, to the byte.
    for (const index of [2, 5, 7, 8]) expect(JSON.stringify(after?.[index])).toBe(JSON.stringify(before?.[index]));
    // What was changed keeps what Stet does not know of it.
    expect(after?.[1]).toMatchObject({
      src: picture,
      cardWidth: 'wide',
      href: 'https://e.example/wall',
      title: 'Inside',
      width: 640,
    });
    expect(after?.[1]?.['caption']).toContain('high water');
    expect(after?.[4]).toMatchObject({ tag: 'h4', format: 'center', children: [{ text: 'What was left' }] });
    expect(lexical).toContain('takes two fields.');
    expect(lexical).not.toContain('takes a field.');
    expect(feature_image).toBeNull();
    // And once more, now from what was sent.
    const again = own.desk.library.access.readStory(story.id);
    own.desk.change(
      again,
      again.blocks.map((block) => withWords(block, 'was left', 'may be left')),
    );
    expect((await own.desk.sent(again, target)).differences).toEqual([]);
    expect((await own.reader.post(made.id)).lexical).toContain('What may be left');
  });

  it('merges with what is changed there meanwhile, and takes in blocks beside those that stay', async () => {
    const made = await post();
    const { story } = await open(made.id);
    await own.reader.changeText(made.id, (lexical) => lexical.replace('A well', 'A well, dry'));
    own.desk.change(story, [...story.blocks.slice(0, 3), paragraph('A paragraph of ours.'), ...story.blocks.slice(3)]);
    const { differences } = await own.desk.sent(story, target);
    expect(differences).toEqual([expect.stringContaining('A well, dry')]);
    const types = (await own.reader.nodes(made.id)).map(({ type }) => type);
    expect(types).toEqual([
      ...[
        'paragraph',
        'image',
        'bookmark',
        'aside',
        'paragraph',
        'extended-heading',
        'list',
        'paragraph',
        'html',
        'callout',
      ],
    ]);
  });

  it('without its files keeps their places, and the pictures stay on the site', async () => {
    const made = await post({ feature_image: picture });
    const { story, notes } = await open(made.id, false);
    expect(story.blocks.filter(({ type }) => type === 'figure')).toMatchObject([{ assetId: null, alt: 'A wall' }]);
    expect(notes[0]).toContain('the picture on top');
    own.desk.change(
      story,
      story.blocks.map((block) => withWords(block, 'low water', 'high water')),
    );
    await own.desk.sent(story, target);
    const image = (await own.reader.nodes(made.id)).find(({ type }) => type === 'image');
    expect(image).toMatchObject({ src: picture, caption: expect.stringContaining('high water') });
    expect((await own.reader.post(made.id)).feature_image).toBe(picture);
  });

  it('is found by the words of its headline, and known when it is here already', async () => {
    const title = `Salt's “edge” ${Date.now()}`;
    const made = await post({ title });
    const list = await own.desk.library.remotes.list(target.id, `edge ${title.slice(-6)}`);
    expect(list).toEqual([
      expect.objectContaining({ remoteId: made.id, headline: title, status: 'draft', by: 'Olga Owner' }),
    ]);
    expect((await own.desk.library.remotes.list(target.id, '')).length).toBeGreaterThan(0);
    const first = await open(made.id);
    expect((await open(made.id)).story.id).toBe(first.story.id);
  });

  it('that Stet itself sent comes back as the story it was', async () => {
    const { story, blocks } = await own.story(`back${Date.now()}`);
    const sender = own.target({ lead: 'inText', byline: 'leftOut' });
    const { remoteId } = await own.desk.sent(story, sender);
    const { story: back, notes } = await open(remoteId);
    expect(notes).toEqual([]);
    const plain = (some: readonly Block[]) =>
      some.map((block) =>
        block.type === 'figure' ? [inlineText(block.caption), block.credit, block.alt] : blockText(block),
      );
    expect(plain(back.blocks)).toEqual(plain(blocks));
  });
});
