import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { previewExport } from '../../../../../electron/library/exports/previewExport.ts';
import { writeExport } from '../../../../../electron/library/exports/writeExport.ts';
import { readPackage } from '../../../../../electron/library/packages/readPackage.ts';
import { EXPORT_TARGETS } from '../../../../../shared/export/exportTarget.ts';
import { newStoryId } from '../../../../../shared/story/ids.ts';
import { ExportDesk, figure, paragraph } from './exportDesk.ts';

let desk: ExportDesk;

beforeEach(() => {
  desk = new ExportDesk();
});
afterEach(() => {
  desk.close();
});

describe('an export', () => {
  it.each(EXPORT_TARGETS.filter((target) => target !== 'pdf'))(
    'as %s is byte for byte what the preview showed',
    async (target) => {
      const boat = desk.addPicture('a boat');
      const quay = desk.addPicture(Buffer.alloc(2_500_000, 3), { type: 'image/png' });
      const story = desk.addStory({}, paragraph('The sea came in.'), figure(boat, 'A boat'), figure(quay, ''));
      const library = desk.access();
      const preview = await previewExport(library, story.id, target);
      const document = preview.files[0];
      await writeExport(library, story.id, target, join(desk.out, document?.name ?? ''));
      const written = desk.files();
      expect(Object.keys(written).sort()).toEqual(preview.files.map((file) => file.name).sort());
      for (const file of preview.files) {
        const bytes = Buffer.from(written[file.name] ?? '', 'latin1');
        expect(bytes.length).toBe(file.bytes);
        if (file.text !== null) expect(bytes.toString('utf8')).toBe(file.text);
        if (file.assetId !== null) expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.assetId);
      }
      expect(preview.bytes).toBe(preview.files.reduce((sum, file) => sum + file.bytes, 0));
      const isAlone = target === 'text' || target === 'package' || target === 'docx';
      expect(preview.files).toHaveLength(isAlone ? 1 : 3);
    },
  );

  it('leaves a receipt in the history, with the revision it was made from', async () => {
    const boat = desk.addPicture('a boat');
    const story = desk.addStory({}, paragraph('The sea came in.'), figure(boat, 'A boat'));
    const library = desk.access();
    const path = join(desk.out, 'named-by-hand.html');
    const receipt = await writeExport(library, story.id, 'html', path);
    const [revision] = desk.library.revisions.list(story.id);
    expect(receipt.kind).toBe('exported');
    expect(receipt.summary).toBe('Exported as HTML to “named-by-hand.html” with a picture.');
    expect(receipt.detail).toEqual({
      ...{ target: 'html', path, files: 2, bytes: statSync(path).size + 6, revisionId: revision?.id },
      pictures: [
        {
          name: expect.stringMatching(/^tide-pictures\/a-boat-[0-9a-f]{12}\.jpg$/),
          report: { kept: [], removed: [], moves: false },
        },
      ],
      sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    });
    expect(desk.library.history.list(story.id).at(-1)).toEqual(receipt);
    expect(revision?.hash).toBe(library.hashStory(story));
  });

  it('tells how far it has come, a file at a time', async () => {
    const story = desk.addStory({}, figure(desk.addPicture('a boat'), 'A boat'), figure(desk.addPicture('a quay'), ''));
    await writeExport(desk.access(), story.id, 'html', join(desk.out, 'tide.html'));
    // Two pictures made, then three files written.
    expect(desk.progress).toEqual([0, 1, 2, 2, 3, 4, 5].map((written) => [written, 5]));
    desk.progress.length = 0;
    await writeExport(desk.access(), story.id, 'package', join(desk.out, 'tide.stet'));
    expect(desk.progress).toEqual([0, 1, 2, 3].map((written) => [written, 3]));
  });

  it('is of one moment, however the story goes on meanwhile', async () => {
    const story = desk.addStory({}, paragraph('Before.'), figure(desk.addPicture('a boat'), ''));
    const typed = paragraph('Typed while it was written.');
    const library = desk.access(() => {
      desk.library.drafts.put({ id: story.id, blocks: [typed], order: [typed.id] });
    });
    const path = join(desk.out, 'tide.stet');
    const receipt = await writeExport(library, story.id, 'package', path);
    const exported = await readPackage(path, (content) => Promise.resolve(content.story));
    expect(exported).toEqual(story);
    const revision = desk.library.revisions.list(story.id).find(({ id }) => id === receipt.detail.revisionId);
    expect(revision?.hash).toBe(library.hashStory(story));
    expect(library.readStory(story.id).blocks).toEqual([typed]);
  });

  it('of a story that is not there fails, and writes nothing', async () => {
    const failing = writeExport(desk.access(), newStoryId(), 'text', join(desk.out, 'x.txt'));
    await expect(failing).rejects.toMatchObject({ code: 'notFound' });
    expect(desk.files()).toEqual({});
  });
});

