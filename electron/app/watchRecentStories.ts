import type { AppMenu } from './AppMenu.ts';
import type { LibraryHost } from './LibraryHost.ts';

const SHOWN = 10;
/** Typing changes the newest story at every key; the menu need not follow so closely. */
const REST_MS = 3_000;

/** Keeps the recent stories menu true. Answers the function that brings it up to date soon. */
export function watchRecentStories(host: LibraryHost, menu: AppMenu): () => void {
  let isResting = false;
  let isStale = false;
  const refresh = () => {
    isStale = true;
    if (isResting) return;
    isResting = true;
    isStale = false;
    setTimeout(() => {
      isResting = false;
      if (isStale) refresh();
    }, REST_MS);
    void host.request('stories.recent', { limit: SHOWN }).then((answer) => {
      if (!answer.ok) return;
      menu.showRecent(
        answer.value.map(({ id, headline, slug, firstWords }) => ({
          id,
          title: (headline || slug || firstWords || 'Untitled').slice(0, 60),
        })),
      );
    });
  };
  host.on('stories.changed', refresh);
  return refresh;
}
