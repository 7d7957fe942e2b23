import type { Session } from 'electron';
import { isPageUrl } from './trustedSender.ts';

/** Writing plain text or HTML to the clipboard after a key or click; everything else Electron would grant is refused. */
const GRANTED = 'clipboard-sanitized-write';

/** Refuses cameras, microphones, location, notifications, devices and the like, whether asked for or only looked up. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permission === GRANTED && details.isMainFrame && isPageUrl(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === GRANTED && new URL(origin).protocol === 'app:',
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.setUSBProtectedClassesHandler(() => []);
  session.setBluetoothPairingHandler?.((_details, answer) => answer({ confirmed: false }));
}
