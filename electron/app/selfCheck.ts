import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, nativeImage, type WebContents } from 'electron';
import { EXPORT_TARGETS } from '../../shared/export/exportTarget.ts';
import { isPicture } from '../../shared/media/medium.ts';
import type { Block } from '../../shared/story/block.ts';
import { newBlockId } from '../../shared/story/ids.ts';
import { exportFileName } from '../../shared/export/exportFileName.ts';
import type { LibraryProcess } from './LibraryProcess.ts';

/** A word that a dictionary has and one that it has not: each of them is read. */
const SPELLINGS = [
  ['en-US', ['newspaper', 'newspapre']],
  ['en-GB', ['colour', 'colourr']],
  ['fr', ['journal', 'journnal']],
  ['he', ['עיתון', 'עיתתון']],
  ['ar', ['صحيفة', 'صحييفة']],
] as const;

const LIMIT_MS = 90_000;

/** Folders of a self check: nothing of the user's is read or written. */
export interface SelfCheckScratch {
  readonly profile: string;
  readonly library: string;
  readonly exports: string;
  remove(): void;
}

/** Makes the scratch folders. On Linux without a display it first starts the app again on a headless one, and ends with it. */
export function prepareSelfCheck(): SelfCheckScratch {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const isHeadless = process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY;
  if (isHeadless && !process.argv.some((argument) => argument.startsWith('--ozone-platform='))) {
    const args = [...process.argv.slice(1), '--ozone-platform=headless', '--disable-gpu'];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', timeout: LIMIT_MS });
    process.exit(status ?? 1);
  }
  const folder = mkdtempSync(join(tmpdir(), 'stet-self-check-'));
  const scratch = {
    profile: join(folder, 'profile'),
    library: join(folder, 'library'),
    exports: join(folder, 'exports'),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
  for (const part of [scratch.profile, scratch.library, scratch.exports]) mkdirSync(part);
  return scratch;
}

/**
 * Walks the main job in the running app: a story is made, written, read back through the page's own bridge, given a
 * picture, exported to every target and verified. Answers one line about it; throws at the first thing that is wrong.
 */
export async function runSelfCheck(
  page: WebContents,
  library: LibraryProcess,
  scratch: SelfCheckScratch,
): Promise<string> {
  const { host } = library;
  const made = await host.ask('stories.create', { template: 'blank', byline: 'Stet', dateline: '', language: 'en' });
  const { id } = made.story;

  const picture = nativeImage.createFromBitmap(Buffer.alloc(640 * 480 * 4, 0x7f), { width: 640, height: 480 }).toPNG();
  const asset = await host.ask('media.add', { name: 'grey.png', bytes: new Uint8Array(picture), ticket: 'self-check' });
  ok(isPicture(asset), 'the picture was taken for a recording');
  deepStrictEqual([asset.type, asset.width, asset.height], ['image/png', 640, 480]);
  const thumb = await host.ask('media.locate', { id: asset.id, size: 'thumb' });
  // Larger than a thumb, so that the decoder is tried as well.
  strictEqual(thumb.type, 'image/webp');
  ok(statSync(thumb.path).size > 0, 'the rendition is empty');

  const blocks: Block[] = [
    { id: newBlockId(), type: 'paragraph', content: [{ type: 'text', text: 'A word written is a word kept. كلمة' }] },
    {
      ...{ id: newBlockId(), type: 'figure', assetId: asset.id, fileName: 'grey.png', credit: 'Stet', alt: 'Grey' },
      ...{ caption: [{ type: 'text', text: 'A grey field' }], origin: {} },
    },
  ];
  await host.ask('stories.put', {
    id,
    fields: { headline: 'Self check' },
    blocks,
    order: blocks.map((block) => block.id),
  });
  const read = (await page.executeJavaScript(
    `window.stet.library.request('stories.open', ${JSON.stringify({ id })})`,
  )) as { readonly ok: boolean; readonly value?: typeof made };
  strictEqual(read.ok, true, 'the page cannot read the story');
  deepStrictEqual(read.value?.story.blocks, blocks);

  for (const target of EXPORT_TARGETS) {
    const path = join(scratch.exports, exportFileName({ slug: target, headline: '' }, target));
    const receipt = await host.ask('exports.write', {
      ...{ storyId: id, target, path },
      ...{ gate: 'script', override: null, ownWords: [] },
    });
    strictEqual(receipt.detail.target, target);
    ok(statSync(receipt.detail.path ?? path).size > 0, `the ${target} export is empty`);
  }
  for (const [language, words] of SPELLINGS) {
    deepStrictEqual(await host.ask('words.unknown', { language, words: [...words] }), words.slice(1));
  }
  const [notes] = await host.ask('grammar.read', { dialect: 'british', texts: ['They was there.'] });
  deepStrictEqual(notes?.length, 1, 'the grammar engine does not read');
  const report = await host.ask('library.verify', {});
  deepStrictEqual([report.ok, report.problems], [true, []]);
  const { electron } = process.versions;
  return `Stet ${app.getVersion()} on Electron ${electron}, SQLite ${library.sqlite}: self check passed (1 story, 1 picture, ${EXPORT_TARGETS.length} exports).`;
}

/** Fails when `work` takes longer than a self check may. */
export async function withinLimit<Value>(work: Promise<Value>): Promise<Value> {
  let limit: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_done, fail) => {
    limit = setTimeout(() => fail(new Error(`no answer in ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(limit);
  }
}
