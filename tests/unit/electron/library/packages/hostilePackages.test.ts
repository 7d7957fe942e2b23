import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { MadePicture, PictureFile } from '../../../../../electron/library/packages/PictureCopy.ts';
import { planPackage, type PackageEntry } from '../../../../../electron/library/packages/planPackage.ts';
import { readPackage } from '../../../../../electron/library/packages/readPackage.ts';
import { newBlockId } from '../../../../../shared/story/ids.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';
import { storedPicture } from '../../../../fixtures/export/storedPictures.ts';

interface LooseManifest {
  format: number;
  entries: { path: string; bytes: number; sha256: string }[];
}

interface Entry {
  path: string;
  bytes: Buffer;
  mode?: number;
  compress?: boolean;
}

let folder: string;
let entries: Entry[];
let story: Story;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-test-'));
  const picture = storedPicture(folder, Buffer.from('the bytes of a picture'));
  story = {
    ...HARBOUR_STORY,
    blocks: [
      {
        ...{ id: newBlockId(), type: 'figure', assetId: picture.asset.id, fileName: 'a.jpg', caption: [] },
        ...{ credit: '', alt: '', origin: {} },
      },
    ],
  };
  entries = planPackage(story, [picture]).entries.map(toEntry);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function toEntry(entry: PackageEntry): Entry {
  return { path: entry.path, bytes: 'bytes' in entry ? entry.bytes : bytesOf(entry.picture) };
}

function bytesOf(picture: PictureFile | MadePicture): Buffer {
  return 'bytes' in picture ? picture.bytes : readFileSync(picture.file);
}

function find(path: string | RegExp): Entry {
  const entry = entries.find((one) => (typeof path === 'string' ? one.path === path : path.test(one.path)));
  if (!entry) throw new Error(`No ${path}`);
  return entry;
}

