// Placed in the fallback Electron as resources/app/main.mjs: starts the app named on the command line, as Electron's own
// default app does (`electron <folder> …`). It must be an ES module with top-level await: a CommonJS one cannot load an ESM
// main on Node 20, and an import that is not awaited lets `ready` fire before the app has registered its schemes.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const EXIT_USAGE = 64;
const EXIT_CRASH = 70;

/** @param {unknown} error */
function endOn(error) {
  // Electron would show a blocking dialog, which hangs a machine that nobody looks at.
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(EXIT_CRASH);
}
process.on('uncaughtException', endOn);

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('usage: electron <folder of an app> [arguments]\n');
  process.exit(EXIT_USAGE);
}
try {
  const root = resolve(folder);
  const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  // Electron's own default app calls these; its types leave the two setters out.
  const host = /** @type {Electron.App & { setAppPath(path: string): void, setVersion(version: string): void }} */ (
    app
  );
  host.setAppPath(root);
  host.setName(manifest.productName ?? manifest.name);
  host.setVersion(manifest.version);
  await import(pathToFileURL(resolve(root, manifest.main ?? 'index.js')).href);
} catch (error) {
  endOn(error);
}
