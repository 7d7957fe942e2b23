import { generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashStory } from '../../../../../../electron/library/hashStory.ts';
import type { Block } from '../../../../../../shared/story/block.ts';
import { readLetter } from '../../../../../../electron/library/packages/letter/letterFile.ts';
import { newBlockId, newRevisionId, newStoryId, type BlockId } from '../../../../../../shared/story/ids.ts';
import { blockText } from '../../../../../../shared/story/plainText.ts';
import { makeTestFolder, TestLibrary } from '../../../../../fixtures/library/TestLibrary.ts';
import { SALT_AND_SWEET_WATER } from '../../../../../fixtures/stories/saltAndSweetWater.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const KEY = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } };

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let amna: TestLibrary;
let leila: TestLibrary;

beforeEach(async () => {
  folder = await makeTestFolder();
  amna = new TestLibrary(join(folder.path, 'amna'), { person: 'Amna' });
  leila = new TestLibrary(join(folder.path, 'leila'), { person: 'Leila' });
});
afterEach(async () => {
  for (const { library } of [amna, leila]) library.close();
  await folder.remove();
});

/** An article as it lies on a correspondent's disk, taken in and handed over. */
async function sent() {
  const { headline, deck, dateline, caption, credit, paragraphs, pullQuotes } = SALT_AND_SWEET_WATER;
  const body = paragraphs.flatMap((words, place) =>
    place % 4 === 1 ? [pullQuotes[(place - 1) / 4]?.words ?? '', words] : [words],
  );
  const source = join(folder.path, 'draft.txt');
  writeFileSync(source, [headline, deck, `(${dateline})`, caption, credit, ...body.filter(Boolean)].join('\n\n'));
  const [outcome] = await amna.ask('imports.files', { paths: [source] });
  if (!outcome?.ok) throw new Error(outcome?.message);
  const { storyId } = outcome.imported;
  const order = { storyId, by: 'Amna', status: 'submitted', assignee: null, note: '', media: 'none' } as const;
  const path = join(folder.path, 'out.stet');
  await amna.ask('handover.send', { order, path });
  return { path, storyId };
}

