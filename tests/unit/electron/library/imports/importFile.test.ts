import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockText } from '../../../../../shared/story/plainText.ts';
import type { Figure } from '../../../../../shared/story/block.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { drawPicture } from '../../../../fixtures/pictures/drawPicture.ts';
import { PictureMaker } from '../../../../fixtures/pictures/PictureMaker.ts';
import { HEADLINE, PULL_QUOTES, WIRE_PAGE } from '../../../../fixtures/documents/wirePage.ts';
import { makeWord, wordParagraph } from '../../../../fixtures/documents/WordMaker.ts';
import { ImportDesk } from './ImportDesk.ts';

let desk: ImportDesk;
let maker: PictureMaker;
let png: Buffer;
beforeAll(async () => {
  desk = new ImportDesk();
  maker = new PictureMaker(join(desk.documents, 'pictures'));
  png = await drawPicture({ type: 'image/png', width: 60, height: 40 });
});
afterAll(async () => {
  await maker.close();
  desk.close();
});

const COPY = 'The first paragraph of the story says what happened and is longer than its headline is.';

function figures({ blocks }: Story): Figure[] {
  return blocks.filter((block) => block.type === 'figure');
}

describe('taking a document in', () => {
  it('stores its story with a first revision and a line in its history', async () => {
    const taken = await desk.takeText('flood.txt', WIRE_PAGE);
    expect(taken).toMatchObject({ fileName: 'flood.txt', alreadyHere: false });
    expect(taken.story.fields.headline).toBe(HEADLINE);
    expect(taken.story.blocks.filter((block) => block.type === 'pullQuote')).toHaveLength(PULL_QUOTES.length);
    const { storyId } = taken;
    expect(await desk.library.ask('history.list', { storyId })).toMatchObject([
      { kind: 'imported', summary: 'Imported from “flood.txt”.' },
    ]);
    expect(await desk.library.ask('revisions.list', { storyId })).toMatchObject([{ reason: 'imported' }]);
  });

  it('removes furniture only when told to', async () => {
    const { storyId, furniture, story } = await desk.takeText('again.txt', WIRE_PAGE);
    expect(story.blocks.map(blockText).join()).toContain('Donate');
    const opened = await desk.library.ask('stories.removeFurniture', { id: storyId, furniture });
    expect(opened.story.blocks.map(blockText).join()).not.toMatch(/Donate|Browse Categories/);
    expect(opened.story.blocks).toHaveLength(story.blocks.length - furniture.flatMap((piece) => piece.blockIds).length);
  });

  it.each([
    ['story.md', '# Head of all\n\nWords **bold**.', ['Words bold.']],
    ['story.markdown', '---\ntitle: Head of all\n---\nWords.', ['Words.']],
    ['story.html', `<h1>Head of all</h1><p>Words.</p>`, ['Words.']],
    ['story.htm', `<!doctype html><title>x</title><h1>Head of all</h1>Words.`, ['Words.']],
    [
      'old.doc',
      `<html xmlns:w="urn:schemas-microsoft-com:office:word"><h1>Head of all</h1><p class=MsoNormal>Words.</p>`,
      ['Words.'],
    ],
    ['nameless', `Head of all\n\n${COPY}`, [COPY]],
  ])('picks the reader for %s', async (name, content, texts) => {
    const { story } = await desk.takeText(name, content);
    expect(story.fields.headline).toBe('Head of all');
    expect(story.blocks.map(blockText)).toEqual(texts);
  });
});

