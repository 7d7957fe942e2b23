import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '../../../electron/library/db/Database.ts';
import { libraryRequests } from '../../../shared/ipc/libraryContract.ts';
import { summarySchema } from '../../../shared/ipc/librarySchemas.ts';
import { storySchema } from '../../../shared/story/story.ts';
import { StetCommand } from './StetCommand.ts';

const listSchema = libraryRequests['stories.list'].answer;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// A process for each command, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let stet: StetCommand;
beforeAll(() => StetCommand.build(), 60_000);
beforeEach(() => {
  stet = new StetCommand();
});
afterEach(() => stet.remove());

describe('stet new', () => {
  it('prints the ID of a story that is then in the library, in a folder it makes', async () => {
    const id = await stet.text('new', '--headline', 'حياة تحت الحصار', '--language', 'AR-ps', '--template', 'qa');
    expect(id).toMatch(UUID);
    const story = await stet.json(storySchema, ['show', id]);
    expect(story.fields).toMatchObject({ headline: 'حياة تحت الحصار', language: 'ar-PS', status: 'draft' });
    expect(story.blocks.map(({ type }) => type)).toContain('heading');
  });

  it('answers the row of the story', async () => {
    const args = ['new', '--slug', 'floods', '--byline', 'A. Correspondent', '--dateline', 'Karachi'];
    const row = await stet.json(summarySchema, args);
    expect(row).toMatchObject({ slug: 'floods', headline: '', words: 0, trashedAt: null });
    const { fields } = await stet.json(storySchema, ['show', row.id]);
    expect(fields).toMatchObject({ byline: 'A. Correspondent', dateline: 'Karachi' });
  });

  it("starts from the app's settings, and opens the app's library", async () => {
    const profile = join(stet.home, '.config', 'Stet');
    const libraryFolder = join(stet.home, 'elsewhere');
    mkdirSync(profile, { recursive: true });
    const settings = { libraryFolder, byline: 'N. Writer', datelinePlace: 'Gaza City', language: 'ur' };
    writeFileSync(join(profile, 'settings.json'), JSON.stringify(settings));
    delete stet.env['STET_LIBRARY'];
    const id = await stet.text('new');
    const { fields } = await stet.json(storySchema, ['show', id, '--library', libraryFolder]);
    expect(fields).toMatchObject({ byline: 'N. Writer', dateline: 'Gaza City', language: 'ur' });
    expect(existsSync(stet.library)).toBe(false);
  });

  it('keeps a headline as it was typed, on one line of the answer and of the list', async () => {
    const headline = 'two\nlines \u2028 “quoted” \u001b[31m';
    expect((await stet.json(summarySchema, ['new', '--headline', headline])).headline).toBe(headline);
    expect(await stet.text('list')).toMatch(/ two lines “quoted” \[31m$/);
  });

  it('makes nothing at all of a command line that is wrong', async () => {
    for (const args of [
      ['--language', 'no such tag'],
      ['--template', 'poem'],
      ['--headline', 'x'.repeat(20_001)],
      ['x'],
    ])
      expect(await stet.failure('new', ...args)).toEqual([64, 'usage']);
    expect(existsSync(stet.library)).toBe(false);
  });
});

describe('stet list', () => {
  it('lists the newest first, aligned, whatever the script', async () => {
    await stet.text('new', '--slug', 'floods', '--headline', 'The river came at night');
    await stet.text('new', '--slug', 'حصار', '--headline', 'حياة تحت الحصار');
    const [head, arabic, latin, ...rest] = (await stet.text('list')).split('\n');
    expect(head).toMatch(/^ID {8}CHANGED {11}STATUS {2}WORDS {2}SLUG {4}HEADLINE$/);
    expect(arabic).toMatch(
      /^[0-9a-f]{8} {2}[-0-9]{10} [:0-9]{5} {2}Draft {7}0 {2}\u2068حصار\u2069 {4}\u2068حياة تحت الحصار\u2069$/,
    );
    expect(latin).toMatch(/ {2}floods {2}The river came at night$/);
    expect(rest).toEqual([]);
  });

  it('filters by words, status and trash', async () => {
    const id = await stet.text('new', '--headline', 'Café life in Islamabad');
    await stet.text('new', '--headline', 'Another');
    for (const query of ['cafe', 'Islam', 'café LIFE'])
      expect((await stet.json(listSchema, ['list', '--query', query])).items).toEqual([
        expect.objectContaining({ id, headline: 'Café life in Islamabad' }),
      ]);
    expect((await stet.json(listSchema, ['list', '--status', 'draft'])).total).toBe(2);
    expect((await stet.json(listSchema, ['list', '--status', 'sent'])).items).toEqual([]);
    expect((await stet.json(listSchema, ['list', '--trash'])).items).toEqual([]);
  });

  it('limits, and says how many there are', async () => {
    for (const headline of ['One', 'Two', 'Three']) await stet.text('new', '--headline', headline);
    const { total, items } = await stet.json(listSchema, ['list', '--limit', '2']);
    expect([total, ...items.map(({ headline }) => headline)]).toEqual([3, 'Three', 'Two']);
    const { stdout, stderr } = await stet.run('list', '--limit', '2');
    expect(stdout.split('\n')).toHaveLength(4);
    expect(stderr).toBe('stet: 1 more story not shown.\n');
    for (const limit of ['0', '-1', '1.5', 'ten', '1e3'])
      expect(await stet.failure('list', `--limit=${limit}`)).toEqual([64, 'usage']);
  });

  it('prints nothing but a note when there is nothing', async () => {
    await stet.text('new');
    expect(await stet.run('list', '--query', 'nothing')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'stet: No stories.\n',
    });
  });

  it('does not mind a reader that stops early', async () => {
    await stet.text('new');
    const child = stet.start('list');
    child.stdout.destroy();
    const code = await new Promise((done) => child.once('exit', done));
    expect(code).toBe(0);
  });
});