describe('where an export goes', () => {
  it('is the folder that is there, under its own name', async () => {
    const story = desk.addStory({ slug: 'tide/../../etc' }, paragraph('Words.'));
    const receipt = await writeExport(desk.access(), story.id, 'text', desk.out);
    expect(receipt.detail.path).toBe(join(desk.out, 'tide-..-..-etc.txt'));
    expect(Object.keys(desk.files())).toHaveLength(1);
  });

  it('is a new folder for a page with pictures, where the path has no ending', async () => {
    const story = desk.addStory({}, figure(desk.addPicture('a boat'), 'A boat'));
    const receipt = await writeExport(desk.access(), story.id, 'html', join(desk.out, 'deep', 'page'));
    expect(receipt.detail.path).toBe(join(desk.out, 'deep', 'page', 'tide.html'));
    expect(Object.keys(desk.files()).sort()).toEqual([
      expect.stringMatching(/^deep\/page\/tide-pictures\/a-boat-[0-9a-f]{12}\.jpg$/),
      'deep/page/tide.html',
    ]);
  });

  it('is a file for everything else', async () => {
    const story = desk.addStory({}, paragraph('Words.'));
    await writeExport(desk.access(), story.id, 'html', join(desk.out, 'page'));
    await writeExport(desk.access(), story.id, 'package', join(desk.out, 'pack'));
    expect(Object.keys(desk.files()).sort()).toEqual(['pack', 'page']);
  });
});

describe('an export over another', () => {
  it('takes its place, and takes away the pictures that only the old one showed', async () => {
    const gone = desk.addPicture('a face that must not be sent on');
    const kept = desk.addPicture('a boat');
    const old = desk.addStory({}, figure(gone, 'A face'), figure(kept, 'A boat'), paragraph('Old.'));
    const shared = desk.addStory({}, figure(kept, 'A boat'), paragraph('Other.'));
    const path = join(desk.out, 'tide.html');
    await writeExport(desk.access(), old.id, 'html', path);
    mkdirSync(join(desk.out, 'tide-pictures'), { recursive: true });
    writeFileSync(join(desk.out, 'tide-pictures', 'mine.jpg'), 'somebody else’s');
    writeFileSync(join(desk.out, 'tide-pictures', 'not-named-000000000000.jpg'), 'somebody else’s');
    await writeExport(desk.access(), shared.id, 'html', path);
    const files = Object.keys(desk.files()).map((name) => name.replace(/[0-9a-f]{12}/, '#'));
    expect(files.sort()).toEqual([
      ...['tide-pictures/a-boat-#.jpg', 'tide-pictures/mine.jpg', 'tide-pictures/not-named-#.jpg', 'tide.html'],
    ]);
    expect(readFileSync(path, 'utf8')).toContain('Other.');
  });

  it.each([
    ['markdown', 'tide.md'],
    ['ninjs', 'tide.json'],
  ] as const)('keeps the pictures that another document beside it shows, as %s', async (other, name) => {
    const face = desk.addPicture('a face');
    const story = desk.addStory({}, figure(face, 'A face'));
    await writeExport(desk.access(), story.id, 'html', join(desk.out, 'tide.html'));
    await writeExport(desk.access(), story.id, other, join(desk.out, name));
    const without = paragraph('No face.');
    desk.library.drafts.put({ id: story.id, blocks: [without], order: [without.id] });
    const boat = figure(desk.addPicture('a boat'), 'A boat');
    desk.library.drafts.put({ id: story.id, blocks: [boat], order: [without.id, boat.id] });
    await writeExport(desk.access(), story.id, 'html', join(desk.out, 'tide.html'));
    expect(Object.keys(desk.files()).filter((one) => one.includes('a-face-'))).toHaveLength(1);
    await writeExport(desk.access(), story.id, other, join(desk.out, name));
    expect(Object.keys(desk.files()).filter((one) => one.includes('a-face-'))).toHaveLength(0);
  });
});

