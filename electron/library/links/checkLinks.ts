import { withoutTracking } from '../../../shared/checks/linkAddress.ts';
import { linksOf } from '../../../shared/checks/storyLinks.ts';
import type { LinkState } from '../../../shared/links/linkState.ts';
import type { Story } from '../../../shared/story/story.ts';
import { askAddress, type Asked, type AskOptions } from './askAddress.ts';

const AT_ONCE = 4;
const WAIT_MS = 10_000;

/** The story's links, each address once, in order, with what was found out about it last. */
export function queueOf(story: Pick<Story, 'blocks'>, known: ReadonlyMap<string, LinkState>): LinkState[] {
  const queue = new Map<string, LinkState>();
  for (const block of story.blocks) {
    for (const { url, text } of linksOf(block)) {
      if (url.trim() === '' || queue.has(url)) continue;
      const waiting = { state: 'waiting', detail: '', to: null, at: null } as const;
      queue.set(url, { ...(known.get(url) ?? waiting), url, text });
    }
  }
  return [...queue.values()];
}

/**
 * Asks each of these addresses, at most four at once, without their tracking parameters. Stet does so only when a person
 * asks. Where nothing at all could be reached the network is taken to be away, and every link goes on waiting.
 */
export async function checkLinks(
  queue: readonly LinkState[],
  at: string,
  options: AskOptions = { timeoutMs: WAIT_MS },
): Promise<LinkState[]> {
  const answers = new Map<string, Asked>();
  const waiting = queue.map(({ url }) => url);
  const work = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift())
      answers.set(url, await askAddress(withoutTracking(url), options));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const asked = [...answers.values()].filter(({ state }) => state !== 'unasked');
  const isAway = asked.every(({ isOffline }) => isOffline);
  return queue.map((link) => {
    const { isOffline, ...found } = answers.get(link.url) ?? {
      state: 'waiting',
      detail: '',
      to: null,
      isOffline: true,
    };
    if (isOffline && isAway) return { ...link, state: 'waiting', detail: 'no network', to: null, at: link.at };
    return { ...link, ...found, at };
  });
}
