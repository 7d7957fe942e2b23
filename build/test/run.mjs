import { ensureBuilt } from '../app/ensureBuilt.mjs';
import { describeElectron } from '../electron/electronRuntime.mjs';
import { checkNode } from '../setup/checkNode.mjs';
import { ensureDependencies } from '../setup/dependencies.mjs';
import { say } from '../setup/progress.mjs';
import { SetUpError } from '../setup/SetUpError.mjs';
import { setUp } from '../setup/setUp.mjs';
import { displayEnvironment, openDisplay, sayDisplay } from '../setup/virtualDisplay.mjs';
import { runStep } from './runStep.mjs';
import { STEPS } from './steps.mjs';
import { emptyTally, sumTallies, tallyLine } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

// `npm test` runs every step, `npm run check` and others name some; a failing step does not stop the later ones. The last line
// is always `N passed, N failed`, and the exit code is 1 if anything failed.
// A single step passes what follows its name to its tool: `npm run e2e -- -g 'pull-quote'`.
const [first, ...rest] = process.argv.slice(2);
const passesOn = first !== undefined && rest.some((argument) => !STEPS.some((step) => step.name === argument));
const asked = passesOn ? [first] : process.argv.slice(2);
const extra = passesOn ? rest : [];
const chosen = STEPS.filter((step) => (asked.length === 0 ? !step.onDemand : asked.includes(step.name)));
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));

const total = await runAll().catch((error) => {
  if (!(error instanceof SetUpError)) throw error;
  process.stdout.write(`\n${error.message}\nTo mend it: ${error.mend}\n`);
  return { ...emptyTally(), failures: ['set-up'] };
});
report(total);
process.exitCode = total.failures.length ? 1 : 0;

/** @returns {Promise<Tally>} */
async function runAll() {
  if (unknown.length) {
    const names = STEPS.map((step) => step.name).join(', ');
    throw new SetUpError(`There is no step ${unknown.join(', ')}.`, `name some of: ${names}`);
  }
  checkNode();
  const needsApp = chosen.some((step) => step.needsApp);
  if (!needsApp) {
    await ensureDependencies();
    return runSteps(process.env);
  }
  const electron = await setUp();
  say(`Testing on ${describeElectron(electron)}.`);
  const display = await openDisplay();
  sayDisplay(display);
  try {
    return await runSteps({ ...displayEnvironment(display), STET_ELECTRON: electron.executable });
  } finally {
    await display.stop();
  }
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<Tally>} */
async function runSteps(env) {
  /** @type {Tally[]} */
  const tallies = [];
  /** @type {Tally | null} */
  let build = null;
  for (const step of chosen) {
    const why = asked.length === 0 ? step.whyNot?.() : null;
    if (why) {
      process.stdout.write(`\n── ${step.name}\n– ${step.name}: not run. ${why}\n`);
      tallies.push({ ...emptyTally(), skips: [{ name: `all of ${step.name}`, reason: why }] });
      continue;
    }
    if (step.needsApp && !build) {
      build = await timed('build', buildApp);
      tallies.push(build);
    }
    if (step.needsApp && build?.failures.length) {
      process.stdout.write(`✗ ${step.name}: not run, because the build failed\n`);
      tallies.push({ ...emptyTally(), failures: [`${step.name} (not run: the build failed)`] });
      continue;
    }
    tallies.push(await timed(step.name, () => runStep(step, env, extra)));
  }
  return sumTallies(tallies);
}

/** @returns {Promise<Tally>} */
async function buildApp() {
  try {
    await ensureBuilt(['app', 'cli']);
    return { ...emptyTally(), passed: 1 };
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    process.stdout.write(`${error.message}\n`);
    return { ...emptyTally(), failures: ['build'] };
  }
}

/** @param {string} name @param {() => Promise<Tally>} work @returns {Promise<Tally>} */
async function timed(name, work) {
  process.stdout.write(`\n── ${name}\n`);
  const startedAt = Date.now();
  const tally = await work();
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const skipped = tally.skips.length ? `, ${tally.skips.length} skipped` : '';
  process.stdout.write(`${tally.failures.length ? '✗' : '✓'} ${name}: ${tallyLine(tally)}${skipped} (${seconds} s)\n`);
  return tally;
}

/** @param {Tally} tally */
function report(tally) {
  const lines = ['', ...tally.skips.map((skip) => `skipped: ${skip.name}: ${skip.reason}`)];
  lines.push(...tally.failures.map((name) => `failed: ${name}`), tallyLine(tally));
  process.stdout.write(`${lines.join('\n')}\n`);
}
