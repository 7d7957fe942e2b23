import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { App } from 'electron';

/** What a second start hands to the first. */
export interface SecondStart {
  readonly files: readonly string[];
}

/** The claim on a library for as long as the app runs. */
export interface LibraryClaim {
  /** False: another window of this user has the library open; it was told about our files and comes to the front. */
  readonly isOurs: boolean;
  release(): void;
}

/**
 * Makes sure of one app per library and user, whatever profile each was started with. Electron's own lock is per profile
 * folder, so it is taken in a folder named after the library, before `ready`; the profile is put back at once. Should
 * that not be possible the library's own lock still keeps a second app out: this one is for handing files over.
 */
export function claimLibrary(
  app: App,
  library: string,
  start: SecondStart,
  onSecond: (start: SecondStart) => void,
): LibraryClaim {
  const meeting = meetingFolder(library);
  if (!meeting) return { isOurs: true, release: () => undefined };
  const profile = app.getPath('userData');
  let isOurs: boolean;
  try {
    app.setPath('userData', meeting);
    isOurs = app.requestSingleInstanceLock(start);
  } finally {
    app.setPath('userData', profile);
  }
  if (isOurs) {
    app.on('second-instance', (_event, _argv, _folder, told) => onSecond(readSecondStart(told)));
  }
  return {
    isOurs,
    release: () => {
      if (!isOurs) return;
      app.releaseSingleInstanceLock();
      rmSync(meeting, { recursive: true, force: true });
    },
  };
}

/** A folder only this user can enter, the same for every start with this library; null if there can be none. */
function meetingFolder(library: string): string | null {
  const place = process.env['XDG_RUNTIME_DIR'] ?? tmpdir();
  const folder = join(place, `stet-${createHash('sha256').update(trueName(library)).digest('hex').slice(0, 20)}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // In a shared /tmp somebody else may have been here first, to be told which files are opened.
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) ? folder : null;
  } catch {
    return null;
  }
}

/** The library by its real path: two links to one folder are one library. */
function trueName(library: string): string {
  try {
    return realpathSync(library);
  } catch {
    return resolve(library);
  }
}

function readSecondStart(told: unknown): SecondStart {
  const files = typeof told === 'object' && told !== null && 'files' in told ? told.files : [];
  return { files: Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [] };
}