async function open(path: string) {
  const [outcome] = await leila.ask('imports.files', { paths: [path] });
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

describe('a letter', () => {
  it('weighs little more than its bare words, packed, and has all of the story in it', async () => {
    const { path, storyId } = await sent();
    const bytes = readFileSync(path);
    const story = amna.library.drafts.read(storyId);
    const { headline, deck, dateline } = story.fields;
    const words = [headline, deck, dateline, ...story.blocks.map(blockText)].join('\n');
    expect(words.length).toBeGreaterThan(8000);
    expect(bytes.length).toBeLessThan(4096);
    // Of this: signature, keys and ids 191 bytes.
    expect(bytes.length - brotliCompressSync(words).length).toBeLessThan(256);
    expect(await open(path)).toMatchObject({ ok: true, imported: { storyId } });
    expect(hashStory(leila.library.drafts.read(storyId))).toBe(hashStory(amna.library.drafts.read(storyId)));
    expect(leila.library.drafts.read(storyId).review).toEqual(amna.library.drafts.read(storyId).review);
  });

  it('weighs hardly more if the story was typed in Stet', async () => {
    const { storyId } = await sent();
    const imported = amna.library.drafts.read(storyId);
    const names = new Map(imported.blocks.map(({ id }) => [id, newBlockId()]));
    const idOf = (id: BlockId) => names.get(id) ?? id;
    const blocks = imported.blocks.map((block) => ({
      ...block,
      id: idOf(block.id),
      ...(block.type === 'pullQuote' &&
        block.source && { source: { ...block.source, blockId: idOf(block.source.blockId) } }),
    }));
    // Two paragraphs were cut in two later.
    const late = [newBlockId(), newBlockId()];
    const typed = blocks.map((block, place) => ({
      ...block,
      id: place === 9 ? late[0] : place === 20 ? late[1] : block.id,
    }));
    const { review: _, ...bare } = imported;
    const story = {
      ...bare,
      id: newStoryId(),
      blocks: typed as Block[],
      fields: { ...bare.fields, status: 'draft' as const },
    };
    amna.library.access.createStory(story, { reason: 'created', summary: 'Typed.' });
    // Nobody has the versions that were only kept here: they need not be named.
    for (let hour = 0; hour < 30; hour += 1) {
      amna.library.drafts.put({ id: story.id, fields: { deck: `${hour}` } });
      amna.library.drafts.keepRevision(story.id, 'hourly');
    }
    amna.library.drafts.put({ id: story.id, fields: { deck: bare.fields.deck } });
    const path = join(folder.path, 'typed.stet');
    const order = {
      storyId: story.id,
      by: 'Amna',
      status: 'submitted',
      assignee: null,
      note: '',
      media: 'none',
    } as const;
    await amna.ask('handover.send', { order, path });
    const bytes = readFileSync(path);
    const kept = amna.library.revisions.list(story.id);
    // The first is named, in case a whole library was copied.
    expect(kept.length).toBeGreaterThan(30);
    expect(readLetter(bytes, 'typed.stet').handover.ancestors).toEqual([kept.at(-1)?.id]);
    // Of this: the revision before it and the story's first, 32 bytes; ids of blocks, some 25.
    expect(bytes.length - readFileSync((await sent()).path).length).toBeLessThan(80);
    expect(await open(path)).toMatchObject({ ok: true, imported: { storyId: story.id } });
    expect(hashStory(leila.library.drafts.read(story.id))).toBe(hashStory(amna.library.drafts.read(story.id)));
  });

  it('may be long', async () => {
    const { path, storyId } = await sent();
    const blocks = amna.library.drafts.read(storyId).blocks.map((block) => {
      const text = Array.from({ length: 300 }, (_, word) => `${block.id}${word}`).join(' ');
      return block.type === 'paragraph' ? { ...block, content: [{ type: 'text' as const, text }] } : block;
    });
    amna.library.drafts.put({ id: storyId, blocks });
    const order = { storyId, by: 'Amna', status: null, assignee: null, note: '', media: 'none' } as const;
    await amna.ask('handover.send', { order, path });
    expect(await open(path)).toMatchObject({ ok: true });
    expect(leila.library.drafts.read(storyId).blocks).toEqual(amna.library.drafts.read(storyId).blocks);
  });

  it('is known by its bytes, whatever its name', async () => {
    const { path, storyId } = await sent();
    const renamed = join(folder.path, 'story');
    writeFileSync(renamed, readFileSync(path));
    expect(await open(renamed)).toMatchObject({ ok: true, imported: { storyId } });
  });

  it('is refused whatever bit of it is changed, cut off or added', async () => {
    const { path, storyId } = await sent();
    const bytes = readFileSync(path);
    const refuse = async (changed: Buffer, what: string) => {
      writeFileSync(path, changed);
      expect([what, (await open(path)).ok]).toEqual([what, false]);
    };
    for (let at = 0; at < bytes.length; at += at < 200 ? 1 : 23) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      await refuse(changed, `byte ${at}`);
    }
    await refuse(Buffer.concat([bytes, Buffer.of(0)]), 'a byte more');
    for (const less of [1, 100, bytes.length - 150, bytes.length - 20])
      await refuse(bytes.subarray(0, -less), `${less} less`);
    expect(leila.library.drafts.find(storyId)).toBeNull();
    expect(existsSync(join(leila.folder, 'colleagues.json'))).toBe(false);
  }, 60_000);
});

interface Parts {
  readonly format: number;
  readonly storyId: string;
  readonly revisions: readonly string[];
  /** Runs of ids of blocks, as they stand. */
  readonly runs: Buffer;
  readonly packed: Buffer;
}

const number = (value: number) => Buffer.of(value >> 8, value & 255);
const uuid = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const inSeries = (length: number) => Buffer.concat([number(1), number(0), number(length)]);
const LAST = (fields = '{}', rest = '{}') => `[[6,"Mallory",0,1796032800000,0,0],${fields},null,${rest}]`;
const lines = (...blocks: string[]) => brotliCompressSync(['H', 'D', 'P', ...blocks, LAST()].join('\n'), FAST);

/** A letter put together by hand and signed as it should be, by somebody who means harm. */
function letter(harm: Partial<Parts>): string {
  const good = {
    format: 3,
    storyId: newStoryId(),
    revisions: [newRevisionId()],
    runs: inSeries(1),
    packed: lines('Words.'),
  };
  const { format, storyId, revisions, runs, packed } = { ...good, ...harm };
  const start = Buffer.concat([Buffer.from('\u009fSTET', 'latin1'), Buffer.of(format)]);
  const ids = [uuid(storyId), number(revisions.length), ...revisions.map(uuid), runs];
  const rest = Buffer.concat([KEY, Buffer.of(0), ...ids, packed]);
  const signature = sign(null, Buffer.concat([start, rest]), privateKey);
  const path = join(folder.path, `${newRevisionId()}.stet`);
  writeFileSync(path, Buffer.concat([start, signature, rest]));
  return path;
}

