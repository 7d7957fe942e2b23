import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderHere } from '../../../../../electron/cli/renderHere.ts';
import { writeExport } from '../../../../../electron/library/exports/writeExport.ts';
import { importPackage } from '../../../../../electron/library/imports/importPackage.ts';
import { Library } from '../../../../../electron/library/Library.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';
import { drawPicture } from '../../../../fixtures/pictures/drawPicture.ts';

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
});
