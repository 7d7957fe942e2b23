import { beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/story/block.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { Target } from '../../../shared/targets/target.ts';
import { httpAnswer } from '../FaultProxy.ts';
import { paragraph } from '../NewsroomLibrary.ts';
import { ghost, layGhostDesk } from './GhostDesk.ts';

describe.skipIf(!ghost)('an update of a Ghost post', () => {
  const own = layGhostDesk();
  let target: Target;
  let story: Story;
  let blocks: Block[];
  let id = '';
  let count = 0;
  beforeEach(async () => {
    target = own.target({ lead: 'inText' });
    ({ story, blocks } = await own.story(`merge${(count += 1)}x${Date.now()}`));
    id = (await own.desk.sent(story, target)).remoteId;
  });

  function ours(index: number, words: string): void {
    const block = { ...paragraph(words), id: blocks[index]?.id } as Block;
    blocks = blocks.map((each, at) => (at === index ? block : each));
    own.desk.change(story, blocks);
  }
  const elsewhere = (from: string, to: string) => own.reader.changeText(id, (text) => text.replace(from, to));
  const html = async () => (await own.reader.post(id)).html;

  it('takes ours where nobody else changed it', async () => {
    ours(2, 'The salt stayed on.');
    expect(await own.desk.sent(story, target)).toMatchObject({ isUpdate: true, remoteId: id, differences: [] });
    expect(await html()).toContain('The salt stayed on.');
  });

  it('keeps both where different paragraphs were changed, even neighbours, and says so; then again', async () => {
    await elsewhere('The salt stayed.', 'The salt stayed, said the desk.');
    ours(3, 'So did they all.');
    const { differences } = await own.desk.sent(story, target);
    expect(differences).toEqual(['Changed on the site and kept: “The salt stayed, said the desk.”.']);
    expect(await html()).toContain('The salt stayed, said the desk.');
    expect(await html()).toContain('So did they all.');
    ours(0, 'It all began here.');
    await own.desk.sent(story, target);
    expect(await html()).toContain('The salt stayed, said the desk.');
    expect(await html()).toContain('It all began here.');
  });

  it('keeps what Stet does not know, to the byte, where it stands', async () => {
    const card = {
      type: 'bookmark',
      version: 1,
      url: 'https://e.example/',
      metadata: { title: 'A', icon: '', x: 1 },
      caption: '',
    };
    await own.reader.changeText(id, (text) => {
      const { root } = JSON.parse(text) as { root: { children: unknown[] } };
      root.children.splice(1, 0, card);
      return JSON.stringify({ root });
    });
    const before = (await own.reader.nodes(id))[1];
    ours(3, 'So did they all.');
    await own.desk.sent(story, target);
    expect(JSON.stringify((await own.reader.nodes(id))[1])).toBe(JSON.stringify(before));
    expect(await html()).toContain('So did they all.');
  });

  it('takes nothing for a change that Ghost’s editor only spells otherwise', async () => {
    await own.reader.changeText(id, (text) =>
      text
        .replaceAll('"extended-text"', '"text"')
        .replaceAll('"direction":"ltr"', '"direction":null')
        .replace('"caption":"', '"caption":"<span style=\\"white-space: pre-wrap;\\">')
        .replace(' <cite>Imran Dars</cite>"', ' Imran Dars</span>"'),
    );
    ours(3, 'So did they all.');
    expect(await own.desk.sent(story, target)).toMatchObject({ differences: [] });
  });

  it('stops where the same paragraph was changed on both sides, sends nothing, and shows both', async () => {
    await elsewhere('The salt stayed.', 'The salt remained.');
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
    await elsewhere('The salt stayed.', 'The salt remained.');
    ours(2, 'The salt is here to stay.');
    ours(3, 'So did they all.');
    const { id: job } = await own.desk.settled(own.desk.send(story, target).id);
    own.desk.library.outbox.act(job, action);
    expect((await own.desk.settled(job)).state).toBe('sent');
    expect(await html()).toContain(stands);
    expect(await html()).not.toContain(goes);
    expect(await html()).toContain('So did they all.');
  });

  it('keeps a headline that was changed there, and asks where both were', async () => {
    await own.reader.change(id, { title: 'A better headline' });
    ours(0, 'It all began here.');
    expect((await own.desk.sent(story, target)).differences[0]).toContain('A better headline');
    expect((await own.reader.post(id)).title).toBe('A better headline');
    own.desk.change(story, blocks, { headline: 'Ours again' });
    const job = await own.desk.settled(own.desk.send(story, target).id);
    expect(job.ask?.clashes).toEqual([
      { base: story.fields.headline, ours: 'Ours again', theirs: 'A better headline' },
    ]);
  });

  it('keeps tags and authors that were changed there, though that moves no stamp', async () => {
    own.desk.change(story, blocks, { keywords: ['Water', 'Indus'] });
    await own.desk.sent(story, target);
    await own.reader.change(id, { tags: [{ name: 'Water' }, { name: 'Desk’s own' }], authors: [{ slug: 'sadia' }] });
    own.desk.change(story, blocks, { keywords: ['Water', 'Indus', 'Salt'], byline: 'Olga Owner' });
    await own.desk.sent(story, target);
    const { tags, authors } = await own.reader.post(id);
    expect(tags.map(({ name }) => name)).toEqual(['Water', 'Desk’s own', 'Salt']);
    expect(authors.map(({ name }) => name)).toEqual(['Sadia Noor Memon']);
  });

  it('keeps a picture on top that was put there, and asks where both chose one', async () => {
    const top = target;
    own.desk.library.targets.save({ ...top, profile: { ...top.profile, lead: 'featured' } });
    const [first, figure, ...rest] = blocks;
    if (!first || !figure) throw new Error('No blocks');
    own.desk.change(story, [figure, first, ...rest]);
    await own.desk.sent(story, top);
    const { feature_image } = await own.reader.post(id);
    expect(feature_image).toMatch(/\/content\/images\//);
    await own.reader.change(id, { feature_image_caption: 'A better caption' });
    const begun = paragraph('It all began here.');
    own.desk.change(story, [figure, begun, ...rest]);
    expect((await own.desk.sent(story, top)).differences).toEqual([
      'Changed on the site and kept: “A better caption”.',
    ]);
    expect(await own.reader.post(id)).toMatchObject({ feature_image, feature_image_caption: 'A better caption' });
    own.desk.change(story, [{ ...figure, credit: 'Somebody else' } as Block, begun, ...rest]);
    const job = await own.desk.settled(own.desk.send(story, top).id);
    expect(job.ask?.clashes.map(({ theirs }) => theirs)).toEqual(['A better caption']);
  });

  it('is read and merged again where somebody saves it between our look and our write (409)', async () => {
    ours(3, 'So did they all.');
    let isDone = false;
    own.line.order = (_index, line) => {
      if (!line.startsWith('PUT') || isDone) return null;
      isDone = true;
      return { kind: 'hold', until: elsewhere('The salt stayed.', 'The salt stayed, said the desk.') };
    };
    const { differences } = await own.desk.sent(story, target);
    expect(isDone).toBe(true);
    expect(differences).toEqual(['Changed on the site and kept: “The salt stayed, said the desk.”.']);
    expect(await html()).toContain('The salt stayed, said the desk.');
    expect(await html()).toContain('So did they all.');
  });

  it('waits where that happens again and again', async () => {
    ours(3, 'So did they all.');
    const busy = { errors: [{ message: 'Saving failed!', type: 'UpdateCollisionError', code: 'UPDATE_COLLISION' }] };
    const text = httpAnswer(409, JSON.stringify(busy), { 'content-type': 'application/json' });
    own.line.order = (_index, line) => (line.startsWith('PUT') ? { kind: 'instead', text } : null);
    const { id: job } = own.desk.send(story, target);
    const deadline = Date.now() + 60_000;
    while (own.desk.job(job).state !== 'waiting' && Date.now() < deadline)
      await new Promise((done) => setTimeout(done, 50));
    expect(own.desk.job(job)).toMatchObject({ state: 'waiting', words: expect.stringContaining('again and again') });
    expect(own.line.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(5);
  });

  it('never writes over what was saved in the same second, which Ghost would not notice', async () => {
    ours(3, 'So did they all.');
    // The look finds a post saved this second; another save follows under the same stamp.
    await elsewhere('It began', 'It had begun');
    const sending = own.desk.send(story, target);
    await elsewhere('The salt stayed.', 'The salt stayed, said the desk.');
    const job = await own.desk.settled(sending.id);
    expect(job.state).toBe('sent');
    for (const words of ['It had begun', 'The salt stayed, said the desk.', 'So did they all.'])
      expect(await html()).toContain(words);
    expect(own.line.requests.filter((line) => line.includes(`posts/${id}/`)).length).toBeGreaterThan(3);
  });

  it('leaves a post published that was published there', async () => {
    await own.reader.change(id, { status: 'published' });
    ours(0, 'It all began here.');
    expect((await own.desk.sent(story, target)).status).toBe('published');
  });

  it('asks before it makes a new post for one that was deleted', async () => {
    await own.reader.ask('DELETE', `posts/${id}/`);
    ours(0, 'It all began here.');
    const gone = await own.desk.settled(own.desk.send(story, target).id);
    expect(gone.ask).toMatchObject({ code: 'gone', choices: ['createAnew', 'retry', 'cancel'] });
    own.desk.library.outbox.act(gone.id, 'createAnew');
    const made = await own.desk.settled(gone.id);
    expect(made.receipt?.remoteId).not.toBe(id);
    expect(await own.reader.posts(story.fields.headline)).toHaveLength(1);
  });

  it('keeps the pictures of a post when only its text goes', async () => {
    ours(0, 'It all began here.');
    const held = await own.desk.settled(own.desk.send(story, target, true).id);
    expect(held.receipt).toMatchObject({ differences: [], isUpdate: true });
    const image = (await own.reader.nodes(id)).find(({ type }) => type === 'image');
    expect(image?.src).toContain('/content/images/');
  });
});
