// @vitest-environment jsdom
import type { LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $selectBlock } from '../../../../../renderer/editor/blocks/selectBlock.ts';
import { PagePictures } from '../../../../../renderer/editor/figure/PagePictures.ts';
import { PictureReads } from '../../../../../renderer/editor/figure/PictureReads.ts';
import { registerGalleries } from '../../../../../renderer/editor/figure/registerGalleries.ts';
import { $findBlock } from '../../../../../renderer/editor/model/topLevel.ts';
import { $pasteBlocks } from '../../../../../renderer/editor/paste/pasteBlocks.ts';
import { fail, type Result } from '../../../../../shared/lang/result.ts';
import type { Asset } from '../../../../../shared/media/asset.ts';
import type { Block, Figure } from '../../../../../shared/story/block.ts';
import { withGalleries } from '../../../../../shared/story/galleries.ts';
import type { BlockId, GalleryId } from '../../../../../shared/story/ids.ts';
import { caret, edit, openOnPage, paragraph, press, readBlocks, run, select, undo } from '../editorRig.ts';
import { FakeLibrary } from '../FakeLibrary.ts';

function figure(name: string, gallery?: string): Figure {
  const own = gallery === undefined ? {} : { gallery: gallery as GalleryId };
  const plain = { fileName: `${name}.jpg`, credit: '', alt: '', origin: {}, ...own };
  return { ...plain, id: name as BlockId, type: 'figure', assetId: null, caption: [] };
}

/** The page in short: pictures of a gallery joined by `+`. */
function outline(editor: LexicalEditor): string[] {
  return withGalleries(readBlocks(editor)).map((part) =>
    part.type === 'gallery' ? part.figures.map(nameOf).join('+') : nameOf(part),
  );
}

function nameOf(block: Block): string {
  return block.type === 'figure' ? block.fileName.replace('.jpg', '') : block.id;
}

function open(...blocks: Block[]) {
  const editor = openOnPage([...blocks, paragraph('end', 'The end.')]);
  const said: string[] = [];
  registerGalleries(editor, (message) => said.push(message));
  return { editor, said };
}

function choose(editor: LexicalEditor, name: string): void {
  edit(editor, () => {
    const block = $findBlock(name as BlockId);
    if (block) $selectBlock(block);
  });
}

function described(editor: LexicalEditor): (string | null)[] {
  const root = editor.getRootElement();
  return [...(root?.querySelectorAll('figure') ?? [])].map((element) => element.getAttribute('aria-description'));
}

describe('making a gallery', () => {
  it('joins the picture at the caret with those right beside it, in one step', () => {
    const { editor, said } = open(figure('a'), figure('b'), figure('c'), paragraph('p', 'Words.'), figure('d'));
    select(editor, 'b', 0, 0, 'caption');
    run(editor, 'picture.gallery');
    expect(outline(editor)).toEqual(['a+b+c', 'p', 'd', 'end']);
    expect(said).toEqual(['These 3 pictures are a gallery now.']);
    expect(described(editor)).toEqual(['Gallery, 1 of 3', 'Gallery, 2 of 3', 'Gallery, 3 of 3', null]);
    undo(editor);
    expect(outline(editor)).toEqual(['a', 'b', 'c', 'p', 'd', 'end']);
    expect(described(editor)).toEqual([null, null, null, null]);
  });

  it('adds a picture to the gallery it stands beside, under the same name', () => {
    const { editor } = open(figure('a', 'x'), figure('b', 'x'), figure('c'));
    choose(editor, 'c');
    run(editor, 'picture.gallery');
    expect(readBlocks(editor).map((block) => 'gallery' in block && block.gallery)).toEqual(['x', 'x', 'x', false]);
  });

  it.each([
    ['a picture that stands alone', 'a', /two pictures or more/],
    ['words', 'end', /Select a picture first/],
    ['a picture of one already', 'x1', /a gallery already/],
  ])('says why it cannot, at %s', (_what, at, reason) => {
    const { editor, said } = open(figure('a'), paragraph('p', 'Words.'), figure('x1', 'x'), figure('x2', 'x'));
    if (at === 'end') select(editor, at, 0);
    else choose(editor, at);
    const before = outline(editor);
    run(editor, 'picture.gallery');
    expect(said).toEqual([expect.stringMatching(reason)]);
    expect(outline(editor)).toEqual(before);
  });
});

