import { join } from 'node:path';

const APP_NAME = 'Stet';

/** The part of an environment that says where a user's programs keep their things. */
export interface Home {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder, absolute. */
  readonly home: string;
}

/** The app's profile folder, as Electron's `app.getPath('userData')` finds it for the same user. */
export function profileFolder({ platform, env, home }: Home): string {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', APP_NAME);
    case 'win32':
      return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), APP_NAME);
    default:
      return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), APP_NAME);
  }
}
