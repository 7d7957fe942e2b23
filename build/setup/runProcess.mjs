import { spawn } from 'node:child_process';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(text: string) => void} [onOutput] gets stdout and stderr as they come
 * @property {AbortSignal} [signal] kills the process when aborted
 */

/**
 * Runs a program to its end and keeps what it said.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>} `output` is stdout and stderr together;
 *   code is 127 if the program does not exist and 128 if a signal ended it
 */
export function runProcess(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      signal: options.signal,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
      options.onOutput?.(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
      options.onOutput?.(text);
    });
    child.on('error', (error) => {
      const code = 'code' in error ? error.code : undefined;
      if (code === 'ENOENT') done({ code: 127, stdout: '', output: `${command}: not found` });
      else if (code === 'ABORT_ERR') done({ code: 128, stdout, output });
      else fail(error);
    });
    child.on('close', (code) => done({ code: code ?? 128, stdout, output }));
  });
}

/**
 * Runs a program on this terminal (its output is not captured) and passes Ctrl-C and SIGTERM on to it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code; 128 if a signal ended it
 */
export function runAttached(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: options.cwd, env: options.env ?? process.env, stdio: 'inherit' });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', fail);
    child.on('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      done(code ?? 128);
    });
  });
}

/**
 * Runs npm: the one that runs this script if there is one, else the one on PATH.
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options = {}) {
  const npmScript = process.env['npm_execpath'];
  // npm_execpath may be another package manager's; only npm understands these arguments.
  if (npmScript && /npm-cli\.[cm]?js$/.test(npmScript)) {
    return runProcess(process.execPath, [npmScript, ...args], options);
  }
  return process.platform === 'win32'
    ? runProcess('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : runProcess('npm', args, options);
}
