import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Figure } from '../../shared/story/block.ts';
import type { StoryFields } from '../../shared/story/fields.ts';
import type { TargetProfile } from '../../shared/targets/target.ts';
import { ExifReader } from '../fixtures/pictures/ExifReader.ts';
import { PictureMaker } from '../fixtures/pictures/PictureMaker.ts';
import { movie, PLACE_BOXES } from '../fixtures/recordings/recordings.ts';
import { NewsroomLibrary, paragraph } from './NewsroomLibrary.ts';

const FIELDS: Partial<StoryFields> = {
  ...{ byline: 'Ayesha Khan', dateline: 'Sukkur', priority: 2, topics: ['medtop:20000430 floods'] },
  ...{ keywords: ['water'], desk: 'The secret desk', editorsNote: 'Do not name the pilot.' },
};

describe('what a target’s profile says', () => {
  const made = mkdtempSync(join(tmpdir(), 'stet-profile-'));
  const exif = new ExifReader();
  let maker: PictureMaker;
  let placed = '';
  let desk: NewsroomLibrary;
  let folder = '';
  beforeAll(async () => {
    maker = new PictureMaker(made);
    placed = await maker.news('phone-sideways.jpg');
  });
  afterAll(async () => {
    await maker.close();
    await exif.close();
    rmSync(made, { recursive: true, force: true });
  });
  beforeEach(() => {
    desk = new NewsroomLibrary();
    folder = join(desk.root, 'wire');
    mkdirSync(folder);
  });
  afterEach(() => desk.close());

  const target = (own: Partial<TargetProfile>) => desk.addFolder(folder, own);
  function items(): string[] {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.map((name) => readFileSync(join(folder, name), 'utf8'));
  }
  function pictures(): string[] {
    const names = readdirSync(folder, { recursive: true }).map(String);
    return names.filter((name) => name.endsWith('.jpg')).map((name) => join(folder, name));
  }
  async function placeOf(file: string): Promise<boolean> {
    return Object.keys(await exif.read(file)).some((name) => name.includes('GPSLatitude'));
  }
  const house = (lines: string) => writeFileSync(join(desk.root, 'library/style.yaml'), lines);

  it('is refused by name before anything is queued: fields, and what every picture must have', async () => {
    const figure: Figure = { ...(await desk.addPicture(placed, 'The bank', '')), alt: ' ' };
    const story = desk.addStory(FIELDS, paragraph('The tanker came.'), figure);
    const wire = target({ required: ['deck', 'byline', 'categories', 'picture', 'caption', 'credit', 'alt'] });
    const said = [
      '“Wire” wants a deck.',
      '“Wire” wants a category.',
      '“Wire” wants a credit with every picture, and “picture.jpg” has none.',
      '“Wire” wants an alt text with every picture, and “picture.jpg” has none.',
    ];
    expect((await desk.library.outbox.estimate(story.id, wire.id)).refusals).toEqual(said);
    expect(() => desk.send(story, wire)).toThrow(said.join(' '));
    expect(desk.library.outbox.list()).toEqual([]);
    desk.change(story, [paragraph('The tanker came.'), { ...figure, credit: 'Imran Dars', alt: 'A bank' }], {
      ...{ deck: 'It comes on Tuesdays', categories: ['World'] },
    });
    await desk.sent(story, wire);
    expect(items()).toHaveLength(1);
  });

  it('is that nothing of the desk leaves, and of the story only what may', async () => {
    const story = desk.addStory(FIELDS, paragraph('The tanker came.'));
    await desk.sent(story, target({ private: [] }));
    expect(JSON.parse(items()[0] ?? '')).toMatchObject({
      byline: 'Ayesha Khan',
      located: 'Sukkur',
      urgency: 2,
      slugline: 'tanker',
    });
    for (const secret of ['The secret desk', 'Do not name']) expect(items()[0]).not.toContain(secret);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    await desk.sent(
      story,
      target({ private: ['byline', 'dateline', 'slug', 'priority', 'topics', 'keywords', 'place'] }),
    );
    for (const secret of ['Ayesha', 'Sukkur', 'urgency', 'slugline', 'floods', 'water'])
      expect(items()[0]).not.toContain(secret);
    expect(desk.library.access.readStory(story.id).fields).toMatchObject(FIELDS);
  });

  it('is, where it says nothing, that priority and places stay here', async () => {
    house('pictures: { keepPlace: true }\n');
    const story = desk.addStory(FIELDS, paragraph('Words.'), await desk.addPicture(placed, 'The bank', 'Dars'));
    await desk.sent(story, target({}));
    expect(items()[0]).not.toContain('urgency');
    const [file = ''] = pictures();
    expect(await placeOf(file)).toBe(false);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    await desk.sent(story, target({ private: [] }));
    expect(await placeOf(pictures()[0] ?? '')).toBe(true);
  });

  it('keeps a place also where the house sends files as they came', async () => {
    house('pictures: { size: original }\n');
    const story = desk.addStory(FIELDS, paragraph('Words.'), await desk.addPicture(placed, 'The bank', 'Dars'));
    await desk.sent(story, target({}));
    expect(await placeOf(pictures()[0] ?? '')).toBe(false);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    await desk.sent(story, target({ private: [] }));
    expect(readFileSync(pictures()[0] ?? '')).toEqual(readFileSync(placed));
  });

  it('refuses a recording that says where it was made, until that may go', async () => {
    const path = join(desk.root, 'clip.mp4');
    writeFileSync(path, movie({ more: [PLACE_BOXES[0]?.[1] ?? Buffer.alloc(0)] }));
    const asset = await desk.library.access.media.add({ name: 'clip.mp4', path });
    const figure: Figure = {
      ...(await desk.addPicture(placed, 'The bank', 'Dars')),
      assetId: asset.id,
      medium: 'video',
    };
    const story = desk.addStory(FIELDS, paragraph('Words.'), figure);
    expect(() => desk.send(story, target({}))).toThrow('The video “clip.mp4” says where it was recorded');
    await desk.sent(story, target({ private: [] }));
  });

  it('sets the longest side of pictures', async () => {
    const story = desk.addStory(FIELDS, paragraph('Words.'), await desk.addPicture(placed, 'The bank', 'Dars'));
    await desk.sent(story, target({ longestSide: 300 }));
    const { width, height } = await sharp(pictures()[0] ?? '').metadata();
    expect(Math.max(width, height)).toBe(300);
  });
});
