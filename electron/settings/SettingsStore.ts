import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { settingsSchema, type Settings } from '../../shared/ipc/mainContract.ts';
import { keptStateSchema, type KeptState, type WindowState } from './keptState.ts';

const FILE = 'settings';

/** What the user sets and what the app remembers, in `settings.json` of the profile folder; written atomically. */
export class SettingsStore {
  readonly #store: ElectronStore<KeptState>;
  /** A sentence when the file could not be read and was set aside; null in the ordinary case. */
  readonly notice: string | null;

  /** `profile` must exist. A file that cannot be read is kept beside the new one, never overwritten. */
  constructor(profile: string, defaults: KeptState) {
    const opened = openStore(profile, defaults);
    this.#store = opened.store;
    // electron-store would tell any page that asks where the profile lies; no page of ours does.
    ipcMain.removeAllListeners('electron-store-get-data');
    this.notice = opened.setAside
      ? `The settings could not be read, so Stet starts with its own. The old file is kept as ${opened.setAside}.`
      : null;
  }

  read(): Settings {
    const { window: _window, exportFolder: _exportFolder, ...settings } = this.#store.store;
    return settingsSchema.parse(settings);
  }

  /** Stores the given settings and answers them all; throws if the disk refuses. */
  change(settings: Partial<Settings>): Settings {
    this.#store.set(settings);
    return this.read();
  }

  get window(): WindowState | null {
    return this.#store.get('window');
  }

  set window(state: WindowState | null) {
    this.#store.set('window', state);
  }

  get exportFolder(): string {
    return this.#store.get('exportFolder');
  }

  set exportFolder(folder: string) {
    this.#store.set('exportFolder', folder);
  }
}

function openStore(
  profile: string,
  defaults: KeptState,
): { readonly store: ElectronStore<KeptState>; readonly setAside: string | null } {
  const open = () =>
    new ElectronStore<KeptState>({
      cwd: profile,
      name: FILE,
      defaults,
      // The schema everything else is held to, rather than a second one for a validator that is compiled at each start.
      deserialize: (text) => keptStateSchema.parse({ ...defaults, ...(JSON.parse(text) as Partial<KeptState>) }),
      serialize: (state) => JSON.stringify(keptStateSchema.parse(state), null, 2),
      accessPropertiesByDotNotation: false,
      clearInvalidConfig: false,
    });
  try {
    return { store: open(), setAside: null };
  } catch (error) {
    const file = join(profile, `${FILE}.json`);
    // Only a file can be at fault here; anything else (a full disk, no permission) would fail again and must be seen.
    if (!existsSync(file)) throw error;
    const setAside = `${FILE}.unreadable-${new Date().toISOString().replace(/[:.]/g, '-')}.json`;
    renameSync(file, join(profile, setAside));
    return { store: open(), setAside };
  }
}
