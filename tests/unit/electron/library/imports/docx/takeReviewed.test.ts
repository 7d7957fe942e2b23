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
  sent = join(desk.documents, 'sent.docx');
  await desk.library.ask('exports.write', {
    storyId: story.id,
    target: 'docx',
    path: sent,
    gate: 'script',
    override: null,
    ownWords: [],
  });
});
afterEach(() => desk.close());

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
});
