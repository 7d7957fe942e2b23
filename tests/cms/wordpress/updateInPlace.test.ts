import { beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/story/block.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { Target } from '../../../shared/targets/target.ts';
import { paragraph } from '../NewsroomLibrary.ts';
import { layDesk, wordPress } from './StoryDesk.ts';

const picturesOf = ({ content }: { content: { raw: string } }) => content.raw.match(/<img [^>]*>/g);

describe.skipIf(!wordPress)('an update of a post', () => {
  const own = layDesk();
  let target: Target;
  let story: Story;
  let blocks: Block[];
  let id = '';
  let count = 0;
  beforeEach(async () => {
    target = own.target();
    ({ story, blocks } = await own.story(`merge${(count += 1)}x${Date.now()}`));
    id = (await own.desk.sent(story, target)).remoteId;
  });

  /** Somebody at the site changes the text. */
  async function elsewhere(change: (text: string) => string): Promise<void> {
    const { content } = await own.reader.post(id);
    const changed = change(content.raw);
    expect(changed).not.toBe(content.raw);
    await own.reader.change(id, { content: changed });
  }

  function ours(index: number, words: string): void {
    const block = { ...paragraph(words), id: blocks[index]?.id } as Block;
    blocks = blocks.map((each, at) => (at === index ? block : each));
    own.desk.change(story, blocks);
  }

  it('takes ours where nobody else changed it', async () => {
    ours(2, 'The salt stayed on.');
    expect(await own.desk.sent(story, target)).toMatchObject({ isUpdate: true, remoteId: id, differences: [] });
    expect((await own.reader.post(id)).content.raw).toContain('The salt stayed on.');
  });

  it('keeps the pictures that are there when only the text goes', async () => {
    const before = await own.reader.post(id);
    ours(2, 'The salt stayed on.');
    const job = own.desk.send(story, target, true);
    expect((await own.desk.settled(job.id)).state).toBe('held');
    const after = await own.reader.post(id);
    expect(after.content.raw).toContain('The salt stayed on.');
    expect(after.featured_media).toBe(before.featured_media);
    expect(picturesOf(after)).toEqual(picturesOf(before));
    expect(picturesOf(after)).toHaveLength(1);
  });

  it('brings the words of a picture up to date, in the text and in the site’s media, and sends it once', async () => {
    const [figure] = blocks.filter((block) => block.type === 'figure');
    if (!figure) throw new Error('No figure');
    const mark = story.fields.slug;
    const caption = [{ type: 'text' as const, text: `The bank at ${mark}, at low water` }];
    blocks = blocks.map((block) => (block === figure ? { ...figure, caption, alt: 'A bank of mud' } : block));
    own.desk.change(story, blocks);
    expect((await own.desk.sent(story, target)).differences).toEqual([]);
    const media = await own.reader.media(mark);
    expect(media).toHaveLength(1);
    expect(media[0]?.alt_text).toBe('A bank of mud');
    expect(media[0]?.caption.raw).toBe(`The bank at ${mark}, at low water Imran Dars`);
    expect((await own.reader.post(id)).content.raw).toContain('at low water <cite>Imran Dars</cite>');
  });

  it('leaves the words of a picture that were changed in the site’s media, and says so', async () => {
    const [figure] = blocks.filter((block) => block.type === 'figure');
    if (!figure) throw new Error('No figure');
    const mark = story.fields.slug;
    const [medium] = await own.reader.media(mark);
    await own.reader.ask('POST', `media/${medium?.id}`, { caption: `Theirs of ${mark}` });
    blocks = blocks.map((block) =>
      block === figure ? { ...figure, caption: [{ type: 'text', text: `Mud of ${mark}` }] } : block,
    );
    own.desk.change(story, blocks);
    const { differences } = await own.desk.sent(story, target);
    expect(differences).toEqual([`Changed on the site and kept: the words of a picture, “Theirs of ${mark}”.`]);
    expect((await own.reader.media(mark))[0]?.caption.raw).toBe(`Theirs of ${mark}`);
  });

  it('keeps both where different paragraphs were changed, even neighbours, and says so; then again', async () => {
    await elsewhere((text) => text.replace('The salt stayed.', 'The salt stayed, said the desk.'));
    ours(3, 'So did they all.');
    const receipt = await own.desk.sent(story, target);
    expect(receipt.differences).toEqual(['Changed on the site and kept: “The salt stayed, said the desk.”.']);
    const { content } = await own.reader.post(id);
    expect(content.raw).toContain('The salt stayed, said the desk.');
    expect(content.raw).toContain('So did they all.');
    // The next update does not take theirs back.
    ours(0, 'It all began here.');
    await own.desk.sent(story, target);
    const after = (await own.reader.post(id)).content.raw;
    expect(after).toContain('The salt stayed, said the desk.');
    expect(after).toContain('It all began here.');
  });

  it('keeps paragraphs that were added and leaves out those that were removed there', async () => {
    await elsewhere((text) =>
      text
        .replace(/<!-- wp:paragraph -->\n<p>The salt stayed\.<\/p>\n<!-- \/wp:paragraph -->/, '')
        .concat('\n\n<!-- wp:paragraph -->\n<p>A correction was added.</p>\n<!-- /wp:paragraph -->'),
    );
    for (const words of ['It all began here.', 'It all began there.']) {
      ours(0, words);
      await own.desk.sent(story, target);
      const { content } = await own.reader.post(id);
      expect(content.raw).not.toContain('The salt stayed.');
      expect(content.raw.match(/A correction was added\./g)).toHaveLength(1);
      expect(content.raw).toContain(words);
    }
  });

  it('asks where we change what was changed there before, though nobody touched it since', async () => {
    await elsewhere((text) => text.replace('The salt stayed.', 'The salt remained.'));
    ours(0, 'It all began here.');
    await own.desk.sent(story, target);
    ours(2, 'The salt is here to stay.');
    const job = await own.desk.settled(own.desk.send(story, target).id);
    expect(job.ask?.clashes).toHaveLength(1);
  });

  it('stops where the same paragraph was changed on both sides, sends nothing, and shows both', async () => {
    await elsewhere((text) => text.replace('The salt stayed.', 'The salt remained.'));
    const before = await own.reader.post(id);
    ours(2, 'The salt is here to stay.');
    const job = await own.desk.settled(own.desk.send(story, target).id);
    expect(job.ask).toMatchObject({
      code: 'clash',
      choices: ['overwrite', 'keepTheirs', 'cancel'],
      clashes: [{ base: 'The salt stayed.', ours: 'The salt is here to stay.', theirs: 'The salt remained.' }],
    });
    expect(await own.reader.post(id)).toEqual(before);
  });

  it.each([
    ['overwrite', 'The salt is here to stay.', 'The salt remained.'],
    ['keepTheirs', 'The salt remained.', 'The salt is here to stay.'],
  ] as const)('does as a person decides: %s', async (action, stands, goes) => {
    await elsewhere((text) => text.replace('The salt stayed.', 'The salt remained.'));
    ours(2, 'The salt is here to stay.');
    ours(3, 'So did they all.');
    const { id: job } = await own.desk.settled(own.desk.send(story, target).id);
    own.desk.library.outbox.act(job, action);
    expect((await own.desk.settled(job)).state).toBe('sent');
    const { content } = await own.reader.post(id);
    expect(content.raw).toContain(stands);
    expect(content.raw).not.toContain(goes);
    expect(content.raw).toContain('So did they all.');
  });

  it('keeps a headline that was changed there, and asks where both were', async () => {
    await own.reader.change(id, { title: 'A better headline' });
    ours(0, 'It all began here.');
    expect((await own.desk.sent(story, target)).differences[0]).toContain('A better headline');
    expect((await own.reader.post(id)).title.raw).toBe('A better headline');
    own.desk.change(story, blocks, { headline: 'Ours again' });
    const job = await own.desk.settled(own.desk.send(story, target).id);
    expect(job.ask?.clashes).toEqual([
      { base: story.fields.headline, ours: 'Ours again', theirs: 'A better headline' },
    ]);
  });

  it('leaves a post published that was published there', async () => {
    await own.reader.change(id, { status: 'publish' });
    ours(0, 'It all began here.');
    expect((await own.desk.sent(story, target)).status).toBe('publish');
  });

  it('asks before it makes a new post for one that was deleted or lies in the trash', async () => {
    await own.reader.ask('DELETE', `posts/${id}`);
    ours(0, 'It all began here.');
    const trashed = await own.desk.settled(own.desk.send(story, target).id);
    expect(trashed.ask).toMatchObject({ code: 'trashed', choices: ['createAnew', 'retry', 'cancel'] });
    await own.reader.ask('DELETE', `posts/${id}?force=true`);
    own.desk.library.outbox.act(trashed.id, 'retry');
    const gone = await own.desk.settled(trashed.id);
    expect(gone.ask?.code).toBe('gone');
    own.desk.library.outbox.act(gone.id, 'createAnew');
    const made = await own.desk.settled(gone.id);
    expect(made.receipt?.remoteId).not.toBe(id);
    expect(await own.reader.posts(story.fields.headline)).toHaveLength(1);
  });
});
