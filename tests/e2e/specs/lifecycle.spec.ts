import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../app.ts';
import { electronPath, PROJECT } from '../electronPath.ts';
import { processOf } from '../processOf.ts';
import type { Profile, RunningApp } from '../RunningApp.ts';
import { StoryPage } from '../screens/StoryPage.ts';

/** Types into a new story's body and waits for the library's word that it is on the disk. */
async function writeStory(app: RunningApp, words: string): Promise<StoryPage> {
  const story = new StoryPage(app.page);
  await story.create();
  await story.focusBody();
  await story.type(words);
  await expect(story.saveStatus).toHaveText(/^Saved/);
  return story;
}

/** The pid of the library's process, which is running. */
async function pidOf(app: RunningApp): Promise<number> {
  const pid = await processOf(app, 'Stet library');
  if (pid === undefined) throw new Error('The library is not running');
  return pid;
}

/** Answers questions with the button of this index; the returned function tells what was asked so far. */
async function answerQuestion(app: RunningApp, button: number): Promise<() => Promise<string[]>> {
  await app.electron.evaluate(({ dialog }, response) => {
    const asked: string[] = [];
    Object.assign(globalThis, { stetAsked: asked });
    dialog.showMessageBox = (_window: unknown, options?: { message: string }) => {
      asked.push(options?.message ?? '');
      return Promise.resolve({ response, checkboxChecked: false });
    };
  }, button);
  return () => app.electron.evaluate(() => (globalThis as unknown as { stetAsked: string[] }).stetAsked);
}

/** Starts the app as from a terminal, and answers how it ended. */
function runToEnd(profile: Profile, more: readonly string[] = []): Promise<{ code: number | null; output: string }> {
  const asRoot = process.getuid?.() === 0;
  const args = [
    ...(asRoot ? ['--no-sandbox'] : []),
    ...[PROJECT, `--user-data-dir=${profile.userData}`, `--library=${profile.library}`, ...more],
  ];
  const child = spawn(electronPath(), args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((done) => child.once('close', (code) => done({ code, output })));
}

test('closing at once after the last key loses nothing', async ({ launch }) => {
  const first = await launch();
  const story = new StoryPage(first.page);
  await story.create();
  await story.focusBody();
  await story.type('The last words before the lid went down');
  await first.close();

  const second = await launch();
  await expect(new StoryPage(second.page).body).toContainText('The last words before the lid went down');
});

test('killed in the middle, it comes back with the same story and the same words', async ({ launch }) => {
  const first = await launch();
  await writeStory(first, 'Written before the power went.');
  await first.kill();

  const second = await launch();
  await expect(new StoryPage(second.page).body).toContainText('Written before the power went.');
});

test('the story that was on the page is on the page again, though another is newer', async ({ launch }) => {
  const first = await launch();
  await writeStory(first, 'The older story');
  await writeStory(first, 'The newer story');
  await first.page.getByRole('list', { name: 'Stories' }).getByText('The older story').click();
  await expect(new StoryPage(first.page).body).toContainText('The older story');
  await first.close();

  const second = await launch();
  await expect(new StoryPage(second.page).body).toContainText('The older story');
});

test('a page whose process dies is loaded again, with its words, and says so', async ({ launch }) => {
  const app = await launch();
  await writeStory(app, 'On the disk before the crash.');
  await app.electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loadedAgain = new Promise<void>((done) => contents?.once('did-finish-load', () => done()));
    contents?.forcefullyCrashRenderer();
    await loadedAgain;
  });
  // Playwright gives up on a page that crashed; the window is asked instead.
  const textOf = (selector: string) => () =>
    app.electron.evaluate(
      ({ BrowserWindow }, script) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script) as Promise<string>,
      `document.querySelector('${selector}')?.textContent ?? ''`,
    );
  const body = textOf('[data-lexical-editor]');
  await expect.poll(body).toContain('On the disk before the crash.');
  await expect.poll(textOf('body')).toContain('was loaded again');
  await app.electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    await contents?.executeJavaScript(`document.querySelector('[data-lexical-editor]').focus()`);
    await contents?.insertText(' And after it.');
  });
  await expect.poll(body).toContain('And after it.');
  await expect.poll(textOf('[aria-label="Save status"]')).toMatch(/^Saved/);
  await app.kill();

  const again = await launch();
  await expect(new StoryPage(again.page).body).toContainText('On the disk before the crash. And after it.');
});

test('a library that is killed is started again, and what was typed meanwhile is saved', async ({ launch }) => {
  const first = await launch();
  const story = await writeStory(first, 'Before. ');
  const pid = await pidOf(first);
  process.kill(pid, 'SIGKILL');
  await story.type('During. ');
  await expect.poll(() => pidOf(first).catch(() => pid)).not.toBe(pid);
  await story.type('After.');
  await expect(story.saveStatus).toHaveText(/^Saved/, { timeout: 20_000 });
  await first.kill();

  const second = await launch();
  await expect(new StoryPage(second.page).body).toContainText('Before. During. After.');
});

