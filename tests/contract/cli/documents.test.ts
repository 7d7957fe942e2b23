import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXPORT_TARGETS } from '../../../shared/export/exportTarget.ts';
import { libraryRequests } from '../../../shared/ipc/libraryContract.ts';
import { backupReportSchema, historyEntrySchema, verifyReportSchema } from '../../../shared/ipc/librarySchemas.ts';
import { storySchema, type Story } from '../../../shared/story/story.ts';
import { StetCommand } from './StetCommand.ts';
import { keepPictureStory, SLUG } from './pictureStory.ts';

const listSchema = libraryRequests['stories.list'].answer;
const outcomesSchema = libraryRequests['imports.files'].answer;
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

// A process for each command, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

let stet: StetCommand;
beforeAll(() => StetCommand.build(), 60_000);
beforeEach(() => {
  stet = new StetCommand();
});
afterEach(() => stet.remove());

/** Writes a file in the user's home. */
function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(stet.home, name), content);
  return name;
}

describe('stet import', () => {
  it('makes a story of each document and prints its ID and file', async () => {
    write('harbour.md', '# The pilots come ashore\n\nThey left their radios on the desk.\n');
    write('ميناء.txt', 'عاد المرشدون إلى الشاطئ\n\nتركوا أجهزتهم على الطاولة.\n');
    write('tide.html', '<!doctype html><h1>Tide tables</h1><p>High water at six.</p>');
    const lines = (await stet.text('import', 'harbour.md', 'ميناء.txt', 'tide.html')).split('\n');
    expect(lines.map((line) => line.slice(38))).toEqual(['harbour.md', 'ميناء.txt', 'tide.html']);
    const { total, items } = await stet.json(listSchema, ['list']);
    expect(total).toBe(3);
    expect(items.map(({ id }) => id).toReversed()).toEqual(lines.map((line) => line.slice(0, 36)));
    expect(await stet.text('show', lines[0]?.slice(0, 36) ?? '')).toContain('They left their radios on the desk.');
  });

  it('refuses a document whole, says why, and takes in the others', async () => {
    write('good.md', '# Good\n\nWords.\n');
    write('broken.docx', 'PK\u0003\u0004 and then no archive');
    write('broken.stet', 'PK\u0003\u0004 nor here');
    write('picture.exe', new Uint8Array([0x4d, 0x5a, 0, 0]));
    const files = ['broken.docx', 'good.md', 'missing.md', 'broken.stet', 'picture.exe'];
    const outcomes = await stet.json(outcomesSchema, ['import', ...files], 1);
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, true, false, false, false]);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.message).toMatch(/\.$/);
    expect((await stet.json(listSchema, ['list'])).total).toBe(1);

    const { code, stdout, stderr } = await stet.run('import', ...files);
    expect([code, stdout.trimEnd().split('\n').length]).toEqual([1, 1]);
    for (const file of files) if (file !== 'good.md') expect(stderr).toContain(`stet: ${file}: `);
    expect(stderr).toContain('4 documents were refused, 1 imported.');
    expect((await stet.json(verifyReportSchema, ['verify'])).stories).toBe(2);
  });

  it('takes a file whose name looks like an option', async () => {
    write('-n.md', '# Named strangely\n\nWords.\n');
    expect((await stet.run('import', '--', '-n.md')).code).toBe(0);
    expect(await stet.text('list')).toContain('Named strangely');
  });

  it('prints names that cannot act on a terminal', async () => {
    const name = write('evil\u001b[31m.md', '# x\n\nWords.\n');
    const { code, stdout } = await stet.run('import', name);
    expect([code, stdout.slice(38)]).toEqual([0, 'evil [31m.md\n']);
  });
});