describe('pictures of a page', () => {
  it('are taken from beside it and out of it, filled with what they say themselves', async () => {
    await maker.news('market.jpg');
    const html = `<h1>Head of all</h1><figure><img src="pictures/market.jpg" alt="Scales"></figure>
      <figure><img src="pictures/market.jpg?v=2#x"><figcaption>Its own caption <cite>Its own credit</cite></figcaption></figure>
      <img src="data:image/png;base64,${png.toString('base64')}" alt="inside"><p>${COPY}</p>`;
    const { story, notes } = await desk.takeText('page.html', html);
    const [first, second, third] = figures(story);
    expect(first).toMatchObject({
      fileName: 'market.jpg',
      caption: [{ type: 'text', text: 'Vendors weigh out apricots at the Kohsar market in Islamabad on 3 May 2026.' }],
      credit: 'Ayesha Raza, Omar Beg / North Wire',
      alt: 'Scales',
      origin: { caption: 'embedded', credit: 'embedded', alt: 'typed' },
    });
    expect(first?.assetId).not.toBeNull();
    expect(second).toMatchObject({
      assetId: first?.assetId,
      credit: 'Its own credit',
      origin: { caption: 'typed', alt: 'embedded' },
    });
    expect(third?.assetId && desk.access.media.find(third.assetId)).toMatchObject({ type: 'image/png', width: 60 });
    expect(notes).toEqual([]);
  });

  it('are never fetched, never taken from outside its folder, and never stop the story', async () => {
    mkdirSync(join(desk.documents, 'deep/inner'), { recursive: true });
    writeFileSync(join(desk.root, 'secret.png'), png);
    writeFileSync(join(desk.documents, 'deep', 'broken.png'), 'not a picture');
    symlinkSync(join(desk.root, 'secret.png'), join(desk.documents, 'deep', 'link.png'));
    const sources = [
      'https://cdn.example.org/remote.jpg',
      '//cdn.example.org/remote.jpg',
      'missing.png',
      'broken.png',
      '../../secret.png',
      '..%2F..%2Fsecret.png',
      '..\\..\\secret.png',
      'inner/../../../secret.png',
      join(desk.root, 'secret.png'),
      `file://${join(desk.root, 'secret.png')}`,
      'link.png',
      'cid:image1',
      'data:image/png;base64,',
      'data:image/png;base64,aGVsbG8=',
      'javascript:alert(1)',
    ];
    const html = `<p>${COPY}</p>${sources.map((src) => `<figure><img src="${src}" alt="x"><figcaption>Kept</figcaption></figure>`).join('')}`;
    const { story, notes } = await desk.takeText('deep/page.html', html);
    expect(figures(story).map((figure) => figure.assetId)).toEqual(sources.map(() => null));
    expect(figures(story).map(blockText)).toEqual(sources.map(() => 'Kept'));
    const kept = 'The place, the caption and the credit are kept.';
    expect(notes).toEqual([
      `2 pictures are on the web and not fetched. ${kept}`,
      `4 pictures are not with the document. ${kept}`,
      `7 pictures are outside the document's folder and not taken. ${kept}`,
      expect.stringMatching(/^“broken\.png” was not taken in: /),
      expect.stringMatching(/^“picture” was not taken in: /),
    ]);
  });

  it('are found beside Markdown, and by names with spaces and percent signs', async () => {
    desk.write('md/pics/a b%20c.png', png);
    desk.write('md/100%.png', png);
    const { story, notes } = await desk.takeText(
      'md/story.md',
      `${COPY}\n\n![one](<pics/a b%20c.png>)\n\n![two](100%25.png)\n\n![three](<100%.png>)`,
    );
    expect(notes).toEqual([]);
    expect(figures(story).map((figure) => figure.assetId !== null)).toEqual([true, true, true]);
  });
});

describe('letters', () => {
  const hebrew = 'הנהר לקח את הגשר, וסוחרי העיר אמרו שאיש אינו אשם בכך.';
  const arabic = 'أخذ النهر الجسر، وقال التجار إن أحدا لا يلام على ذلك.';
  /** Encodes by the table the decoder has; only single-byte encodings. */
  function encode(text: string, encoding: string): Buffer {
    const table = new Map(
      Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
    );
    return Buffer.from(Array.from(text, (character) => table.get(character) ?? 0x3f));
  }

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${arabic}`), arabic, false],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${hebrew}`, 'utf16le'), hebrew, false],
    ['UTF-16 without a mark', Buffer.from(hebrew, 'utf16le'), hebrew, false],
    ['UTF-16 the other way', Buffer.from(`\ufeff${arabic}`, 'utf16le').swap16(), arabic, false],
    ['Windows-1256', encode(arabic, 'windows-1256'), arabic, true],
    ['Windows-1255', encode(hebrew, 'windows-1255'), hebrew, true],
    ['ISO 8859-6', encode('قال التاجر إن الجسر لا يفتح', 'iso-8859-6'), 'قال التاجر إن الجسر لا يفتح', true],
    [
      'Windows-1251',
      encode('Река унесла мост, сказали торговцы.', 'windows-1251'),
      'Река унесла мост, сказали торговцы.',
      true,
    ],
    [
      'Windows-1252',
      Buffer.from('Caf\xe9 \x93na\xefve\x94 \x97 se\xf1or, it\x92s 5 \x80.', 'latin1'),
      'Café “naïve” — señor, it’s 5 €.',
      true,
    ],
    ['spoilt UTF-8', Buffer.concat([Buffer.from(arabic), Buffer.from([0xff, 0x20, 0x2e])]), `${arabic}\ufffd .`, true],
  ])('are read in %s', async (name, bytes, text, isGuessed) => {
    const { story, notes } = await desk.takeText(`${name}.txt`, bytes);
    expect(story.blocks.map(blockText)).toEqual([text]);
    expect(notes.some((note) => note.includes('Look the letters over'))).toBe(isGuessed);
  });

  it('are read as a page says, unless it is wrong', async () => {
    const page = (charset: string) => `<meta charset="${charset}"><h1>x y z</h1><p>`;
    const right = await desk.takeText(
      'right.html',
      Buffer.concat([Buffer.from(page('windows-1255')), encode(hebrew, 'windows-1255')]),
    );
    expect(right.story.blocks.map(blockText)).toEqual([hebrew]);
    expect(right.notes).toEqual([]);
    const wrong = await desk.takeText('wrong.html', page('windows-1252') + hebrew);
    expect(wrong.story.blocks.map(blockText)).toEqual([hebrew]);
  });
});

