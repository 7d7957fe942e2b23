// @vitest-environment jsdom
import type { LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { PagePictures } from '../../../../../renderer/editor/figure/PagePictures.ts';
import { PictureReads } from '../../../../../renderer/editor/figure/PictureReads.ts';
import { registerOrigins } from '../../../../../renderer/editor/figure/registerFigures.ts';
import { fail, succeed, type Result } from '../../../../../shared/lang/result.ts';
import type { Asset, EmbeddedMetadata } from '../../../../../shared/media/asset.ts';
import type { Block, Figure } from '../../../../../shared/story/block.ts';
import type { AssetId } from '../../../../../shared/story/ids.ts';
import { openOnPage, outline, paragraph, press, readBlocks, run, select, type, undo } from '../editorRig.ts';
import { FakeLibrary } from '../FakeLibrary.ts';

const PHOTO = 'ab'.repeat(32) as AssetId;

function asset(embedded: EmbeddedMetadata = {}): Asset {
  return {
    id: PHOTO,
    type: 'image/jpeg',
    bytes: 10,
    width: 6000,
    height: 4000,
    fileName: 'crowd.jpg',
    createdAt: '2026-01-01T00:00:00.000Z',
    embedded,
  };
}

/** A page that takes pictures; `answer` ends the reading of the oldest one. */
function openPictures(blocks: readonly Block[]) {
  const editor = openOnPage(blocks);
  registerOrigins(editor);
  const library = new FakeLibrary();
  const waiting: { ticket: string; done: (result: Result<Asset>) => void }[] = [];
  const said: string[] = [];
  const addPicture = (_file: File, ticket: string) =>
    new Promise<Result<Asset>>((done) => waiting.push({ ticket, done }));
  const announce = (message: string) => said.push(message);
  const open = () => new PagePictures({ editor, reads: PictureReads.of(library), addPicture, announce });
  const answer = async (result: Result<Asset>) => {
    waiting.shift()?.done(result);
    await new Promise((turn) => setTimeout(turn));
  };
  return { editor, library, pictures: open(), open, waiting, said, answer };
}

const jpeg = (name = 'crowd.jpg') => new File(['bytes'], name, { type: 'image/jpeg' });

function theFigure(editor: LexicalEditor): Figure {
  const found = readBlocks(editor).find((block) => block.type === 'figure');
  if (!found) throw new Error('There is no picture on the page');
  return found;
}

function figureFacts(editor: LexicalEditor, pictures: PagePictures) {
  const key = editor.read(
    () => [...editor.getEditorState()._nodeMap].find(([, node]) => node.getType() === 'figure')?.[0],
  );
  return pictures.facts(key ?? '');
}

describe('a picture that was dropped or chosen', () => {
  it('has its place at once and its bytes later; typing goes on meanwhile', async () => {
    const { editor, pictures, answer } = openPictures([paragraph('a', 'One'), paragraph('b', '')]);
    select(editor, 'a', 3);
    pictures.insertFiles([jpeg()]);
    expect(theFigure(editor)).toMatchObject({ assetId: null, fileName: 'crowd.jpg' });
    type(editor, 'On');
    await answer(succeed(asset()));
    expect(theFigure(editor)).toMatchObject({ assetId: PHOTO });
    expect(outline(editor, ['a', 'b'])).toEqual(['a paragraph: One', 'new figure:', 'b paragraph: On']);
  });

  it('shows how far it has been read', () => {
    const { editor, pictures, library, waiting } = openPictures([paragraph('a', 'One')]);
    pictures.insertFiles([jpeg()]);
    library.tell('media.progressed', { ticket: waiting[0]?.ticket ?? '', step: 'storing', share: 0.5 });
    expect(figureFacts(editor, pictures).read).toEqual({ kind: 'reading', fileName: 'crowd.jpg', share: 0.5 });
  });

  it('fills caption, credit and alt with what the file says, and says so', async () => {
    const { editor, pictures, answer } = openPictures([paragraph('a', 'One')]);
    pictures.insertFiles([jpeg()]);
    await answer(
      succeed(asset({ caption: 'A crowd.', creator: 'A. Qureshi', credit: 'AFP', alt: 'People with flags' })),
    );
    expect(theFigure(editor)).toMatchObject({
      caption: [{ type: 'text', text: 'A crowd.' }],
      credit: 'A. Qureshi / AFP',
      alt: 'People with flags',
      origin: { caption: 'embedded', credit: 'embedded', alt: 'embedded' },
    });
  });

  it('never overwrites what somebody wrote while it was read', async () => {
    const { editor, pictures, answer } = openPictures([paragraph('a', 'One')]);
    pictures.insertFiles([jpeg()]);
    select(editor, theFigure(editor).id, 0, 0, 'caption');
    type(editor, 'Mine');
    await answer(succeed(asset({ caption: 'Theirs', credit: 'AFP' })));
    expect(theFigure(editor)).toMatchObject({
      caption: [{ type: 'text', text: 'Mine' }],
      credit: 'AFP',
      origin: { caption: 'typed', credit: 'embedded' },
    });
  });

  it('counts a field as typed once its words are changed, and undo takes that back', async () => {
    const { editor, pictures, answer } = openPictures([paragraph('a', 'One')]);
    pictures.insertFiles([jpeg()]);
    await answer(succeed(asset({ caption: 'A crowd' })));
    select(editor, theFigure(editor).id, 7, 7, 'caption');
    type(editor, '!');
    expect(theFigure(editor).origin).toEqual({ caption: 'typed' });
    undo(editor);
    expect(theFigure(editor)).toMatchObject({
      caption: [{ type: 'text', text: 'A crowd' }],
      origin: { caption: 'embedded' },
    });
  });

  it('comes with several files in their order', () => {
    const { editor, pictures } = openPictures([paragraph('a', 'One'), paragraph('b', 'Two')]);
    select(editor, 'a', 0);
    pictures.insertFiles([jpeg('1.jpg'), jpeg('2.jpg')]);
    expect(readBlocks(editor).map((block) => (block.type === 'figure' ? block.fileName : block.id))).toEqual([
      'a',
      '1.jpg',
      '2.jpg',
      'b',
    ]);
  });

  it('leaves nothing behind when it is refused, and says why', async () => {
    const { editor, pictures, answer, said } = openPictures([paragraph('a', 'One'), paragraph('b', 'Two')]);
    select(editor, 'a', 0);
    pictures.insertFiles([jpeg('virus.jpg')]);
    await answer(fail('notPicture', 'This file is not a picture Stet can read.'));
    expect(said).toEqual(['virus.jpg: This file is not a picture Stet can read.']);
    expect(outline(editor, ['a', 'b'])).toEqual(['a paragraph: One', 'b paragraph: Two']);
  });

  it('keeps its caption when it is refused, with the reason in its place', async () => {
    const { editor, pictures, answer } = openPictures([paragraph('a', 'One')]);
    pictures.insertFiles([jpeg()]);
    select(editor, theFigure(editor).id, 0, 0, 'caption');
    type(editor, 'Mine');
    await answer(fail('tooLarge', 'This picture is too large.'));
    expect(theFigure(editor)).toMatchObject({ caption: [{ type: 'text', text: 'Mine' }] });
    expect(figureFacts(editor, pictures).read).toMatchObject({ kind: 'failed', message: 'This picture is too large.' });
  });

  it('can be tried again when the library was away', async () => {
    const { editor, pictures, answer } = openPictures([paragraph('a', 'One')]);
    pictures.insertFiles([jpeg()]);
    await answer(fail('libraryAway', 'The library stopped.', true));
    pictures.retry(theFigure(editor).id);
    await answer(succeed(asset()));
    expect(theFigure(editor)).toMatchObject({ assetId: PHOTO });
  });

  it('has its picture even when undo brings it back as it was before', async () => {
    const { editor, pictures, answer } = openPictures([paragraph('a', 'One'), paragraph('b', '')]);
    select(editor, 'a', 3);
    pictures.insertFiles([jpeg()]);
    expect(theFigure(editor).assetId).toBeNull();
    type(editor, 'On and on');
    await answer(succeed(asset({ caption: 'A crowd' })));
    undo(editor);
    await new Promise((turn) => setTimeout(turn));
    expect(theFigure(editor)).toMatchObject({ assetId: PHOTO, caption: [{ type: 'text', text: 'A crowd' }] });
  });

  it('finds its figure when the story was left while it was read', async () => {
    const { editor, pictures, open, answer } = openPictures([paragraph('a', 'One')]);
    pictures.insertFiles([jpeg()]);
    pictures.stop();
    await answer(succeed(asset()));
    expect(theFigure(editor)).toMatchObject({ assetId: null });
    open().settleAll();
    await new Promise((turn) => setTimeout(turn));
    expect(theFigure(editor)).toMatchObject({ assetId: PHOTO });
  });
});

describe('a figure under the keys', () => {
  const figure: Block = {
    id: 'f' as never,
    type: 'figure',
    assetId: PHOTO,
    fileName: 'crowd.jpg',
    caption: [{ type: 'text', text: 'A crowd' }],
    credit: 'AFP',
    alt: '',
    origin: {},
  };

  it('Enter goes from caption to credit to alt text to the paragraph after', () => {
    const { editor } = openPictures([figure, paragraph('b', 'After')]);
    select(editor, 'f', 7, 7, 'caption');
    press(editor, 'Enter');
    type(editor, '1');
    press(editor, 'Enter');
    type(editor, '2');
    press(editor, 'Enter');
    type(editor, '3');
    expect(readBlocks(editor)).toMatchObject([
      { type: 'figure', credit: 'AFP1', alt: '2' },
      { content: [{ text: '3After' }] },
    ]);
  });

  it('Backspace at the start of its caption selects it, once more deletes it', () => {
    const { editor } = openPictures([paragraph('a', 'Before'), figure]);
    select(editor, 'f', 0, 0, 'caption');
    press(editor, 'Backspace');
    expect(readBlocks(editor)).toHaveLength(2);
    press(editor, 'Backspace');
    expect(outline(editor, ['a'])).toEqual(['a paragraph: Before']);
  });

  it('moves with its words', () => {
    const { editor } = openPictures([paragraph('a', 'Before'), figure]);
    select(editor, 'f', 1, 1, 'credit');
    run(editor, 'block.moveUp');
    expect(readBlocks(editor)).toEqual([figure, paragraph('a', 'Before')]);
  });

  it('a credit takes no marks, a caption does', () => {
    const { editor } = openPictures([figure]);
    select(editor, 'f', 0, 3, 'credit');
    run(editor, 'format.bold');
    select(editor, 'f', 0, 7, 'caption');
    run(editor, 'format.bold');
    expect(readBlocks(editor)[0]).toMatchObject({
      credit: 'AFP',
      caption: [{ type: 'text', text: 'A crowd', marks: ['bold'] }],
    });
  });
});
