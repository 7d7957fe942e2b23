import { expect, test } from '../app.ts';
import { processOf } from '../processOf.ts';
import type { RunningApp } from '../RunningApp.ts';
import { LibraryPane } from '../screens/LibraryPane.ts';
import { StoryPage } from '../screens/StoryPage.ts';
import { putStory } from '../putStory.ts';

/** The library's process, which must be running. */
async function libraryPid(app: RunningApp): Promise<number> {
  const pid = await processOf(app, 'Stet library');
  if (pid === undefined) throw new Error('The library is not running');
  return pid;
}

/**
 * Makes the disk refuse what the library writes to its folder: a file of the library may not grow any more, which is how a
 * full disk looks from inside. Answers the function that makes room again.
 */
async function fillDisk(app: RunningApp): Promise<() => Promise<void>> {
  const { execFile } = await import('node:child_process');
  const { promisify } = await import('node:util');
  const run = promisify(execFile);
  const pid = String(await libraryPid(app));
  await run('prlimit', ['--pid', pid, '--fsize=1:unlimited']);
  return async () => {
    await run('prlimit', ['--pid', pid, '--fsize=unlimited:unlimited']);
  };
}

test('“Saved” stands there only once the library has answered, never before', async ({ story, app }) => {
  await story.write('On the disk. ');
  await story.saved();
  const pid = await libraryPid(app);
  // Held: it takes in the write and does not answer.
  process.kill(pid, 'SIGSTOP');
  try {
    await story.type('Not there yet.');
    await expect(story.saveStatus).toHaveText('Saving…');
    await story.settle();
    await expect(story.saveStatus).not.toHaveText(/^Saved/);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await story.saved();
  expect(await story.storedBlock('paragraph')).toMatchObject({ content: [{ text: 'On the disk. Not there yet.' }] });
});

test('a library that does not answer is said so, the words are kept, and saved when it does', async ({
  story,
  app,
}) => {
  await story.write('Before. ');
  await story.saved();
  const pid = await libraryPid(app);
  process.kill(pid, 'SIGSTOP');
  try {
    await story.type('While it hangs.');
    await expect(story.saveStatus).toHaveText(/^Not saved: \S/, { timeout: 20_000 });
    await expect(story.paragraph('Before. While it hangs.')).toBeVisible();
    await story.type(' And more.');
    await expect(story.saveStatus).toHaveText(/^Not saved: \S/);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await story.saved();
  expect(await story.storedBlock('paragraph')).toMatchObject({
    content: [{ text: 'Before. While it hangs. And more.' }],
  });
});

test('a killed library: nothing typed meanwhile is called saved, all of it is when it is back', async ({
  story,
  app,
  launch,
}) => {
  await story.write('One. ');
  await story.saved();
  process.kill(await libraryPid(app), 'SIGKILL');
  await story.type('Two. ');
  await story.saved();
  process.kill(await libraryPid(app), 'SIGKILL');
  await story.type('Three.');
  await story.saved();
  await app.kill();
  const again = new StoryPage((await launch()).page);
  await expect(again.paragraph('One. Two. Three.')).toBeVisible();
});

test('a full disk is said in a sentence, the words stay on the page, and they are saved once there is room', async ({
  story,
  app,
  launch,
}) => {
  test.skip(process.platform !== 'linux', 'takes the room away with Linux’s prlimit');
  await story.write('Before the disk was full. ');
  await story.saved();
  const makeRoom = await fillDisk(app);
  await story.type('After.');
  await expect(story.saveStatus).toHaveText(/^Not saved: .*\.$/);
  await expect(story.saveStatus).toHaveText(/disk|room|space/i);
  await expect(story.paragraph('Before the disk was full. After.')).toBeVisible();
  // Another story is not opened over words that are on no disk.
  await story.type(' Still typing.');
  await expect(story.saveStatus).toHaveText(/^Not saved: /);
  await makeRoom();
  await story.saved();
  await app.kill();
  const again = new StoryPage((await launch()).page);
  await expect(again.paragraph('Before the disk was full. After. Still typing.')).toBeVisible();
});

test('a story whose words are on no disk stays on the page, whatever is clicked', async ({ story, app }) => {
  test.skip(process.platform !== 'linux', 'takes the room away with Linux’s prlimit');
  await putStory(app.page, { headline: 'Another story' });
  await expect(new LibraryPane(app.page).row('Another story')).toBeVisible();
  await story.write('Words at risk.');
  await story.saved();
  const makeRoom = await fillDisk(app);
  await story.type(' More at risk.');
  await expect(story.saveStatus).toHaveText(/^Not saved: /);
  await new LibraryPane(app.page).open('Another story');
  await expect(app.page.getByRole('alert')).toBeVisible();
  await expect(story.paragraph('Words at risk. More at risk.')).toBeVisible();
  await makeRoom();
  await story.saved();
  await new LibraryPane(app.page).open('Another story');
  await expect(story.headline).toHaveValue('Another story');
});

test('opening and reading a story writes nothing to it', async ({ app }) => {
  const id = await putStory(app.page, { headline: 'Only read' }, ['A paragraph.', 'Another.']);
  const read = async () => {
    const answer = await app.page.evaluate((story) => window.stet.library.request('stories.open', { id: story }), id);
    return answer.ok ? [answer.value.seq, answer.value.story.updatedAt] : [];
  };
  const before = await read();
  await new LibraryPane(app.page).open('Only read');
  const story = new StoryPage(app.page);
  await story.paragraph('Another.').click();
  await story.press('ArrowUp', 'Home', 'Shift+End');
  await story.saved();
  expect(await read()).toEqual(before);
});

test('typing without a pause is saved all the way', async ({ draft }) => {
  await draft.focusBody();
  const words = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ');
  await draft.type(words);
  expect(await draft.storedBlock('paragraph')).toMatchObject({ content: [{ text: words }] });
});
