import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { say } from './progress.mjs';
import { hasDisplay } from './systemLibraries.mjs';
import { SetUpError } from './SetUpError.mjs';

/** @typedef {{ name: string | null, stop: () => Promise<void> }} Display name is an X display (`:3`), null for the user's own screen */

/**
 * Gives windows somewhere to go: the screen if there is one, else an Xvfb of our own, which `stop` ends.
 * @param {{ always?: boolean }} [options] `always` takes a virtual one even if there is a screen
 * @returns {Promise<Display>}
 * @throws {SetUpError} if Xvfb does not start
 */
export async function openDisplay(options = {}) {
  if (hasDisplay() && !options.always) return { name: null, stop: async () => undefined };
  // Xvfb picks a free number itself and writes it to descriptor 3, so two runs cannot collide.
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const stderr = collect(server.stderr);
  const ready = server.stdio[3];
  if (!ready) throw new Error('no pipe to Xvfb');
  /** @type {Promise<string>} */
  const number = new Promise((done, fail) => {
    const refuse = () => {
      fail(
        new SetUpError(`Xvfb, the virtual display, did not start. ${stderr().trim()}`, 'apt-get install -y xvfb xauth'),
      );
    };
    server.once('error', refuse);
    server.once('exit', refuse);
    ready.once('data', (data) => done(String(data).trim()));
  });
  const name = `:${await number}`;
  const endWithUs = () => server.kill();
  process.once('exit', endWithUs);
  return {
    name,
    stop: async () => {
      process.off('exit', endWithUs);
      if (server.exitCode !== null || server.signalCode !== null) return;
      const exited = once(server, 'exit');
      server.kill();
      await exited;
    },
  };
}

/** @param {Display} display @returns {NodeJS.ProcessEnv} this environment, on that display */
export function displayEnvironment(display) {
  if (display.name === null) return process.env;
  const { WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  return { ...rest, DISPLAY: display.name };
}

/** @param {Display} display */
export function sayDisplay(display) {
  if (display.name !== null)
    say(`No display here: running under a virtual one (Xvfb ${display.name}); nothing will be seen.`);
}

/** @param {import('node:stream').Readable | null} stream @returns {() => string} */
function collect(stream) {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  return () => text;
}
