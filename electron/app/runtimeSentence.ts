import manifest from '../../package.json' with { type: 'json' };

const PINNED: string = manifest.devDependencies.electron;

/** Which Electron runs and, if it is not the one the app is made for, why. */
export function runtimeSentence(running: string, pinned = PINNED): string {
  if (running === pinned) return `Electron ${running}, the version Stet is made with.`;
  if (running.split('.')[0] === pinned.split('.')[0]) return `Electron ${running}; Stet is made with ${pinned}.`;
  return `Electron ${running}, for development only: Electron ${pinned} could not be had on this machine.`;
}