describe('taking a picture out of its gallery', () => {
  it('leaves one from the edge where it is', () => {
    const { editor } = open(figure('a', 'x'), figure('b', 'x'), figure('c', 'x'));
    choose(editor, 'a');
    run(editor, 'picture.alone');
    expect(outline(editor)).toEqual(['a', 'b+c', 'end']);
  });

  it('puts one from the middle behind the others, which stay together', () => {
    const { editor } = open(figure('a', 'x'), figure('b', 'x'), figure('c', 'x'));
    choose(editor, 'b');
    run(editor, 'picture.alone');
    expect(outline(editor)).toEqual(['a+c', 'b', 'end']);
    expect(caret(editor)).toBe('selected b');
    undo(editor);
    expect(outline(editor)).toEqual(['a+b+c', 'end']);
  });

  it('says that a picture is in none', () => {
    const { editor, said } = open(figure('a', 'x'));
    choose(editor, 'a');
    run(editor, 'picture.alone');
    expect(said).toEqual(['This is no picture of a gallery: select one first.']);
  });
});

describe('moving pictures', () => {
  it('reorders inside a gallery, and leads out of it and back', () => {
    const { editor } = open(figure('a', 'x'), figure('b', 'x'), figure('c', 'x'), paragraph('p', 'Words.'));
    choose(editor, 'a');
    run(editor, 'block.moveDown');
    expect(outline(editor)).toEqual(['b+a+c', 'p', 'end']);
    run(editor, 'block.moveDown');
    run(editor, 'block.moveDown');
    expect(outline(editor)).toEqual(['b+c', 'p', 'a', 'end']);
    run(editor, 'block.moveUp');
    expect(outline(editor)).toEqual(['b+c+a', 'p', 'end']);
  });

  it('lets another picture join where it comes between two', () => {
    const { editor } = open(figure('a', 'x'), figure('b', 'x'), figure('c'));
    choose(editor, 'c');
    run(editor, 'block.moveUp');
    expect(outline(editor)).toEqual(['a+c+b', 'end']);
  });

  it('lets words part a gallery, and their leaving close it again', () => {
    const { editor } = open(figure('a', 'x'), figure('b', 'x'), paragraph('p', 'Words.'));
    select(editor, 'p', 0);
    run(editor, 'block.moveUp');
    expect(outline(editor)).toEqual(['a', 'p', 'b', 'end']);
    expect(described(editor)).toEqual([null, null]);
    run(editor, 'block.moveUp');
    expect(outline(editor)).toEqual(['p', 'a+b', 'end']);
    expect(described(editor)).toEqual(['Gallery, 1 of 2', 'Gallery, 2 of 2']);
  });
});