describe('an export that fails', () => {
  it.each(['html', 'package'] as const)('as %s leaves what was there, whole, and nothing else', async (target) => {
    const fine = desk.addPicture('a boat');
    const damaged = desk.addPicture('a quay');
    const story = desk.addStory({}, figure(fine, 'A boat'), figure(damaged, 'A quay'));
    writeFileSync(damaged.file, 'a quaY');
    const path = join(desk.out, 'tide');
    writeFileSync(path, 'the older export');
    const failing = writeExport(desk.access(), story.id, target, path);
    await expect(failing).rejects.toMatchObject({
      code: 'damagedPicture',
      message: expect.stringContaining('DSC_0421'),
    });
    expect(desk.files()).toEqual({ tide: 'the older export' });
    expect(desk.library.history.list(story.id).map(({ kind }) => kind)).not.toContain('exported');
  });

  it('takes away the folders it made', async () => {
    const damaged = desk.addPicture('a quay');
    const story = desk.addStory({}, figure(damaged, 'A quay'));
    writeFileSync(damaged.file, 'a quaY');
    const failing = writeExport(desk.access(), story.id, 'html', join(desk.out, 'new', 'er', 'tide.html'));
    await expect(failing).rejects.toMatchObject({ code: 'damagedPicture' });
    expect(desk.files()).toEqual({});
  });

  it('undoes the pictures it had moved in when the document cannot follow', async () => {
    const story = desk.addStory({}, figure(desk.addPicture('a boat'), 'A boat'));
    const path = join(desk.out, 'tide.html');
    // It becomes a folder only once the export is under way, its picture made and its document staged.
    const failing = writeExport(
      desk.access(() => desk.progress.length > 3 && mkdirSync(join(path, 'x'), { recursive: true })),
      story.id,
      'html',
      path,
    );
    await expect(failing).rejects.toMatchObject({ code: 'inTheWay' });
    expect(desk.files()).toEqual({ 'tide.html/x/': '' });
  });

  it('says that the folder is none', async () => {
    const story = desk.addStory({}, paragraph('Words.'));
    writeFileSync(join(desk.out, 'file'), '');
    const failing = writeExport(desk.access(), story.id, 'text', join(desk.out, 'file', 'tide.txt'));
    await expect(failing).rejects.toMatchObject({ code: 'inTheWay' });
  });
});

describe('what a power cut left', () => {
  it('is cleared away once it is old', async () => {
    const story = desk.addStory({}, paragraph('Words.'));
    for (const [name, days] of Object.entries({ old: 3, new: 0 })) {
      const folder = join(desk.out, `.stet-export-${name}`);
      mkdirSync(folder);
      const then = new Date(Date.now() - days * 86_400_000);
      utimesSync(folder, then, then);
    }
    await writeExport(desk.access(), story.id, 'text', join(desk.out, 'tide.txt'));
    expect(Object.keys(desk.files()).sort()).toEqual(['.stet-export-new/', 'tide.txt']);
  });
});

describe('a preview', () => {
  it('warns of what somebody should know before the story leaves, and shows pictures that are not there as missing', async () => {
    const there = desk.addPicture('a boat', { embedded: { hasLocation: true }, fileName: 'IMG_1.JPG' });
    const gone = desk.addPicture('a quay', { fileName: 'IMG_2.JPG' });
    const short = desk.addPicture('a net', { fileName: 'IMG_3.JPG' });
    const story = desk.addStory(
      { headline: ' ', status: 'onHold', embargo: '2031-01-02T03:04:05.000Z' },
      ...[
        figure(there, ''),
        figure(gone, 'Quay'),
        figure(gone, 'Quay again'),
        figure(short, 'Net'),
        paragraph('Words.'),
      ],
    );
    rmSync(gone.file);
    writeFileSync(short.file, 'a');
    const { files, warnings } = await previewExport(desk.access(), story.id, 'html');
    const packed = await previewExport(desk.access(), story.id, 'package');
    expect(packed.warnings.at(-1)).toBe('The picture “IMG_1.JPG” says where it was taken, and that goes out with it.');
    expect(warnings).toEqual([
      'This story is under embargo until 2031-01-02 03:04 UTC.',
      'This story is marked “On hold”.',
      'This story has no headline.',
      'The picture “IMG_2.JPG” is not in the library: its place, caption and credit go out without it.',
      'The picture “IMG_3.JPG” is not in the library: its place, caption and credit go out without it.',
    ]);
    expect(files).toHaveLength(2);
    expect(files[0]?.text).toContain('Picture not included: IMG_2.JPG');
  });

  it('says nothing of places where they do not go out: in wire copy, and beside a document', async () => {
    const story = desk.addStory({}, figure(desk.addPicture('a boat', { embedded: { hasLocation: true } }), 'A boat'));
    expect((await previewExport(desk.access(), story.id, 'text')).warnings).toEqual([]);
    expect((await previewExport(desk.access(), story.id, 'html')).warnings).toEqual([]);
    expect((await previewExport(desk.access(), story.id, 'package')).warnings).toHaveLength(1);
  });
});
