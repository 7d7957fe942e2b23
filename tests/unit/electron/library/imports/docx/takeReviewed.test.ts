import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../../../../../../shared/story/block.ts';
import { newStoryId, type BlockId } from '../../../../../../shared/story/ids.ts';
import { blockText } from '../../../../../../shared/story/plainText.ts';
import type { Story } from '../../../../../../shared/story/story.ts';
import { versionsOf } from '../../../../../../shared/suggestions/versions.ts';
import { HARBOUR_STORY } from '../../../../../fixtures/export/harbourStory.ts';
import { repackWord } from '../../../../../fixtures/documents/repackWord.ts';
import { onWords, Reviewer } from '../../../../../fixtures/documents/reviewedWord.ts';
import { drawPicture } from '../../../../../fixtures/pictures/drawPicture.ts';
import { ImportDesk } from '../ImportDesk.ts';

const lina = new Reviewer('Lina Aziz');
const paragraph = (id: string, text: string): Block => ({
  ...{ id: id as BlockId, type: 'paragraph', content: [{ type: 'text', text }] },
});

let desk: ImportDesk;
let story: Story;
let sent: string;

beforeEach(async () => {
  desk = new ImportDesk();
  story = {
    ...HARBOUR_STORY,
    id: newStoryId(),
    blocks: [paragraph('one', 'The tide came in.'), paragraph('two', 'It went out.')],
  };
  desk.access.createStory(story, { reason: 'created', summary: 'Made for a test.' });
  sent = await send('sent.docx');
});
afterEach(() => desk.close());

async function send(name: string): Promise<string> {
  const path = join(desk.documents, name);
  await desk.library.ask('exports.write', {
    storyId: story.id,
    target: 'docx',
    path,
    gate: 'script',
    override: null,
    ownWords: [],
  });
  return path;
}

const review = (name: string, change: (xml: string) => string) =>
  repackWord(sent, join(desk.documents, name), (path, xml) => (path === 'word/document.xml' ? change(xml) : xml));
const texts = ({ blocks }: { readonly blocks: readonly Block[] }) => blocks.map(blockText);

describe('a Word document of a story that is here', () => {
  it('finds its story, and changes nothing where nobody did', async () => {
    const taken = await desk.take(sent);
    expect(taken).toMatchObject({ storyId: story.id, alreadyHere: true });
    expect(taken.story.blocks).toEqual(story.blocks);
    expect(taken.story.suggestions).toBeUndefined();
    expect(await desk.storyCount()).toBe(1);
  });

  it('brings its changes over what was written since as suggestions, once, and is kept as a revision itself', async () => {
    const path = await review('back.docx', (xml) =>
      onWords(xml, 'tide', (run) => lina.takes(run) + lina.puts('flood')),
    );
    const since = [paragraph('one', 'The tide came in.'), paragraph('two', 'It went out again.')];
    await desk.library.ask('stories.put', { id: story.id, blocks: since });
    const taken = await desk.take(path);
    expect(taken).toMatchObject({ storyId: story.id, alreadyHere: false });
    expect(taken.notes.join()).toContain('Lina Aziz changed the paragraph');
    expect(texts(taken.story)).toEqual(['The flood came in.', 'It went out again.']);
    expect(versionsOf(taken.story).map(texts)).toEqual([texts({ blocks: since }), texts(taken.story)]);
    const revisions = await desk.library.ask('revisions.list', { storyId: story.id });
    expect(revisions.map(({ reason }) => reason).slice(0, 2)).toEqual(['merged', 'received']);
    const again = await desk.take(path);
    expect(again).toMatchObject({ storyId: story.id, alreadyHere: true });
    expect(again.story).toEqual(taken.story);
  });

  it('brings new paragraphs once, however often it is taken in', async () => {
    const path = await review('back.docx', (xml) =>
      xml.replace('<w:sectPr>', `<w:p><w:pPr>${lina.end('ins')}</w:pPr>${lina.puts('Put in.')}</w:p><w:sectPr>`),
    );
    await desk.take(path);
    const { story: now } = await desk.take(path);
    expect(texts(now)).toEqual(['The tide came in.', 'It went out.', 'Put in.']);
  });

  it('says where a picture became another file, and nothing where it only lies elsewhere in the document', async () => {
    const bytes = Uint8Array.from(await drawPicture({ type: 'image/png', width: 320, height: 240 }));
    const { id: assetId } = await desk.library.ask('media.add', { name: 'harbour.png', bytes, ticket: 't' });
    const picture: Block = {
      ...{ id: 'pic' as BlockId, type: 'figure', assetId, fileName: 'harbour.png' },
      ...{ caption: [{ type: 'text', text: 'Boats at rest' }], credit: 'A. Photographer', alt: '', origin: {} },
    };
    const order = [...story.blocks.map(({ id }) => id), picture.id];
    await desk.library.ask('stories.put', { id: story.id, blocks: [picture], order });
    const out = await send('pictured.docx');
    const said = ({ story: now }: Awaited<ReturnType<typeof desk.take>>) =>
      now.review?.threads.map(({ about, notes }) => [about.kind === 'block' && about.blockId, notes[0]?.text]) ?? [];

    const elsewhere = await repackWord(out, join(desk.documents, 'elsewhere.docx'), (path, xml) =>
      path === 'word/_rels/document.xml.rels' ? xml.replace('Target="media/', 'Target="/word/media/') : xml,
    );
    const same = await desk.take(elsewhere);
    expect([same.alreadyHere, said(same)]).toEqual([true, []]);

    const other = await drawPicture({ type: 'image/png', width: 320, height: 320 });
    const back = join(desk.documents, 'back.docx');
    await repackWord(
      out,
      back,
      (_path, xml) => xml,
      (path, inside) => (path.includes('/media/') ? other : inside),
    );
    const taken = await desk.take(back);
    expect(said(taken)).toEqual([['pic', expect.stringContaining('In Word this picture became another file')]]);
    expect(taken.notes).toEqual(['A comment came with it.']);
    expect(taken.story.blocks.at(-1)).toMatchObject({ assetId });
    expect(said(await desk.take(back))).toHaveLength(1);
  });
});
