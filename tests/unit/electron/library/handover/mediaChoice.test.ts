import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderHere } from '../../../../../electron/cli/renderHere.ts';
import type { HandoverOrder } from '../../../../../shared/handover/handover.ts';
import type { PictureAsset } from '../../../../../shared/media/asset.ts';
import { isPicture } from '../../../../../shared/media/medium.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import { newBlockId, newStoryId, type AssetId, type StoryId } from '../../../../../shared/story/ids.ts';
import { STORY_FORMAT, type Story } from '../../../../../shared/story/story.ts';
import { handOver, openFile } from '../../../../fixtures/library/handOver.ts';
import { TestClock } from '../../../../fixtures/library/TestClock.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';
import { mergeableStory } from '../../../../fixtures/merge/storyEdits.ts';
import { drawPicture } from '../../../../fixtures/pictures/drawPicture.ts';

type Who = 'Amna' | 'Leila';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let clock: TestClock;
let desk: Record<Who, TestLibrary>;
let id: StoryId;
let large: PictureAsset;
let small: AssetId;

beforeEach(async () => {
  folder = await makeTestFolder();
  clock = new TestClock();
  const library = (who: Who) =>
    new TestLibrary(join(folder.path, who), { clock: clock.read, person: who, renderer: renderHere });
  desk = { Amna: library('Amna'), Leila: library('Leila') };
  const { media } = desk.Amna.library.access;
  const picture = await media.add({
    name: 'boats.jpg',
    bytes: await drawPicture({ type: 'image/jpeg', width: 2800, height: 1200, detailed: true }),
  });
  if (!isPicture(picture)) throw new Error('no picture');
  large = picture;
  ({ id: small } = await media.add({
    name: 'flag.png',
    bytes: await drawPicture({ type: 'image/png', width: 24, height: 16 }),
  }));
  const at = clock.read().toISOString();
  const story: Story = {
    format: STORY_FORMAT,
    id: (id = newStoryId()),
    createdAt: at,
    updatedAt: at,
    ...mergeableStory(),
  };
  const shown = [large.id, small].map(figure);
  desk.Amna.library.access.createStory(
    { ...story, blocks: [...story.blocks.filter(({ type }) => type !== 'figure'), ...shown] },
    { reason: 'created', summary: 'Made for a test.' },
  );
});
afterEach(async () => {
  for (const { library } of Object.values(desk)) library.close();
  await folder.remove();
});

function figure(assetId: AssetId): Block {
  return {
    ...{ id: newBlockId(), type: 'figure', assetId, fileName: 'x', caption: [], credit: 'A. Dars', alt: 'Boats' },
    origin: {},
    crop: { x: 0.5, y: 0, width: 0.5, height: 1 },
  };
}

const send = (who: Who, name: string, media: HandoverOrder['media']) =>
  handOver(desk[who], clock, { storyId: id, by: who, media }, join(folder.path, name));

async function open(who: Who, path: string) {
  const outcome = await openFile(desk[who], clock, path);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.imported;
}

const media = (who: Who) => desk[who].library.access.media;
const locate = (who: Who) => desk[who].request('media.locate', { id: large.id, size: 'page' });

describe('smaller copies of pictures', () => {
  it('travel in the place of what is larger, weigh what was said, and are shown until the original comes', async () => {
    const weighed = await desk.Amna.ask('handover.weighRenditions', { storyId: id, by: 'Amna' });
    const cost = await desk.Amna.ask('handover.estimate', { storyId: id, by: 'Amna' });
    expect(cost).toMatchObject({ files: 2, recordings: 0 });
    const path = await send('Amna', 'copies.stet', 'renditions');
    expect(Math.abs(statSync(path).size - weighed)).toBeLessThan(400);
    expect([cost.none < weighed, weighed < cost.all]).toEqual([true, true]);

    const taken = await open('Leila', path);
    expect(taken.notes).toContain('One picture came as a smaller copy; its original is elsewhere.');
    expect(taken.notes.join()).not.toContain('not in the package');
    const copy = media('Leila').standIn(large.id);
    expect(copy).toMatchObject({ width: 2560, height: 1097, standsFor: large.id });
    expect(media('Leila').pathOf(large.id)).toBeNull();
    expect(media('Leila').pathOf(small)).not.toBeNull();
    expect(await locate('Leila')).toMatchObject({ ok: true, value: { isStandIn: true } });
    expect(await desk.Leila.ask('media.read', { id: large.id })).toMatchObject({ width: 2800, standIn: copy?.id });
    const listed = await desk.Leila.ask('media.list', { storyId: null, limit: 9 });
    expect(listed.map((asset) => asset.id).sort()).toEqual([large.id, small].sort());
    expect((await desk.Leila.ask('library.verify', {})).problems).toEqual([]);

    // The copy is all there is, and goes out, cut as the story says; it is said so.
    const preview = await desk.Leila.ask('exports.preview', { storyId: id, target: 'html' });
    expect(preview.warnings).toContainEqual(expect.stringContaining('is here as a smaller copy'));
    expect(preview.files).toHaveLength(3);

    // It goes on to others, and the original takes its place once it comes.
    const back = await open('Amna', await send('Leila', 'back.stet', 'all'));
    expect(back.notes.join()).not.toContain('smaller copy');
    expect([media('Amna').standIn(large.id), media('Amna').find(large.id)]).toEqual([null, large]);

    await open('Leila', await send('Amna', 'whole.stet', 'all'));
    expect(media('Leila').standIn(large.id)).toBeNull();
    expect(media('Leila').find(large.id)).toMatchObject({ width: 2800, bytes: large.bytes });
    expect(media('Leila').find(large.id)).not.toHaveProperty('standIn');
    expect(readFileSync(media('Leila').pathOf(large.id) ?? '')).toHaveLength(large.bytes);
    expect(await locate('Leila')).toMatchObject({ ok: true, value: { type: 'image/webp' } });
    expect((await desk.Leila.ask('exports.preview', { storyId: id, target: 'html' })).warnings.join()).not.toContain(
      'smaller',
    );
  }, 60_000);

  it('take no place that an original has, and none of a larger copy', async () => {
    const path = await send('Amna', 'copies.stet', 'renditions');
    await open('Leila', path);
    const { id: copyId } = media('Leila').standIn(large.id) ?? {};
    const tiny = join(folder.path, 'tiny.jpg');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(tiny, await drawPicture({ type: 'image/jpeg', width: 32, height: 20 }));
    await media('Leila').addStandIn(large, { id: 'f'.repeat(64) as AssetId, path: tiny });
    expect(media('Leila').standIn(large.id)?.id).toBe(copyId);
    await media('Amna').addStandIn(large, { id: 'f'.repeat(64) as AssetId, path: tiny });
    expect(media('Amna').standIn(large.id)).toBeNull();
    expect(await locate('Amna')).not.toHaveProperty('value.isStandIn');

    // An original that was lost is shown by its copy, and kept as it was known.
    rmSync(media('Amna').pathOf(large.id) ?? '');
    await open('Amna', path);
    expect(media('Amna').find(large.id)).toEqual({ ...large, standIn: copyId });
  }, 60_000);
});
