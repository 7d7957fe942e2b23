import type { Page } from '@playwright/test';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { LibraryAnswer, LibraryPayload, LibraryRequest } from '../../shared/ipc/libraryContract.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import type { Story } from '../../shared/story/story.ts';

declare global {
  interface Window {
    readonly stet: Bridge;
  }
}

/** The id of the story that came to the page last; null before the first one ever did. */
export function storyOnPage(page: Page): Promise<StoryId | null> {
  return page.evaluate(async () => {
    const settings = await window.stet.ask('settings.read', {});
    if (!settings.ok) throw new Error(settings.error.message);
    return settings.value.lastStory?.id ?? null;
  });
}

/** Asks the library over the page's own bridge; throws with its sentence when it refuses. */
export async function askLibrary<Name extends LibraryRequest>(
  page: Page,
  name: Name,
  payload: LibraryPayload<Name>,
): Promise<LibraryAnswer<Name>> {
  // As text: Playwright's types for arguments would take every payload apart.
  const answer = await page.evaluate(
    async ([asked, data]) => window.stet.library.request(asked as Name, JSON.parse(data) as LibraryPayload<Name>),
    [name, JSON.stringify(payload)] as const,
  );
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** The story on the page as it stands on the disk. */
export async function storyOnDisk(page: Page): Promise<Story> {
  const id = await storyOnPage(page);
  if (id === null) throw new Error('No story is on the page');
  return (await askLibrary(page, 'stories.open', { id })).story;
}
