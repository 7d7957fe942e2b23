import type { App, Session, WebContents } from 'electron';

/** Schemes served from this machine. `devtools:` and `chrome-extension:` only ever come from the developer's own tools. */
const LOCAL = new Set(['app:', 'media:', 'blob:']);
const DEVELOPER = new Set(['devtools:']);

/** Cuts name lookups, prefetching and anything else Chromium might do by itself. Before `ready`. */
export function blockBackgroundTraffic(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('no-pings');
}

/** Refuses every request of the session that does not stay in the house: http, https, ws, ftp, file, data and the rest. */
export function blockNetwork(session: Session, allowDeveloperTools: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const { protocol } = new URL(details.url);
    answer({ cancel: !(LOCAL.has(protocol) || (allowDeveloperTools && DEVELOPER.has(protocol))) });
  });
  // Requests made by main itself do not pass the filter above; none of ours reads a file by its address.
  session.protocol.handle('file', () => Response.error());
  session.setSpellCheckerEnabled(false);
}

/** A peer connection would go round the request filter. */
export function blockPeerConnections(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
