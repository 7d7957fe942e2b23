import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderHere } from '../../../../../electron/cli/renderHere.ts';
import { previewExport } from '../../../../../electron/library/exports/previewExport.ts';
import { writeExport } from '../../../../../electron/library/exports/writeExport.ts';
import { importFile } from '../../../../../electron/library/imports/importFile.ts';
import { importPackage } from '../../../../../electron/library/imports/importPackage.ts';
import { Library } from '../../../../../electron/library/Library.ts';
import type { Figure } from '../../../../../shared/story/block.ts';
import { newBlockId } from '../../../../../shared/story/ids.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';
import { drawPicture } from '../../../../fixtures/pictures/drawPicture.ts';
import { movie, PLACE_BOXES, recording } from '../../../../fixtures/recordings/recordings.ts';

const notHere = (): Promise<never> => Promise.reject(new Error('not part of this test'));

let root: string;
let libraries: Library[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stet-between-'));
  libraries = ['one', 'two'].map((name) => {
    return new Library({
      folder: join(root, name),
      formats: { importFile: notHere, previewExport: notHere, writeExport: notHere },
      renderer: renderHere,
    });
  });
});
afterEach(() => {
  for (const library of libraries) library.close();
  rmSync(root, { recursive: true, force: true });
});

describe('a story sent from one library to another', () => {
  it('arrives the same, hash for hash, its real picture byte for byte', async () => {
    const [one, two] = libraries.map((library) => library.access);
    if (!one || !two) throw new Error('No libraries');
    const bytes = await drawPicture({ type: 'image/jpeg', width: 120, height: 80 });
    const { id: assetId } = await one.media.add({ name: 'boats.jpg', bytes });
    const blocks = HARBOUR_STORY.blocks.map((block) => (block.type === 'figure' ? { ...block, assetId } : block));
    const story: Story = { ...HARBOUR_STORY, blocks };
    one.createStory(story, { reason: 'created', summary: 'Made for a test.' });
    const path = join(root, 'sent.stet');
    const receipt = await writeExport(one, story.id, 'package', path);
    expect(receipt.detail.bytes).toBe(readFileSync(path).length);

    const first = await importPackage(two, path);
    expect(first).toMatchObject({ storyId: story.id, alreadyHere: false, notes: [] });
    expect(two.readStory(story.id)).toEqual(story);
    expect(two.hashStory(two.readStory(story.id))).toBe(one.hashStory(story));
    expect(readFileSync(two.media.pathOf(assetId) ?? '')).toEqual(bytes);

    const again = await importPackage(two, path);
    expect(again).toMatchObject({ storyId: story.id, alreadyHere: true });
  });

  it('takes its video along as it came, with the poster', async () => {
    const [one, two] = libraries.map((library) => library.access);
    if (!one || !two) throw new Error('No libraries');
    const bytes = recording('harbour.mp4');
    const { id: assetId } = await one.media.add({ name: 'clip.mp4', bytes });
    const shown = await drawPicture({ type: 'image/jpeg', width: 120, height: 80 });
    const { id: poster } = await one.media.add({ name: 'poster.jpg', bytes: shown });
    const figure: Figure = {
      ...{
        id: newBlockId(),
        type: 'figure',
        assetId,
        fileName: 'clip.mp4',
        caption: [],
        credit: 'Lina Haddad',
        alt: '',
      },
      ...{ origin: {}, medium: 'video', poster },
    };
    const story: Story = { ...HARBOUR_STORY, blocks: [figure] };
    one.createStory(story, { reason: 'created', summary: 'Made for a test.' });
    const path = join(root, 'sent.stet');
    const receipt = await writeExport(one, story.id, 'package', path);
    expect(receipt.summary).toContain('Stet package');

    expect(await importPackage(two, path)).toMatchObject({ storyId: story.id, notes: [] });
    expect(two.readStory(story.id)).toEqual(story);
    expect(readFileSync(two.media.pathOf(assetId) ?? '')).toEqual(bytes);
    expect(readFileSync(two.media.pathOf(poster) ?? '')).toEqual(shown);
    expect(two.media.find(assetId)).toMatchObject({ type: 'video/mp4', fileName: 'clip.mp4' });
  });

  it('leaves as a page with its video as it came, says so, and comes back from it', async () => {
    const [one, two] = libraries.map((library) => library.access);
    if (!one || !two) throw new Error('No libraries');
    const bytes = movie({ more: [PLACE_BOXES[0]?.[1] ?? Buffer.alloc(0)] });
    const { id: assetId } = await one.media.add({ name: 'clip.mp4', bytes });
    const shown = await drawPicture({ type: 'image/jpeg', width: 120, height: 80 });
    const { id: poster } = await one.media.add({ name: 'poster.jpg', bytes: shown });
    const figure: Figure = {
      ...{ id: newBlockId(), type: 'figure', assetId, fileName: 'clip.mp4', credit: 'Lina Haddad', alt: 'A boat' },
      ...{ caption: [{ type: 'text', text: 'A boat leaves.' }], origin: {}, medium: 'video', poster },
    };
    const story: Story = { ...HARBOUR_STORY, blocks: [figure] };
    one.createStory(story, { reason: 'created', summary: 'Made for a test.' });
    const { warnings } = await previewExport(one, story.id, 'html');
    expect(warnings).toEqual([
      'Videos and audio recordings go out as they are: a place, a device or a name that a phone wrote into them is not taken out.',
      'The video “clip.mp4” says where it was recorded, and that goes out with it.',
    ]);
    const path = join(root, 'out', 'story.html');
    const receipt = await writeExport(one, story.id, 'html', path);
    expect(receipt.summary).toBe(
      'Exported as HTML to “story.html” with a picture and a recording. Nothing was taken out of the recording: it went as it came.',
    );
    expect(receipt.detail.files).toBe(3);

    const { storyId, notes } = await importFile(two, path);
    expect(notes).toEqual([]);
    const [back] = two.readStory(storyId).blocks;
    expect(back).toMatchObject({
      ...{ type: 'figure', medium: 'video', assetId, alt: 'A boat', credit: 'Lina Haddad' },
      caption: [{ type: 'text', text: 'A boat leaves.' }],
    });
    const again = back?.type === 'figure' && back.poster ? two.media.find(back.poster) : null;
    expect(again).toMatchObject({ type: 'image/jpeg', width: 120, height: 80 });
  });
});
