import type { WebContents } from 'electron';
import { EVENT_CHANNEL } from '../../shared/ipc/channels.ts';
import type { MainEvent, MainEventData } from '../../shared/ipc/mainContract.ts';
import { isPageUrl } from '../security/trustedSender.ts';

/** Tells our page that something happened; a window that shows anything else, or is gone, is told nothing. */
export function emitEvent<Name extends MainEvent>(page: WebContents, name: Name, data: MainEventData<Name>): void {
  if (page.isDestroyed() || page.isCrashed() || !isPageUrl(page.getURL())) return;
  page.send(EVENT_CHANNEL, name, data);
}