describe('stet export', () => {
  let story: Story;
  beforeEach(async () => {
    story = await keepPictureStory(stet.library);
  });

  it.each(EXPORT_TARGETS.filter((target) => target !== 'pdf'))('writes %s, and answers its receipt', async (target) => {
    const receipt = await stet.json(historyEntrySchema, ['export', SLUG, '--to', target, '--out', 'out/']);
    const { path = '', files = 0, sha256: hash } = receipt.detail;
    expect(receipt).toMatchObject({ storyId: story.id, kind: 'exported', detail: { target } });
    expect(path.startsWith(join(stet.home, 'out', SLUG))).toBe(true);
    expect(hash).toBe(sha256(readFileSync(path)));
    const written = readdirSync(join(stet.home, 'out'), { recursive: true, withFileTypes: true });
    expect(written.filter((entry) => entry.isFile())).toHaveLength(files);
    expect(files).toBe(target === 'text' || target === 'package' || target === 'docx' ? 1 : 2);
  });

  it('prints a sentence about it for people', async () => {
    const { code, stdout } = await stet.run('export', SLUG, '--to', 'markdown', '--out', 'page.md');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Wrote .*\/page\.md \(2 files, [\d.]+ kB\)\n$/);
  });

  it('refuses to write over what is there, unless it is told to', async () => {
    write('page.html', 'precious');
    const args = ['export', SLUG, '--to', 'html', '--out', 'page.html'];
    expect(await stet.failure(...args)).toEqual([73, 'exists']);
    expect(readFileSync(join(stet.home, 'page.html'), 'utf8')).toBe('precious');
    await stet.text(...args, '--force');
    expect(readFileSync(join(stet.home, 'page.html'), 'utf8')).toContain('<figcaption');
    mkdirSync(join(stet.home, 'folder'));
    await stet.text('export', SLUG, '--to', 'text', '--out', 'folder');
    expect(await stet.failure('export', SLUG, '--to', 'text', '--out', 'folder')).toEqual([73, 'exists']);
  });

  it('answers with its own code when the place cannot be written', async () => {
    write('file', '');
    const [code] = await stet.failure('export', SLUG, '--to', 'text', '--out', 'file/below.txt');
    expect(code).toBe(73);
  });

  it.each(['html', 'markdown', 'wordpress', 'text', 'ninjs'])(
    'prints %s exactly as it would be written',
    async (target) => {
      const { code, stdout, stderr } = await stet.run('export', SLUG, '--to', target, '--out', '-');
      const receipt = await stet.json(historyEntrySchema, ['export', SLUG, '--to', target, '--out', 'out/']);
      expect([code, sha256(stdout)]).toEqual([0, receipt.detail.sha256]);
      if (target !== 'text') expect(stderr).toContain('1 picture left out');
    },
  );

  it('says in a sentence that a PDF needs the app', async () => {
    const args = ['export', SLUG, '--to', 'pdf', '--out', 'page.pdf'];
    expect(await stet.failure(...args)).toEqual([73, 'noPrinter']);
    expect((await stet.run(...args)).stderr).toContain('A PDF is typeset by the app’s window');
    expect(existsSync(join(stet.home, 'page.pdf'))).toBe(false);
  });

  it('refuses what cannot go to stdout', async () => {
    for (const target of ['package', 'docx'])
      expect((await stet.run('export', SLUG, '--to', target, '--out', '-')).code).toBe(64);
    expect(await stet.failure('export', SLUG, '--to', 'html', '--out', '-')).toEqual([64, 'usage']);
    expect(await stet.failure('export', SLUG, '--to', 'html', '--out', '')).toEqual([64, 'usage']);
  });

  it('writes a package that another library takes in as the same story, and this one knows', async () => {
    await stet.text('export', SLUG, '--to', 'package', '--out', 'story.stet');
    const other = join(stet.home, 'other');
    const [there] = await stet.json(outcomesSchema, ['import', 'story.stet', '--library', other]);
    expect(there).toMatchObject({ ok: true, imported: { storyId: story.id, alreadyHere: false } });
    expect(await stet.json(storySchema, ['show', SLUG, '--library', other])).toEqual(story);
    expect((await stet.json(verifyReportSchema, ['verify', '--library', other])).assets).toBe(1);
    const [here] = await stet.json(outcomesSchema, ['import', 'story.stet']);
    expect(here).toMatchObject({ ok: true, imported: { storyId: story.id, alreadyHere: true } });
    expect((await stet.json(listSchema, ['list'])).total).toBe(1);
  });
});

describe('stet verify', () => {
  it('finds a sound library sound', async () => {
    await keepPictureStory(stet.library);
    expect(await stet.json(verifyReportSchema, ['verify'])).toMatchObject({
      ok: true,
      stories: 1,
      assets: 1,
      problems: [],
    });
    expect(await stet.text('verify')).toMatch(/^Sound: 1 story, \d+ blocks, \d+ revisions?, 1 picture\.$/);
  });

  it('names what is wrong and exits with 1', async () => {
    await keepPictureStory(stet.library);
    const media = join(stet.library, 'media');
    const [picture] = readdirSync(media, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const path = join(picture?.parentPath ?? '', picture?.name ?? '');
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
    writeFileSync(path, bytes);
    const report = await stet.json(verifyReportSchema, ['verify'], 1);
    expect([report.ok, report.problems.length]).toEqual([false, 1]);
    const { code, stdout, stderr } = await stet.run('verify');
    expect([code, stdout]).toEqual([1, `${report.problems[0]}\n`]);
    expect(stderr).toContain('1 problem in ');
  });
});

describe('stet backup', () => {
  it('copies the library to a folder that holds everything', async () => {
    await keepPictureStory(stet.library);
    mkdirSync(join(stet.home, 'disk'));
    const report = await stet.json(backupReportSchema, ['backup', 'disk']);
    expect(report).toMatchObject({ stories: 1, assets: 1 });
    expect(report.path.startsWith(join(stet.home, 'disk'))).toBe(true);
    expect(existsSync(report.path)).toBe(true);
    expect(await stet.text('backup', 'disk')).toMatch(/^Copied 1 story and 1 picture \([\d.]+ kB\) to .*disk/);
  });

  it('answers with its own code when the place cannot be written', async () => {
    await keepPictureStory(stet.library);
    write('file', '');
    const [code] = await stet.failure('backup', 'file');
    expect(code).toBe(73);
  });
});
