import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { movie, recording, wavRecording } from '../../fixtures/recordings/recordings.ts';
import { expect, test } from '../app.ts';
import { dropFiles } from '../dropFiles.ts';
import { findViolations } from '../findViolations.ts';
import { ExportDialog } from '../screens/ExportDialog.ts';
import { StoryPage } from '../screens/StoryPage.ts';
import { askLibrary } from '../storyOnDisk.ts';

function figure(story: StoryPage, name: 'Video' | 'Audio'): Locator {
  return story.body.getByRole('group', { name, exact: true });
}

/** Puts a file on the page by what `/` offers. */
async function insert(story: StoryPage, typed: string, path: string): Promise<void> {
  await story.focusBody();
  await story.press('Enter');
  await story.type(typed);
  await expect(story.insertMenu.getByRole('option').first()).toHaveText(/^(?:Video|Audio)/);
  const asked = story.page.waitForEvent('filechooser');
  await story.press('Enter');
  await (await asked).setFiles(path);
}

function seconds(player: Locator): Promise<number> {
  return player.evaluate((element) => (element instanceof HTMLMediaElement ? element.duration : NaN));
}

for (const name of ['harbour.webm', 'harbour.mp4'] as const) {
  test(`${name} stands in the story, plays, and lends a frame for its poster`, async ({ draft, scratch }) => {
    const path = join(scratch, name);
    await writeFile(path, recording(name));
    await draft.write('The harbour woke late.');
    await insert(draft, '/video', path);

    const clip = figure(draft, 'Video');
    const player = clip.locator('video');
    await expect(player).toHaveJSProperty('videoWidth', 320);
    await expect(player).toHaveJSProperty('paused', true);
    await clip.getByRole('textbox', { name: 'Caption' }).click();
    await draft.type('Boats leave the harbour.');
    await expect(clip.getByRole('textbox', { name: 'Caption' })).toHaveAttribute(
      'data-placeholder',
      'What the video shows',
    );
    await clip.getByRole('textbox', { name: 'Description' }).click();
    await draft.type('A red boat crosses from left to right.');

    // What the player does with Enter and the arrows is its own affair, not the page's.
    const before = (await draft.stored()).blocks.length;
    await player.focus();
    await draft.press('ArrowRight', 'Enter');
    await player.evaluate((element) => element instanceof HTMLVideoElement && void element.play());
    await expect
      .poll(() => player.evaluate((element) => (element as HTMLVideoElement).currentTime))
      .toBeGreaterThan(0.2);
    await player.evaluate((element) => (element as HTMLVideoElement).pause());

    await clip.getByRole('button', { name: 'Use this frame' }).press('Enter');
    await expect(player).toHaveAttribute('poster', /^media:\/\/asset\/[0-9a-f]{64}\?size=page$/);
    const stored = await draft.storedBlock('figure');
    expect(stored).toMatchObject({
      ...{ medium: 'video', fileName: name, alt: 'A red boat crosses from left to right.' },
      caption: [{ type: 'text', text: 'Boats leave the harbour.' }],
    });
    expect((await draft.stored()).blocks).toHaveLength(before);
    const poster = await askLibrary(draft.page, 'media.read', { id: stored.poster ?? ('' as never) });
    expect(poster).toMatchObject({ type: 'image/jpeg', width: 320, height: 180 });
    expect(await findViolations(draft.page)).toEqual([]);

    await draft.focusBody();
    await draft.press('ControlOrMeta+Z');
    await expect(player).not.toHaveAttribute('poster');
    expect((await draft.storedBlock('figure')).poster).toBeUndefined();
  });
}

test('a dropped sound lands where it was dropped, and can be played from its middle', async ({ draft, scratch }) => {
  const path = join(scratch, 'interview.wav');
  await writeFile(path, wavRecording(30));
  await draft.write('Above.', 'Below.');
  await dropFiles(draft.paragraph('Above.'), [path]);
  const sound = figure(draft, 'Audio');
  const player = sound.locator('audio');
  await expect.poll(() => seconds(player)).toBeCloseTo(30);
  await player.evaluate((element) => {
    (element as HTMLAudioElement).currentTime = 20;
  });
  await expect(player).toHaveJSProperty('seeking', false);
  await expect(sound.getByRole('textbox', { name: 'Description' })).toBeVisible();
  await expect(sound.getByRole('button', { name: 'Choose poster…' })).toHaveCount(0);
  const { blocks } = await draft.stored();
  expect(blocks).toMatchObject([
    { content: [{ text: 'Above.' }] },
    { type: 'figure', medium: 'audio', fileName: 'interview.wav' },
    { content: [{ text: 'Below.' }] },
  ]);
});

test('what cannot be played here says so, and leaves as it came', async ({ draft, shared, scratch }) => {
  const bytes = movie();
  const path = join(scratch, 'phone.mp4');
  await writeFile(path, bytes);
  await insert(draft, '/clip', path);
  const clip = figure(draft, 'Video');
  await expect(clip.getByText('Stet cannot play this file')).toBeVisible();
  await expect(clip.getByText('phone.mp4')).toBeVisible();
  await clip.getByRole('textbox', { name: 'Caption' }).click();
  await draft.type('From a phone.');
  // Chromium tells the console what it could not read.
  shared.errors.splice(0);

  const out = join(scratch, 'out');
  const dialog = new ExportDialog(draft.page);
  await dialog.open();
  await dialog.choose('HTML');
  await expect(dialog.warnings).toContainText('Videos and audio recordings go out as they are');
  await shared.answerSaveDialog(join(out, 'story.html'));
  await dialog.write();
  await dialog.close();
  const [folder = ''] = (await readdir(out)).filter((name) => name.endsWith('-pictures'));
  const [file = ''] = await readdir(join(out, folder));
  expect(file).toMatch(/^from-a-phone-[0-9a-f]{12}\.mp4$/);
  expect(await readFile(join(out, folder, file))).toEqual(bytes);
  expect(await readFile(join(out, 'story.html'), 'utf8')).toContain(
    `<video controls playsinline src="${folder}/${file}"`,
  );
});

test('a missing recording keeps its place and its words', async ({ story, app, launch, profile, scratch }) => {
  const path = join(scratch, 'harbour.webm');
  await writeFile(path, recording('harbour.webm'));
  await insert(story, '/video', path);
  await expect(figure(story, 'Video').locator('video')).toHaveJSProperty('videoWidth', 320);
  await figure(story, 'Video').getByRole('textbox', { name: 'Credit' }).click();
  await story.type('Lina Haddad');
  await story.stored();
  await app.close();
  await rm(join(profile.library, 'media'), { recursive: true });

  const second = await launch();
  const again = figure(new StoryPage(second.page), 'Video');
  await expect(again.getByText('The video’s file is missing.')).toBeVisible();
  await expect(again.getByRole('img', { name: 'Missing video harbour.webm' })).toBeVisible();
  await expect(again.getByRole('textbox', { name: 'Credit' })).toHaveText('Lina Haddad');
  const asked = second.page.waitForEvent('filechooser');
  await again.getByRole('button', { name: 'Find file…' }).click();
  await (await asked).setFiles(path);
  await expect(again.locator('video')).toHaveJSProperty('videoWidth', 320);
  second.errors.splice(0);
});