describe('keys in a gallery', () => {
  it.each(['Enter', 'Tab', 'ArrowDown'] as const)('%s goes from the last words of one picture to the next', (key) => {
    const { editor } = open(figure('a', 'x'), figure('b', 'x'));
    select(editor, 'a', 0, 0, 'alt');
    press(editor, key);
    expect(caret(editor)).toBe('b caption 0');
    expect(outline(editor)).toEqual(['a+b', 'end']);
  });

  it('Shift+Tab and the arrow up go back', () => {
    const { editor } = open(figure('a', 'x'), figure('b', 'x'));
    select(editor, 'b', 0, 0, 'caption');
    press(editor, 'Tab', true);
    expect(caret(editor)).toBe('a alt 0');
    select(editor, 'b', 0, 0, 'caption');
    press(editor, 'ArrowUp');
    expect(caret(editor)).toBe('a alt 0');
  });

  it('arrows go from a selected picture to the next one', () => {
    const { editor } = open(figure('a', 'x'), figure('b', 'x'), figure('c', 'x'));
    choose(editor, 'a');
    press(editor, 'ArrowRight');
    press(editor, 'ArrowDown');
    expect(caret(editor)).toBe('selected c');
    press(editor, 'ArrowLeft');
    expect(caret(editor)).toBe('selected b');
  });

  it.each(['a', 'b', 'c'])('Backspace takes a selected picture away and leaves the others together: %s', (name) => {
    const { editor } = open(figure('a', 'x'), figure('b', 'x'), figure('c', 'x'));
    choose(editor, name);
    press(editor, 'Backspace');
    expect(outline(editor)).toEqual([['a', 'b', 'c'].filter((other) => other !== name).join('+'), 'end']);
    undo(editor);
    expect(outline(editor)).toEqual(['a+b+c', 'end']);
  });

  it('Escape leaves it, past its last picture', () => {
    const { editor } = open(figure('a', 'x'), figure('b', 'x'), figure('c', 'x'));
    select(editor, 'a', 0, 0, 'credit');
    press(editor, 'Escape');
    expect(caret(editor)).toBe('end 0');
  });
});

describe('pictures that come in', () => {
  const files = (...names: string[]) => names.map((name) => new File(['x'], `${name}.jpg`, { type: 'image/jpeg' }));

  function openPictures(...blocks: Block[]) {
    const { editor } = open(...blocks);
    const waiting: ((result: Result<Asset>) => void)[] = [];
    const addPicture = () => new Promise<Result<Asset>>((done) => waiting.push(done));
    const reads = PictureReads.of(new FakeLibrary());
    return { editor, waiting, pictures: new PagePictures({ editor, reads, addPicture, announce: () => undefined }) };
  }

  it('several at once are a gallery, one alone is a plain picture; one undo takes them all back', () => {
    const { editor, pictures } = openPictures(paragraph('p', 'Words.'));
    select(editor, 'p', 0);
    pictures.insertFiles(files('1', '2', '3'));
    expect(outline(editor)).toEqual(['p', '1+2+3', 'end']);
    undo(editor);
    expect(outline(editor)).toEqual(['p', 'end']);
    pictures.insertFiles(files('4'));
    expect(readBlocks(editor).filter((block) => block.type === 'figure' && block.gallery)).toEqual([]);
  });

  it('stay together when one of them is refused', async () => {
    const { editor, pictures, waiting } = openPictures(paragraph('p', 'Words.'));
    select(editor, 'p', 0);
    pictures.insertFiles(files('1', '2', '3'));
    waiting[1]?.(fail('notPicture', 'This file is not a picture Stet can read.'));
    await new Promise((turn) => setTimeout(turn));
    expect(outline(editor)).toEqual(['p', '1+3', 'end']);
  });

  it('join the gallery at the caret', () => {
    const { editor, pictures } = openPictures(figure('a', 'x'), figure('b', 'x'));
    select(editor, 'b', 0, 0, 'caption');
    pictures.insertFiles(files('1', '2'));
    expect(outline(editor)).toEqual(['a+b+1+2', 'end']);
  });

  it('pasted between two of a gallery are part of it; a pasted gallery is one of its own', () => {
    const { editor } = open(figure('a', 'x'), figure('b', 'x'), paragraph('p', 'Words.'));
    choose(editor, 'a');
    edit(editor, () => $pasteBlocks([figure('c')], false));
    expect(outline(editor)).toEqual(['a+c+b', 'p', 'end']);
    select(editor, 'p', 6);
    edit(editor, () => $pasteBlocks([figure('d', 'y'), figure('e', 'y')], false));
    expect(outline(editor)).toEqual(['a+c+b', 'p', 'd+e', 'end']);
  });
});
