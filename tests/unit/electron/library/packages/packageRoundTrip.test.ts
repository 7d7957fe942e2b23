import fc from 'fast-check';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashStory } from '../../../../../electron/library/hashStory.ts';
import type { PictureFile } from '../../../../../electron/library/packages/PictureCopy.ts';
import { planPackage } from '../../../../../electron/library/packages/planPackage.ts';
import { readPackage } from '../../../../../electron/library/packages/readPackage.ts';
import { writePackage } from '../../../../../electron/library/packages/writePackage.ts';
import { newBlockId } from '../../../../../shared/story/ids.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { arbitraryStory } from '../../../../fixtures/arbitraryStory.ts';
import { storedPicture } from '../../../../fixtures/export/storedPictures.ts';

let folder: string;
let count = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function pack(story: Story, pictures: readonly PictureFile[] = []): Promise<string> {
  const path = join(folder, `${(count += 1)}.stet`);
  await writePackage(planPackage(story, pictures), path);
  return path;
}

function sample(seed: number): Story {
  return fc.sample(arbitraryStory, { numRuns: 1, seed })[0] as Story;
}

function withPictures(story: Story, pictures: readonly PictureFile[]): Story {
  const figures = pictures.map(({ asset }) => {
    return {
      ...{ id: newBlockId(), type: 'figure' as const, assetId: asset.id, fileName: asset.fileName, caption: [] },
      ...{ credit: 'C', alt: '', origin: {} },
    };
  });
  return { ...story, blocks: [...story.blocks.filter((block) => block.type !== 'figure'), ...figures] };
}

describe('a package', () => {
  it('gives back the same story, ids, times and unknown marks included, hash for hash', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryStory, async (story) => {
        const opened = await readPackage(await pack(story), (content) => Promise.resolve(content.story));
        expect(opened).toEqual(story);
        expect(hashStory(opened)).toBe(hashStory(story));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps half characters, which UTF-8 cannot hold', async () => {
    const story = sample(1);
    const odd: Story = {
      ...story,
      blocks: [{ id: newBlockId(), type: 'paragraph', content: [{ type: 'text', text: 'a\ud83d b\udc00' }] }],
    };
    expect(await readPackage(await pack(odd), (content) => Promise.resolve(content.story))).toEqual(odd);
  });

  it('gives back the pictures byte for byte, and leaves no copy behind', async () => {
    const pictures = [1, 70_000, 3_000_000].map((size) => storedPicture(folder, Buffer.alloc(size, size % 251)));
    const path = await pack(withPictures(sample(2), pictures), pictures);
    const lent = await readPackage(path, (content) => {
      for (const { asset, path: copy } of content.pictures) {
        expect(readFileSync(copy)).toEqual(readFileSync(join(folder, asset.id)));
      }
      expect(content.notes).toEqual([]);
      return Promise.resolve(content.pictures);
    });
    expect(lent.map(({ asset }) => asset)).toEqual(
      pictures.map(({ asset }) => asset).sort((one, other) => (one.id < other.id ? -1 : 1)),
    );
    expect(lent.filter(({ path: copy }) => existsSync(copy))).toEqual([]);
  });

  it('leaves no copy behind when the borrower fails', async () => {
    const picture = storedPicture(folder, Buffer.from('bytes'));
    const path = await pack(withPictures(sample(3), [picture]), [picture]);
    let copy = '';
    const failing = readPackage(path, (content) => {
      copy = content.pictures[0]?.path ?? '';
      return Promise.reject(new Error('no room'));
    });
    await expect(failing).rejects.toThrow('no room');
    expect(copy).not.toBe('');
    expect(existsSync(copy)).toBe(false);
  });

  it('is the same bytes for the same content, of the size that was planned', async () => {
    const pictures = [5, 6].map((size) => storedPicture(folder, Buffer.alloc(size, 7)));
    const story = withPictures(sample(4), pictures);
    const first = await pack(story, pictures);
    const second = await pack(structuredClone(story), [...pictures].reverse());
    expect(readFileSync(first)).toEqual(readFileSync(second));
    expect(statSync(first).size).toBe(planPackage(story, pictures).size);
  });

  it('says what it is in its first bytes', async () => {
    const bytes = readFileSync(await pack(sample(5)));
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
    expect(bytes.subarray(30, 60).toString('latin1')).toBe('mimetypeapplication/x-stet+zip');
  });

  it('says when a picture did not travel along', async () => {
    const picture = storedPicture(folder, Buffer.from('gone'));
    const path = await pack(withPictures(sample(6), [picture]), []);
    const lost = await readPackage(path, (content) => Promise.resolve(content.lost));
    expect([...lost]).toEqual([picture.asset.id]);
  });

  it('is not written from a picture whose bytes have changed', async () => {
    const picture = storedPicture(folder, Buffer.from('right bytes'));
    writeFileSync(picture.file, 'wrong bytes');
    await expect(pack(withPictures(sample(7), [picture]), [picture])).rejects.toMatchObject({ code: 'damagedPicture' });
    rmSync(picture.file);
    await expect(pack(withPictures(sample(7), [picture]), [picture])).rejects.toMatchObject({ code: 'damagedPicture' });
  });
});