describe('an ID', () => {
  it('may be whole, its beginning, or a slug', async () => {
    const id = await stet.text('new', '--slug', 'Night-Floods', '--headline', 'x');
    for (const wanted of [id, id.toUpperCase(), id.slice(0, 8), 'night-floods'])
      expect((await stet.json(storySchema, ['show', wanted])).id).toBe(id);
  });

  it('is refused when it fits none or several', async () => {
    const ids = [await stet.text('new', '--slug', 'same'), await stet.text('new', '--slug', 'SAME')];
    expect(await stet.failure('show', 'same')).toEqual([66, 'ambiguous']);
    const { stderr } = await stet.run('show', 'same');
    for (const id of ids) expect(stderr).toContain(id);
    expect(await stet.failure('show', 'other')).toEqual([66, 'notFound']);
    expect(await stet.failure('show', '00000000-0000-4000-8000-000000000000')).toEqual([66, 'notFound']);
  });

  it('is a slug before it is the beginning of an ID', async () => {
    const first = await stet.text('new');
    const second = await stet.text('new', '--slug', first.slice(0, 8));
    expect((await stet.json(storySchema, ['show', first.slice(0, 8)])).id).toBe(second);
  });
});

describe('the library', () => {
  it('is the one of --library before STET_LIBRARY, relative to where the user stands', async () => {
    await stet.text('new', '--library', 'here/stories', '--headline', 'In here');
    expect(existsSync(join(stet.home, 'here/stories/stet.db'))).toBe(true);
    expect(existsSync(stet.library)).toBe(false);
    expect(await stet.text('--library=here/stories', 'list')).toContain('In here');
  });

  it('is not made by a command that only reads', async () => {
    for (const args of [
      ['list'],
      ['show', 'x'],
      ['verify'],
      ['backup', 'b'],
      ['export', 'x', '--to', 'text', '--out', 'x'],
    ])
      expect(await stet.failure(...args)).toEqual([66, 'noLibrary']);
    expect(existsSync(stet.library)).toBe(false);
  });

  it('is refused when it cannot be one', async () => {
    writeFileSync(stet.library, 'a file');
    expect(await stet.failure('new')).toEqual([74, 'notAFolder']);
    const strange = join(stet.home, 'strange');
    mkdirSync(strange);
    const foreign = new Database(join(strange, 'stet.db'));
    foreign.exec('CREATE TABLE recipes (name TEXT)');
    foreign.close();
    expect(await stet.failure('list', '--library', strange)).toEqual([74, 'notALibrary']);
  });

  it('is put right when its file is damaged, which is said on stderr', async () => {
    await stet.text('new', '--headline', 'Still here');
    writeFileSync(join(stet.library, 'stet.db'), 'this was a database before somebody saved a note over it');
    const { code, stderr } = await stet.run('list');
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^(?:stet: .*\.\n)+$/)]);
    expect((await stet.run('verify')).code).toBe(0);
  });

  it("is guessed, and said so, when the app's settings cannot be read", async () => {
    const settings = join(stet.home, '.config', 'Stet', 'settings.json');
    mkdirSync(dirname(settings), { recursive: true });
    writeFileSync(settings, '{');
    stet.env['STET_LIBRARY'] = '';
    const { code, stdout, stderr } = await stet.run('new');
    expect([code, stdout.trim()]).toEqual([0, expect.stringMatching(UUID)]);
    expect(stderr).toContain(settings);
    expect(existsSync(join(dirname(settings), 'library', 'stet.db'))).toBe(true);
  });
});

describe('the command line itself', () => {
  it('explains itself without a library', async () => {
    expect(await stet.text('--version')).toMatch(/^stet \d+\.\d+\.\d+$/);
    expect(await stet.text('--help')).toContain('Usage: stet COMMAND');
    expect(await stet.text('help', 'import')).toContain('Usage: stet import FILE…');
    expect(existsSync(stet.library)).toBe(false);
  });

  it('is refused with a sentence on stderr, and nothing on stdout', async () => {
    for (const args of [[], ['lst'], ['list', '--nope'], ['show'], ['list', 'x']]) {
      const { code, stdout, stderr } = await stet.run(...args);
      expect([code, stdout]).toEqual([64, '']);
      expect(stderr).toMatch(/^stet: [^\n]+\n$/);
    }
    expect(await stet.failure('lst')).toEqual([64, 'usage']);
  });
});