async function archive(): Promise<string> {
  const zip = new ZipFile();
  for (const { path, bytes, mode = 0o100644, compress = false } of entries)
    zip.addBuffer(bytes, path, { mode, compress });
  zip.end();
  const file = join(folder, 'sent.stet');
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

/** Replaces bytes of the finished archive, headers included; both texts have the same length. */
async function archiveWith(before: string, after: string): Promise<string> {
  const file = await archive();
  const bytes = readFileSync(file).toString('latin1');
  expect(after).toHaveLength(before.length);
  expect(bytes).toContain(before);
  writeFileSync(file, Buffer.from(bytes.replaceAll(before, after), 'latin1'));
  return file;
}

/** What the manifest says is changed; its own hash is in no list. */
function editManifest(change: (manifest: Partial<LooseManifest>) => void): void {
  const entry = find('manifest.json');
  const manifest = JSON.parse(entry.bytes.toString()) as Partial<LooseManifest>;
  change(manifest);
  entry.bytes = Buffer.from(JSON.stringify(manifest));
}

/** An entry with other bytes, and a manifest that vouches for them. */
function replaceVouched(path: string, text: string): void {
  const entry = find(path);
  entry.bytes = Buffer.from(text);
  editManifest(({ entries: list }) => {
    Object.assign(list?.find((one) => one.path === path) ?? {}, {
      bytes: entry.bytes.length,
      sha256: createHash('sha256').update(entry.bytes).digest('hex'),
    });
  });
}

/** Opens, expects a refusal with a sentence, and that nothing was lent and nothing left behind. */
async function expectRefusal(file: string, code: string, said?: RegExp): Promise<void> {
  const before = readdirSync(folder).sort();
  let lent = false;
  const opening = readPackage(file, () => {
    lent = true;
    return Promise.resolve();
  });
  await expect(opening).rejects.toMatchObject({
    name: 'StetError',
    code,
    message: expect.stringMatching(said ?? /sent\.stet/),
  });
  expect(lent).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(before);
  expect(existsSync(join(folder, '..', 'evil.txt'))).toBe(false);
}

describe('a package from elsewhere', () => {
  it('is taken as it is when nothing is wrong with it, zipped anew with compression too', async () => {
    for (const entry of entries) entry.compress = true;
    await expect(readPackage(await archive(), ({ story: read }) => Promise.resolve(read))).resolves.toEqual(story);
  });

  it('is refused when it is no archive, or only the beginning of one', async () => {
    const file = await archive();
    const whole = readFileSync(file);
    writeFileSync(file, 'Dear desk, here is my story');
    await expectRefusal(file, 'notAPackage');
    writeFileSync(file, '');
    await expectRefusal(file, 'notAPackage');
    writeFileSync(file, whole.subarray(0, whole.length - 30));
    await expectRefusal(file, 'notAPackage');
  });

  it('is refused when it is another kind of archive', async () => {
    entries = [{ path: 'word/document.xml', bytes: Buffer.from('<w/>') }];
    await expectRefusal(await archive(), 'notAPackage');
  });

  it.each([
    ['a way out of the folder', '../evil.txt'],
    ['an absolute path', '/tmp/evil.txt'],
    ['a drive', 'C:/evil.txt..'],
    ['a backslash', 'x\\..\\evil.txt'],
    ['a control character', 'media/evil\n.txt'],
  ])('is refused for an entry with %s', async (_what, name) => {
    const harmless = 'x'.repeat(name.length);
    entries.push({ path: harmless, bytes: Buffer.from('evil') });
    await expectRefusal(await archiveWith(harmless, name), 'unsafePackage');
  });

  it('is refused for a link', async () => {
    entries.push({ path: 'media/link', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 });
    await expectRefusal(await archive(), 'unsafePackage');
  });

  it('is refused when two entries have one name', async () => {
    entries.push({ path: 'story.json', bytes: Buffer.from('{}') });
    await expectRefusal(await archive(), 'unsafePackage');
  });

  it('is refused when it is encrypted', async () => {
    // Bit 0 of the flags, in the entry's central header: PK\1\2, versions, then flags.
    const file = await archive();
    const bytes = readFileSync(file);
    const central = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8);
    // Ciphered bytes have a header of twelve.
    bytes.writeUInt32LE(bytes.readUInt32LE(central + 20) + 12, central + 20);
    writeFileSync(file, bytes);
    await expectRefusal(file, 'lockedPackage');
  });

  it('is refused when it unpacks to far more than it holds', async () => {
    entries.push({ path: 'media/bomb', bytes: Buffer.alloc(20_000_000), compress: true });
    const file = await archive();
    expect(readFileSync(file).length).toBeLessThan(100_000);
    await expectRefusal(file, 'packageTooLarge');
  });

  it('is refused when entries share their bytes', async () => {
    // Every entry's central header claims the bytes of the largest.
    entries.push(
      { path: 'media/one', bytes: Buffer.alloc(4000, 1) },
      { path: 'media/two', bytes: Buffer.alloc(4000, 2) },
    );
    for (let more = 0; more < 10; more += 1) entries.push({ path: `media/more${more}`, bytes: Buffer.alloc(0) });
    const file = await archive();
    const bytes = readFileSync(file);
    for (
      let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
      at !== -1;
      at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')
    ) {
      bytes.writeUInt32LE(4000, at + 20);
      bytes.writeUInt32LE(4000, at + 24);
    }
    writeFileSync(file, bytes);
    await expectRefusal(file, 'unsafePackage');
  });

  it('is refused when it has more entries than any story', async () => {
    for (let more = 0; more < 10_001; more += 1) entries.push({ path: `media/${more}`, bytes: Buffer.alloc(0) });
    await expectRefusal(await archive(), 'packageTooLarge');
  });

  it('is refused when a byte of any entry changed', async () => {
    for (const path of ['story.json', 'assets.json', 'index.html', /^media\//] as const) {
      const entry = find(path);
      const { bytes } = entry;
      entry.bytes = Buffer.from(bytes);
      // The last letter of a word, so that JSON stays JSON.
      const at = path === 'story.json' || path === 'assets.json' ? bytes.lastIndexOf('g"') : bytes.length - 1;
      entry.bytes[at] = (entry.bytes[at] ?? 0) ^ 1;
      await expectRefusal(await archive(), 'damagedPackage');
      entry.bytes = bytes;
    }
  });

  it('is refused when the archive’s own checks fail', async () => {
    const file = await archive();
    const bytes = readFileSync(file);
    // The size in the central header of the manifest.
    const at = bytes.lastIndexOf('manifest.json', undefined, 'latin1') - 46;
    bytes.writeUInt32LE(bytes.readUInt32LE(at + 24) - 1, at + 24);
    writeFileSync(file, bytes);
    await expectRefusal(file, 'damagedPackage');
  });

  it('is refused when a part is missing', async () => {
    for (const path of ['story.json', 'assets.json', 'index.html', /^media\//] as const) {
      const all = entries;
      const gone = find(path);
      entries = entries.filter((entry) => entry !== gone);
      await expectRefusal(await archive(), 'damagedPackage', /is not complete/);
      entries = all;
    }
  });

  it('is refused when a newer Stet wrote it, in so many words', async () => {
    editManifest((manifest) => {
      manifest.format = 4;
      delete manifest.entries;
    });
    await expectRefusal(await archive(), 'newerFormat', /newer Stet/);
  });

  it('is refused when its story is of a newer format', async () => {
    replaceVouched('story.json', JSON.stringify({ ...story, format: 99 }));
    await expectRefusal(await archive(), 'newerFormat', /newer Stet/);
  });

  it('is refused when its story is none', async () => {
    replaceVouched('story.json', JSON.stringify({ ...story, createdAt: 'yesterday' }));
    await expectRefusal(await archive(), 'invalidStory', /createdAt/);
  });

  it('is refused when its story has no bottom', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    replaceVouched('story.json', `{"id":"${story.id}","fields":{},"blocks":${deep}}`);
    await expectRefusal(await archive(), 'damagedPackage');
  });

  it('is refused when the manifest vouches for another story', async () => {
    const other = { ...story, fields: { ...story.fields, headline: 'Slipped in' } };
    replaceVouched('story.json', JSON.stringify(other));
    await expectRefusal(await archive(), 'damagedPackage');
    replaceVouched('story.json', JSON.stringify({ ...story, id: 'f0000000-0000-4000-8000-000000000000' }));
    await expectRefusal(await archive(), 'damagedPackage');
  });

  it('is refused when a picture’s bytes are not those of its name', async () => {
    replaceVouched(find(/^media\//).path, 'the bytes of a pictur!');
    await expectRefusal(await archive(), 'damagedPackage');
  });

  it('is refused when the manifest names a picture nothing is known of, or a place outside', async () => {
    const picture = find(/^media\//);
    editManifest(({ entries: list }) => {
      Object.assign(list?.find((one) => one.path === picture.path) ?? {}, { path: '../evil.txt' });
    });
    await expectRefusal(await archive(), 'damagedPackage');
  });

  it('is opened without what does not belong to it, and says so', async () => {
    entries.push(
      { path: '__MACOSX/._story.json', bytes: Buffer.from('x') },
      { path: 'media/evil.sh', bytes: Buffer.from('x') },
    );
    const notes = await readPackage(await archive(), (content) => Promise.resolve(content.notes));
    expect(notes).toEqual([
      'The package holds 2 files that do not belong to it and were left there: __MACOSX/._story.json, media/evil.sh.',
    ]);
  });

  it('is not taken for anything when the file is not there', async () => {
    await expect(readPackage(join(folder, 'none.stet'), () => Promise.resolve())).rejects.toMatchObject({
      code: 'cannotRead',
    });
  });
});
