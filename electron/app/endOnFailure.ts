import { app, dialog } from 'electron';

/** Exit codes of the app, after sysexits(3). */
export const EXIT = { ok: 0, crash: 70, cannotOpen: 74, inUse: 75 } as const;

/** Someone who starts the packaged app sees no terminal; anyone else has one, and a dialog would only block them. */
function isSeen(): boolean {
  return app.isPackaged && !process.argv.includes('--self-check');
}

/** Ends the app with a sentence: on stderr always, and in a box for whoever has no terminal. */
export function endWith(code: number, sentence: string, detail = ''): void {
  process.stderr.write(`Stet: ${sentence}\n${detail ? `${detail}\n` : ''}`);
  if (isSeen()) dialog.showErrorBox('Stet', sentence);
  app.exit(code);
}

/** Ends the app on an error that nobody caught while it started. Once it runs, such an error is printed and survived. */
export function endOnStartFailure(): { readonly hasStarted: () => void } {
  let isStarting = true;
  const onError = (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (isStarting) endWith(EXIT.crash, 'Something went wrong while starting.', text);
    else process.stderr.write(`Stet: an error nobody expected: ${text}\n`);
  };
  process.on('uncaughtException', onError);
  process.on('unhandledRejection', onError);
  return { hasStarted: () => (isStarting = false) };
}