describe('a package', () => {
  it('comes back as the very story it was, and is only opened when it is here already', async () => {
    const { storyId, story } = await desk.takeText(
      'to-pack.html',
      `<h1>Head of all</h1><figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>Cap</figcaption></figure><p>${COPY}</p>`,
    );
    const path = join(desk.documents, 'packed.stet');
    await desk.library.ask('exports.write', {
      ...{ storyId, target: 'package', path },
      ...{ gate: 'script', override: null, ownWords: [] },
    });
    expect(await desk.take(path)).toMatchObject({ storyId, alreadyHere: true, notes: [], furniture: [] });

    const other = new ImportDesk();
    try {
      const there = await other.take(path);
      expect(there).toMatchObject({ storyId, alreadyHere: false });
      expect(other.access.hashStory(there.story)).toBe(desk.access.hashStory(story));
      const [figure] = figures(there.story);
      expect(figure?.assetId && other.access.media.pathOf(figure.assetId)).toBeTruthy();
    } finally {
      other.close();
    }

    await desk.library.ask('stories.put', { id: storyId, fields: { headline: 'Changed since' } });
    const copy = await desk.take(path);
    expect(copy.storyId).not.toBe(storyId);
    expect(copy.notes).toEqual([expect.stringContaining('another version')]);
    expect(copy.story.fields.headline).toBe('Head of all');
    expect(desk.access.readStory(storyId).fields.headline).toBe('Changed since');
  });

  it('that is damaged is refused whole', async () => {
    expect((await desk.refusal(desk.write('bad.stet', 'PK\x03\x04 nothing'))).code).toBe('notAPackage');
    expect(
      (
        await desk.refusal(
          desk.write('text.stet.zip', await makeWord({ body: '', replace: { 'word/document.xml': null } })),
        )
      ).message,
    ).toContain('archive');
  });
});

describe('what is refused', () => {
  const compound = (...names: string[]) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      ...names.map((name) => Buffer.from(name, 'utf16le')),
    ]);

  it.each([
    ['empty.txt', '', 'empty', /is empty/],
    ['blank.txt', ' \n\u00a0\n', 'empty', /is empty/],
    ['blank.html', '<script>x</script><p> </p>', 'empty', /is empty/],
    ['locked.docx', compound('EncryptedPackage', 'EncryptionInfo'), 'passwordProtected', /remove the password/],
    ['old.doc', compound('WordDocument'), 'oldWord', /save it as Word \(\.docx\)/],
    ['mail.msg', compound('__substg1.0'), 'otherFormat', /old Office program/],
    ['story.rtf', '{\\rtf1\\ansi x}', 'otherFormat', /Rich Text.*save it as Word/],
    ['renamed.docx', '{\\rtf1\\ansi x}', 'otherFormat', /Rich Text/],
    ['story.pdf', '%PDF-1.7\n%\xe2\xe3', 'otherFormat', /PDF.*copy the text/],
    ['photo.txt', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'otherFormat', /is a picture/],
    ['book.odt', 'PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.textPK', 'otherFormat', /OpenDocument/],
    ['story.pages', 'PK\x03\x04....Index/Document.iwa', 'otherFormat', /Pages/],
    ['sheet.xlsx', 'PK\x03\x04....xl/workbook.xml', 'otherFormat', /spreadsheet/],
    ['many.zip', 'PK\x03\x04....a.txt', 'otherFormat', /Unpack it/],
    [
      'saved.mht',
      'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n',
      'otherFormat',
      /web archive/,
    ],
    [
      'flat.xml',
      '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w xmlns="http://schemas.microsoft.com/office/word/2003/wordml">',
      'otherFormat',
      /saved as XML/,
    ],
    ['data.json', '{"a": 1}', 'notADocument', /not a document Stet reads/],
    [
      'program.txt',
      Buffer.from('7f454c460201010000000000000000000300', 'hex'),
      'notADocument',
      /not a document Stet reads/,
    ],
  ])('%s', async (name, content, code, sentence) => {
    const path = desk.write(name, typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
    const refusal = await desk.refusal(path);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(sentence);
    expect(refusal.message).toContain(name);
  });

  it('a folder, a file that is not there, and too much text', async () => {
    expect((await desk.refusal(desk.documents)).code).toBe('cannotRead');
    expect((await desk.refusal(join(desk.documents, 'nowhere.txt'))).code).toBe('cannotRead');
    expect((await desk.refusal(desk.write('huge.txt', 'a'.repeat(21 * 1024 * 1024)))).message).toMatch(/20 MB/);
    expect((await desk.refusal(desk.write('long.md', 'x\n\n'.repeat(100_001)))).code).toBe('tooLarge');
  }, 120_000);

  it('one of several files, the others taken in', async () => {
    const paths = [
      desk.write('one.txt', COPY),
      desk.write('two.pdf', '%PDF-1.4'),
      desk.write('three.docx', await makeWord({ body: wordParagraph(COPY) })),
    ];
    const outcomes = await desk.library.ask('imports.files', { paths });
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false, true]);
  });
});