describe('a letter from somebody who means harm', () => {
  it('is good as it is', async () => {
    expect(await open(letter({}))).toMatchObject({ ok: true });
  });

  const deep = (depth: number) =>
    `{"type":"list","kind":"bulleted","items":[${'{"content":[],"list":{"kind":"bulleted","items":['.repeat(depth)}${']}}'.repeat(depth)}]}`;
  it.each<[what: string, harm: Partial<Parts>]>([
    ['a format nobody knows', { format: 9 }],
    ['words that unpack to more than any', { packed: brotliCompressSync(Buffer.alloc(70_000_000, 'a'), FAST) }],
    ['lines without end', { packed: brotliCompressSync(Buffer.alloc(60_000_000, '\n'), FAST) }],
    [
      'pull-quotes that are each the whole of a long paragraph',
      {
        runs: inSeries(60_001),
        packed: lines(
          'a'.repeat(2_000_000),
          ...Array.from({ length: 60_000 }, () => '[0,0,2000000]').map((_, at) => `[${-1 - at},0,2000000]`),
        ),
      },
    ],
    ['a pull-quote of nothing', { runs: inSeries(1), packed: lines('[5,0,1]') }],
    ['a pull-quote of itself', { runs: inSeries(1), packed: lines('[0,0,1]') }],
    ['more ids than blocks', { runs: inSeries(2) }],
    ['fewer ids than blocks', { runs: number(0) }],
    [
      'blocks with one id',
      { runs: Buffer.concat([number(2), number(0), number(1), number(0), number(1)]), packed: lines('One', 'Two') },
    ],
    [
      'ids without end',
      {
        runs: Buffer.concat([
          number(0xffff),
          ...Array.from({ length: 70_000 }, () => Buffer.concat([number(0), number(0xfffe)])),
        ]),
      },
    ],
    [
      'ids that are not there',
      { runs: Buffer.concat([number(1), number(0xffff), number(9000)]), packed: Buffer.alloc(0) },
    ],
    ['no revision', { revisions: [] }],
    ['revisions without end', { revisions: Array.from({ length: 9000 }, newRevisionId) }],
    ['words that are not packed', { packed: Buffer.from('Words.') }],
    ['no words', { packed: Buffer.alloc(0) }],
    ['words that are no text', { packed: brotliCompressSync(Buffer.of(0xff, 0xfe, 0)) }],
    ['a list with 10,000 lists in it', { packed: lines(deep(10_000)) }],
    [
      'another story inside',
      { packed: brotliCompressSync(['H', 'D', 'P', 'W', LAST('{}', `{"id":"${newStoryId()}"}`)].join('\n')) },
    ],
    ['a newer story', { packed: brotliCompressSync(['H', 'D', 'P', 'W', LAST().replace('[[6', '[[99')].join('\n')) }],
    [
      'times that are none',
      {
        packed: brotliCompressSync(
          ['H', 'D', 'P', 'W', LAST().replace('1796032800000', '9007199254740991')].join('\n'),
        ),
      },
    ],
  ])('is refused in time for %s', async (_what, harm) => {
    const path = letter(harm);
    const began = performance.now();
    const outcome = await open(path);
    expect(outcome).toMatchObject({ ok: false, message: expect.stringMatching(/^[^\n]{20,400}$/u) as string });
    expect(performance.now() - began).toBeLessThan(5000);
    const all = { query: '', status: null, trashed: false, offset: 0, limit: 9 } as const;
    expect((await leila.ask('stories.list', all)).total).toBe(0);
    expect(existsSync(join(leila.folder, 'colleagues.json'))).toBe(false);
  });

  it('is refused with a sentence or is a story, whatever its lines are', async () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      '"',
      ',',
      '0',
      '-1',
      '99999',
      'null',
      '"type":',
      '"figure"',
      '"list"',
      '"items":[]',
      '"content":',
      '"__proto__":',
      '\u0001',
      '<script>',
      'words',
    );
    const line = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async (blocks) => {
        const outcome = await open(letter({ runs: inSeries(blocks.length), packed: lines(...blocks) }));
        if (!outcome.ok) expect(outcome.message).toMatch(/^[^\n]{20,400}$/u);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