test('a library that is killed again and again keeps coming back', async ({ app }) => {
  const story = await writeStory(app, 'Zero ');
  for (const word of ['one ', 'two ', 'three ']) {
    const pid = await pidOf(app);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => pidOf(app).catch(() => pid)).not.toBe(pid);
    await story.type(word);
    await expect(story.saveStatus).toHaveText(/^Saved/, { timeout: 20_000 });
  }
});

test('what cannot be saved keeps the window open until somebody decides', async ({ app }) => {
  const story = await writeStory(app, 'Safe. ');
  const pid = await pidOf(app);
  // Stopped, not ended: it neither answers nor goes away, like a disk that hangs.
  process.kill(pid, 'SIGSTOP');
  try {
    await story.type('Not yet.');
    const asked = await answerQuestion(app, 0);
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(asked, { timeout: 15_000 }).toEqual(['The page does not answer.']);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await expect(story.saveStatus).toHaveText(/^Saved/);
  await expect(story.body).toContainText('Safe. Not yet.');
});

test('a page that hangs can still be closed, by choice', async ({ launch }) => {
  const first = await launch();
  await writeStory(first, 'Before it hung.');
  await first.answerMessageBox(1);
  const ended = new Promise((done) => first.electron.process().once('exit', done));
  await first.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    void window?.webContents.executeJavaScript('for (;;);');
    window?.close();
  });
  await ended;

  const second = await launch();
  await expect(new StoryPage(second.page).body).toContainText('Before it hung.');
});

test('a second start with the same library hands over its files and ends', async ({ app, profile }) => {
  await writeStory(app, 'The first window.');
  const document = join(profile.userData, 'dispatch.txt');
  await writeFile(document, 'Words of the dispatch\n');
  // Another profile, so that it is the library alone that they share.
  const second = await runToEnd({ ...profile, userData: `${profile.userData}-2` }, [document]);
  expect(second.code).toBe(0);
  expect(second.output).toContain('is open already');
  await expect(app.page.getByText('Words of the dispatch').first()).toBeVisible();
});

test('the same profile with another library is another app', async ({ launch, profile }) => {
  const first = await launch();
  await writeStory(first, 'In the first library.');
  const { RunningApp: Runner } = await import('../RunningApp.ts');
  const second = await Runner.launch({ ...profile, library: `${profile.library}-2` });
  await expect(second.page.getByRole('button', { name: 'New story' }).first()).toBeVisible();
  await expect(second.page.getByText('In the first library.')).toHaveCount(0);
  await second.close();
});

test('a library folder that cannot be one is refused in a sentence', async ({ profile }) => {
  await mkdir(profile.userData, { recursive: true });
  const file = join(profile.userData, 'not-a-folder');
  await writeFile(file, 'x');
  const { code, output } = await runToEnd({ ...profile, library: file });
  expect(code).toBe(74);
  expect(output).toContain('Stet: ');
});

test('settings that cannot be read are set aside, never overwritten', async ({ launch, profile }) => {
  await mkdir(profile.userData, { recursive: true });
  await writeFile(join(profile.userData, 'settings.json'), '{ "name": "Ayesha", ');
  const app = await launch();
  await expect(app.page.getByText('The settings could not be read')).toBeVisible();
  const files = await readdir(profile.userData);
  const kept = files.find((file) => file.startsWith('settings.unreadable-')) ?? '';
  expect(await readFile(join(profile.userData, kept), 'utf8')).toContain('Ayesha');
});

test('settings of another shape are set aside too', async ({ launch, profile }) => {
  await mkdir(profile.userData, { recursive: true });
  await writeFile(join(profile.userData, 'settings.json'), JSON.stringify({ appearance: 'purple' }));
  const app = await launch();
  await expect(app.page.getByText('The settings could not be read')).toBeVisible();
});

test('the window opens where and as large as it was left', async ({ launch }) => {
  const first = await launch();
  await first.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1111, height: 777 });
  });
  const bounds = (app: RunningApp) =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  await expect.poll(() => bounds(first)).toMatchObject({ width: 1111, height: 777 });
  const left = await bounds(first);
  await first.close();

  expect(await bounds(await launch())).toEqual(left);
});

test("the window's title is the story's", async ({ app }) => {
  const story = await writeStory(app, 'Body.');
  await story.headline.fill('Three Years On');
  await expect
    .poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toBe('Three Years On — Stet');
});

test('menus act on the page, and recent stories open from them', async ({ app }) => {
  const story = await writeStory(app, 'Body of the first.');
  await story.headline.fill('First');
  await expect(story.saveStatus).toHaveText(/^Saved/);
  await app.chooseMenu('New story');
  await expect(story.headline).toHaveValue('');
  const recent = () =>
    app.electron.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()
        ?.getMenuItemById('recent')
        ?.submenu?.items.map((item) => item.label),
    );
  await expect.poll(recent, { timeout: 15_000 }).toContain('First');
  await app.chooseMenu('First');
  await expect(story.headline).toHaveValue('First');
});
