import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderHere } from '../../../../../electron/cli/renderHere.ts';
import { previewExport } from '../../../../../electron/library/exports/previewExport.ts';
import { writeExport } from '../../../../../electron/library/exports/writeExport.ts';
import { FORMATS } from '../../../../../electron/library/formats.ts';
import { Library } from '../../../../../electron/library/Library.ts';
import { DictionaryReader } from '../../../../../electron/words/DictionaryReader.ts';
import type { Asset } from '../../../../../shared/media/asset.ts';
import type { Figure } from '../../../../../shared/story/block.ts';
import { newBlockId, newStoryId } from '../../../../../shared/story/ids.ts';
import { blankFields } from '../../../../../shared/story/fields.ts';
import { STORY_FORMAT, type Story } from '../../../../../shared/story/story.ts';
import { ExifReader } from '../../../../fixtures/pictures/ExifReader.ts';
import { PictureMaker } from '../../../../fixtures/pictures/PictureMaker.ts';

const made = mkdtempSync(join(tmpdir(), 'stet-outgoing-'));
let maker: PictureMaker;
let reader: ExifReader;
let phone = '';
beforeAll(async () => {
  maker = new PictureMaker(made);
  reader = new ExifReader();
  phone = await maker.news('phone-sideways.jpg');
  await maker.tag(phone, { 'ExifIFD:SerialNumber': 'SN-7741-0093', 'ExifIFD:OwnerName': 'Nobody Should Know' });
});
afterAll(async () => {
  await maker.close();
  await reader.close();
  rmSync(made, { recursive: true, force: true });
});

let root = '';
let library: Library;
let asset: Asset;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'stet-outgoing-'));
  library = new Library({
    folder: join(root, 'library'),
    formats: FORMATS,
    renderer: renderHere,
    proofreader: new DictionaryReader(),
  });
  asset = await library.access.media.add({ name: 'IMG_2231.JPG', path: phone });
});
afterEach(() => {
  library.close();
  rmSync(root, { recursive: true, force: true });
});

function figure(caption: string, change: Partial<Figure> = {}): Figure {
  return {
    ...{
      id: newBlockId(),
      type: 'figure',
      assetId: asset.id,
      fileName: asset.fileName,
      credit: 'Hana Saleh / South Wire',
    },
    ...{ caption: [{ type: 'text', text: caption }], alt: 'Tents', origin: {}, ...change },
  };
}

function addStory(...blocks: Figure[]): Story {
  const now = new Date().toISOString();
  const fields = { ...blankFields(), headline: 'Tents', slug: 'tents' };
  const story = { format: STORY_FORMAT, id: newStoryId(), createdAt: now, updatedAt: now, fields, blocks } as const;
  library.access.createStory({ ...story, blocks }, { reason: 'created', summary: 'Made for a test.' });
  return { ...story, blocks };
}

function house(style: string): void {
  writeFileSync(join(root, 'library', 'style.yaml'), style);
}

/** Paths of the pictures written beside `tents.html`. */
function written(): string[] {
  const folder = join(root, 'out', 'tents-pictures');
  return readdirSync(folder).map((name) => join(folder, name));
}

async function write(story: Story, target: 'html' | 'markdown' | 'package' = 'html') {
  return writeExport(
    library.access,
    story.id,
    target,
    join(root, 'out', target === 'html' ? 'tents.html' : `tents.${target}`),
  );
}

describe('pictures beside a document', { timeout: 120_000 }, () => {
  it('are the renditions the preview showed, with the story’s words and without the place', async () => {
    const story = addStory(figure('Tents on the shore.'));
    const { files, warnings } = await previewExport(library.access, story.id, 'html');
    const receipt = await write(story);
    const [path = ''] = written();
    const bytes = readFileSync(path);
    expect(warnings).toEqual([]);
    expect(Buffer.from(files[1]?.rendition?.bytes ?? []).equals(bytes)).toBe(true);
    expect(path).toContain(`tents-on-the-shore-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.jpg`);
    const tags = await reader.read(path);
    expect(tags).toMatchObject({
      'XMP-dc:Description': 'Tents on the shore.',
      'XMP-photoshop:Credit': 'Hana Saleh / South Wire',
      'IFD0:Artist': 'Hana Saleh',
    });
    expect(Object.keys(tags).join()).not.toMatch(/GPS|Serial|Owner/);
    expect(bytes.includes('SN-7741') || bytes.includes('Nobody Should Know')).toBe(false);
    expect(receipt.summary).toBe(
      'Exported as HTML to “tents.html” with a picture. Left out of the picture: where it was taken, serial numbers and the camera owner’s name.',
    );
    expect(receipt.detail.pictures?.[0]?.report.kept).toContainEqual({ field: 'creator', value: 'Hana Saleh' });
    const html = readFileSync(join(root, 'out', 'tents.html'), 'utf8');
    expect(html).toContain('width="400" height="600"');
    expect(
      createHash('sha256')
        .update(readFileSync(library.access.media.pathOf(asset.id) ?? ''))
        .digest('hex'),
    ).toBe(asset.id);
  });

  it('are one for each way a picture is shown', async () => {
    const crop = { x: 0, y: 0, width: 1, height: 0.5 };
    await write(addStory(figure('Tents'), figure('Tents'), figure('Tents', { crop }), figure('Tents', { turn: 90 })));
    const html = readFileSync(join(root, 'out', 'tents.html'), 'utf8');
    expect(written()).toHaveLength(3);
    expect([...html.matchAll(/width="(\d+)" height="(\d+)"/g)].map(([, ...sides]) => sides.join('×'))).toEqual([
      '400×600',
      '400×600',
      '400×300',
      '600×400',
    ]);
  });

  it('keep the place, change their format or go out as they came where the house says so', async () => {
    const story = addStory(figure('Tents', { turn: 180 }));
    house('pictures: { keepPlace: true, format: webp }\n');
    const kept = await previewExport(library.access, story.id, 'html');
    expect(kept.files[1]?.mime).toBe('image/webp');
    expect(kept.warnings).toEqual(['The picture “IMG_2231.JPG” says where it was taken, and that goes out with it.']);
    house('pictures: { size: original }\n');
    const { warnings } = await previewExport(library.access, story.id, 'html');
    expect(warnings).toEqual([
      'The picture “IMG_2231.JPG” is cropped or turned on the page only: the whole picture goes out.',
      'The house style sends pictures out as they came: serial numbers, the camera owner’s name and whatever else they say go out too.',
      'The picture “IMG_2231.JPG” says where it was taken, and that goes out with it.',
    ]);
    await write(story);
    expect(
      createHash('sha256')
        .update(readFileSync(written()[0] ?? ''))
        .digest('hex'),
    ).toBe(asset.id);
  });

  it('leave nothing behind when one of them cannot be made', async () => {
    const story = addStory(figure('Tents'));
    const path = library.access.media.pathOf(asset.id) ?? '';
    const bytes = readFileSync(path);
    writeFileSync(
      path,
      Buffer.concat([bytes.subarray(0, bytes.length / 2), Buffer.alloc(bytes.length - Math.floor(bytes.length / 2))]),
    );
    await expect(write(story)).rejects.toMatchObject({
      code: 'damagedPicture',
      message: expect.stringContaining('IMG_2231'),
    });
    expect(statSync(join(root, 'out'), { throwIfNoEntry: false })).toBeUndefined();
  });

  it('stay originals in a package', async () => {
    const { files } = await previewExport(library.access, addStory(figure('Tents')).id, 'package');
    expect(files[0]?.bytes).toBeGreaterThan(asset.bytes);
  });
});
