import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../setup/projectPaths.mjs';
import { emptyTally, judgeTests } from './tally.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {'check' | 'tests'} kind a check counts as one; tests are counted by their reporter
 * @property {string[][]} commands each a Node script (from the project's root) and its arguments; all are run
 * @property {boolean} [needsApp] runs the built app in Electron, on a display
 * @property {number} limitMinutes it is ended after that
 * @property {() => string | null} [whyNot] why it is left out of `npm test` here; run when named, whatever this says
 * @property {boolean} [onDemand] left out of `npm test`; run when named
 */

/**
 * Runs one step to its end. A check's output is shown only if it fails; tests are shown as they run.
 * @param {Step} step
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} [extra] more arguments for its tool
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runStep(step, env, extra = []) {
  const tallyPath = join(projectRoot, '.cache', `tally-${step.name}-${process.pid}.json`);
  await mkdir(join(projectRoot, '.cache'), { recursive: true });
  await rm(tallyPath, { force: true });
  let exitCode = 0;
  for (const [script, ...args] of step.commands) {
    const tool = join(projectRoot, String(script));
    const code = await runLimited([tool, ...args, ...extra], step, { ...env, STET_TALLY: tallyPath });
    if (code !== 0) exitCode = code;
  }
  if (step.kind === 'check') {
    return exitCode === 0 ? { ...emptyTally(), passed: 1 } : { ...emptyTally(), failures: [step.name] };
  }
  const written = await readFile(tallyPath, 'utf8').catch(() => null);
  await rm(tallyPath, { force: true });
  return judgeTests(step.name, exitCode, written === null ? null : JSON.parse(written));
}

/** @param {string[]} args @param {Step} step @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function runLimited(args, step, env) {
  return new Promise((done, fail) => {
    const live = step.kind === 'tests';
    // A group of its own, so that a step that hangs is ended with the windows and workers it started.
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env,
      detached: process.platform !== 'win32',
      stdio: live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    const end = () => endGroup(child);
    const limit = setTimeout(() => {
      process.stdout.write(`${step.name}: ended after ${step.limitMinutes} minutes\n`);
      end();
    }, step.limitMinutes * 60_000);
    /** @param {NodeJS.Signals} signal */
    const interrupt = (signal) => {
      end();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    child.on('error', fail);
    child.on('close', (code) => {
      clearTimeout(limit);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      if (!live && code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
      done(code ?? 128);
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function endGroup(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // the group is gone already
  }
}
