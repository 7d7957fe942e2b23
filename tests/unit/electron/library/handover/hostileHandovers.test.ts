import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createWriteStream, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { hashStory } from '../../../../../electron/library/hashStory.ts';
import { canonicalJson } from '../../../../../shared/story/canonicalJson.ts';
import { newBlockId, newRevisionId, newStoryId } from '../../../../../shared/story/ids.ts';
import { STORY_FORMAT, type Story } from '../../../../../shared/story/story.ts';
import { TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';
import { mergeableStory } from '../../../../fixtures/merge/storyEdits.ts';

/*
 * Packages that are signed as they should be, by somebody who means harm: what a signature vouches for is who sent it, and
 * not that it is good.
 */
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const KEY = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } };
const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'`${x}javascript:alert(1)';

interface Parts {
  story: unknown;
  handover: Record<string, unknown>;
  manifest: Record<string, unknown>;
  entries: { path: string; bytes: Buffer; mode?: number; compress?: boolean }[];
  packed: Buffer | null;
  assets: Buffer;
}

let folder: string;
let test: TestLibrary;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
beforeEach(() => {
  test = new TestLibrary(join(folder, `library-${newBlockId()}`), { person: 'Leila' });
});
afterEach(() => test.library.close());

function goodStory(): Story {
  const at = '2026-11-30T10:00:00.000Z';
  return { format: STORY_FORMAT, id: newStoryId(), createdAt: at, updatedAt: at, ...mergeableStory() };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes a package as its sender would, with something done to its parts first, and signs what came of it. */
async function packed(harm: (parts: Parts) => void, story: Story = goodStory()): Promise<string> {
  const revision = { id: newRevisionId(), createdAt: '2026-11-30T10:00:00.000Z', parents: [] };
  const handover = { revision, ancestors: [], by: 'Mallory', key: KEY, media: 'none' };
  const parts: Parts = { story, handover, manifest: {}, entries: [], packed: null, assets: Buffer.from('[]') };
  harm(parts);
  const bytes = parts.packed ?? brotliCompressSync(Buffer.from(JSON.stringify(parts.story)));
  const { assets } = parts;
  const manifest = {
    format: 2,
    createdBy: 'Stet',
    story: { id: story.id, format: STORY_FORMAT, hash: hashOf(parts.story) },
    entries: [
      { path: 'story.json.br', bytes: bytes.length, sha256: sha256(bytes) },
      { path: 'assets.json', bytes: assets.length, sha256: sha256(assets) },
    ],
    handover: parts.handover,
    ...parts.manifest,
  };
  const said = Buffer.from(JSON.stringify(manifest));
  const zip = new ZipFile();
  const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, compress: false, forceDosTimestamp: true };
  const add = (path: string, content: Buffer) => zip.addBuffer(content, path, options);
  add('mimetype', Buffer.from('application/x-stet+zip'));
  add('manifest.json', said);
  add('signature', Buffer.from(sign(null, said, privateKey).toString('base64')));
  add('story.json.br', bytes);
  add('assets.json', assets);
  for (const { path, bytes: content, mode = 0o100644, compress = false } of parts.entries)
    zip.addBuffer(content, path, { ...options, mode, compress });
  zip.end();
  const file = join(folder, `${newBlockId()}.stet`);
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

const PICTURE = {
  ...{ id: 'a'.repeat(64), type: 'image/jpeg', bytes: 900_000, width: 3000, height: 2000 },
  ...{ fileName: 'boats.jpg', createdAt: '2026-11-30T10:00:00.000Z', embedded: {} },
};

function withAssets(parts: Parts, asset: unknown): void {
  parts.assets = Buffer.from(JSON.stringify([asset]));
  parts.manifest['format'] = 3;
}

function hashOf(story: unknown): string {
  try {
    return hashStory(story as Story);
  } catch {
    return '0'.repeat(64);
  }
}

/** Refused with one sentence, soon, and nothing in the library or beside it. */
async function expectRefused(file: string): Promise<void> {
  const before = readdirSync(folder).length;
  const [outcome] = await test.ask('imports.files', { paths: [file] });
  expect(outcome).toMatchObject({ ok: false, message: expect.stringMatching(/^[^\n]{20,400}$/u) as string });
  expect((await test.ask('stories.list', { query: '', status: null, trashed: false, offset: 0, limit: 9 })).total).toBe(
    0,
  );
  expect(readdirSync(folder)).toHaveLength(before);
  expect(existsSync(join(test.folder, 'colleagues.json'))).toBe(false);
}

describe('a signed package from somebody who means harm', () => {
  it('is good as it is', async () => {
    const [outcome] = await test.ask('imports.files', { paths: [await packed(() => undefined)] });
    expect(outcome).toMatchObject({ ok: true });
  });

  it.each<[what: string, harm: (parts: Parts) => void]>([
    ['a file more than it says', ({ entries }) => entries.push({ path: 'media/x', bytes: Buffer.from('x') })],
    [
      'a link',
      ({ entries }) => entries.push({ path: 'media/link', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 }),
    ],
    ['a file twice', ({ entries }) => entries.push({ path: 'assets.json', bytes: Buffer.from('[]') })],
    [
      'zeros without end',
      ({ entries }) => entries.push({ path: 'media/zeros', bytes: Buffer.alloc(40_000_000), compress: true }),
    ],
    [
      'a story that unpacks to more than any',
      (parts) => (parts.packed = brotliCompressSync(Buffer.alloc(70_000_000, 'a'), FAST)),
    ],
    ['a story that is not packed', (parts) => (parts.packed = Buffer.from(JSON.stringify(parts.story)))],
    ['a story that is no story', (parts) => (parts.story = { id: 'x', fields: {}, blocks: [] })],
    [
      'another story than it says',
      (parts) => (parts.manifest['story'] = { id: newStoryId(), format: 5, hash: '0'.repeat(64) }),
    ],
    [
      'a hash that is another’s',
      (parts) => (parts.manifest['entries'] = [{ path: 'story.json.br', bytes: 1, sha256: '0'.repeat(64) }]),
    ],
    ['no sender', ({ handover }) => (handover['by'] = '')],
    [
      'a revision that is no id',
      ({ handover }) => (handover['revision'] = { id: '../../x', createdAt: 'now', parents: [] }),
    ],
    ['a key that is none', ({ handover }) => (handover['key'] = 'AAAA')],
    ['somebody else’s key', ({ handover }) => (handover['key'] = Buffer.alloc(32, 7).toString('base64'))],
    ['ancestors without end', ({ handover }) => (handover['ancestors'] = Array.from({ length: 5000 }, newRevisionId))],
    ['a format nobody knows', (parts) => (parts.manifest['format'] = 9)],
    ['a picture whose copy is not there', (parts) => withAssets(parts, { ...PICTURE, standIn: 'b'.repeat(64) })],
    ['a picture that is its own copy', (parts) => withAssets(parts, { ...PICTURE, standIn: PICTURE.id })],
    ['a picture without file or copy', (parts) => withAssets(parts, PICTURE)],
    ['a hand-over in a plain package', (parts) => (parts.manifest['format'] = 1)],
    [
      'a place outside',
      (parts) => (parts.manifest['entries'] = [{ path: '../../evil', bytes: 1, sha256: '0'.repeat(64) }]),
    ],
    [
      'a list with 10,000 lists in it',
      (parts) => {
        let text = '{"content":[]}';
        for (let depth = 0; depth < 10_000; depth += 1)
          text = `{"content":[],"list":{"kind":"bulleted","items":[${text}]}}`;
        const story = goodStory();
        const json = canonicalJson({ ...story, blocks: [] }).replace(
          '"blocks":[]',
          `"blocks":[{"id":"deep","type":"list","kind":"bulleted","items":[${text}]}]`,
        );
        parts.packed = brotliCompressSync(Buffer.from(json));
      },
    ],
  ])('is refused for %s', async (_what, harm) => {
    await expectRefused(await packed(harm));
  });

  it('is refused, or says no more than its words, whatever one of its values is turned into', async () => {
    const junk = fc.constantFrom<unknown>(null, '', SCRIPT, 0, -1, 1e300, true, [], {}, ['x'], '../../x', '\u0000');
    await fc.assert(
      fc.asyncProperty(fc.nat(), junk, async (seed, value) => {
        const story = goodStory();
        const file = await packed((parts) => {
          const data = JSON.parse(JSON.stringify(story)) as Record<string, unknown>;
          const places = allPlaces(data);
          const place = places[seed % places.length];
          if (place) place.holder[place.key] = value;
          parts.story = data;
        }, story);
        const [outcome] = await test.ask('imports.files', { paths: [file] });
        if (outcome?.ok) {
          const target = { storyId: outcome.imported.storyId, target: 'html' } as const;
          const { files } = await test.ask('exports.preview', target);
          for (const { text } of files) expect(text ?? '').not.toMatch(/<script>alert|<img src=x|href="javascript/u);
        } else expect(outcome?.message).toMatch(/^[^\n]{20,400}$/u);
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it('that has scripts in every word of it is as harmless as any other', async () => {
    const story = goodStory();
    const words = JSON.parse(JSON.stringify(story), (key: string, value: unknown) => {
      const isWords = [
        'text',
        'headline',
        'deck',
        'byline',
        'dateline',
        'slug',
        'credit',
        'alt',
        'attribution',
        'fileName',
      ].includes(key);
      return isWords && typeof value === 'string' ? SCRIPT : value;
    }) as Story;
    const [outcome] = await test.ask('imports.files', {
      paths: [await packed((parts) => (parts.story = words), story)],
    });
    if (!outcome?.ok) throw new Error(outcome?.message);
    const { files } = await test.ask('exports.preview', { storyId: outcome.imported.storyId, target: 'html' });
    expect(files[0]?.text).not.toMatch(/<script>alert|<img src=x/u);
    expect(readdirSync(folder).filter((name) => /[<>]/u.test(name))).toEqual([]);
  });
});

interface Place {
  readonly holder: Record<string | number, unknown>;
  readonly key: string;
}

function allPlaces(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.entries(holder).flatMap(([key, child]) => [{ holder, key }, ...allPlaces(child)]);
}
