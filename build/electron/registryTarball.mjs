import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { get as httpGet } from 'node:http';
import { get as httpsGet } from 'node:https';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { megabytes, startProgress } from '../setup/progress.mjs';
import { runNpm } from '../setup/runProcess.mjs';
import { SetUpError } from '../setup/SetUpError.mjs';

const ATTEMPTS = 4;
const STALL_MS = 30_000;

/** @typedef {{ name: string, version: string, integrity: string }} PinnedPackage integrity is npm's `sha512-…` */

/**
 * Brings a pinned package's tarball into a folder. npm is asked where it is, so npm's registry setting decides; what was
 * already downloaded is resumed. Where a plain download does not get through (a proxy, a private registry), npm fetches it.
 * @param {PinnedPackage} pinned
 * @param {string} folder kept between runs; the caller holds its lock
 * @returns {Promise<string>} the tarball's path, its hash checked
 * @throws {SetUpError} if it cannot be had or its hash is not the pinned one
 */
export async function fetchRegistryTarball(pinned, folder) {
  await mkdir(folder, { recursive: true });
  const target = join(folder, `${pinned.name.replace(/[@/]/g, '_')}-${pinned.version}.tgz`);
  if (await hasIntegrity(target, pinned.integrity)) return target;
  const partial = `${target}.partial`;
  const url = await askTarballUrl(pinned);
  if (!(url && (await downloadResuming(url, partial, pinned.name)))) {
    await rm(partial, { force: true });
    await packWithNpm(pinned, folder, partial);
  }
  if (!(await hasIntegrity(partial, pinned.integrity))) {
    await rm(partial, { force: true });
    throw new SetUpError(
      `The download of ${pinned.name} ${pinned.version} is not the file that was pinned; it was thrown away.`,
      'run the same command again, or check the registry that `npm config get registry` names',
    );
  }
  await rename(partial, target);
  return target;
}

/** @param {string} path @param {string} integrity */
async function hasIntegrity(path, integrity) {
  try {
    await stat(path);
  } catch {
    return false;
  }
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}` === integrity;
}

/** @param {PinnedPackage} pinned */
async function askTarballUrl(pinned) {
  const result = await runNpm([
    'view',
    `${pinned.name}@${pinned.version}`,
    'dist.tarball',
    '--json',
    '--loglevel=error',
  ]);
  try {
    return result.code === 0 ? String(JSON.parse(result.stdout)) : null;
  } catch {
    return null;
  }
}

/** @param {string} url @param {string} partial @param {string} name @returns {Promise<boolean>} whether all of it came */
async function downloadResuming(url, partial, name) {
  const progress = startProgress(`Downloading ${name} …`);
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const outcome = await downloadOnce(url, partial, progress).catch(() => 'broken');
      if (outcome === 'done') return true;
      if (outcome === 'refused') return false;
    }
    return false;
  } finally {
    progress.end();
  }
}

/**
 * @param {string} url @param {string} partial @param {{ update(detail: string): void }} progress
 * @returns {Promise<'done' | 'refused'>} rejects if the connection broke
 */
async function downloadOnce(url, partial, progress) {
  const have = await stat(partial).then(
    (found) => found.size,
    () => 0,
  );
  const response = await request(url, have);
  const status = response.statusCode ?? 0;
  if (status === 416) {
    // Nothing left to ask for: the file is complete, or longer than it should be. The hash will tell.
    response.resume();
    return 'done';
  }
  if (status !== 200 && status !== 206) {
    response.resume();
    return 'refused';
  }
  const resumed = status === 206 ? have : 0;
  const total = resumed + Number(response.headers['content-length'] ?? 0);
  let received = resumed;
  response.on('data', (chunk) => {
    received += chunk.length;
    progress.update(`${megabytes(received)} of ${megabytes(total)}`);
  });
  await pipeline(response, createWriteStream(partial, { flags: resumed ? 'a' : 'w' }));
  if (received !== total) throw new Error('the connection ended early');
  return 'done';
}

/** @param {string} url @param {number} from @returns {Promise<import('node:http').IncomingMessage>} */
function request(url, from) {
  return new Promise((done, fail) => {
    const get = url.startsWith('https:') ? httpsGet : httpGet;
    const sent = get(url, { headers: from ? { range: `bytes=${from}-` } : {}, timeout: STALL_MS }, done);
    sent.on('timeout', () => sent.destroy(new Error('the server went quiet')));
    sent.on('error', fail);
  });
}

/** @param {PinnedPackage} pinned @param {string} folder @param {string} target */
async function packWithNpm(pinned, folder, target) {
  const scratch = join(folder, 'npm-pack');
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  try {
    // npm would keep a second copy in its own cache, which nobody would ever read again.
    const result = await runNpm([
      'pack',
      `${pinned.name}@${pinned.version}`,
      `--pack-destination=${scratch}`,
      `--cache=${join(scratch, 'cache')}`,
      '--loglevel=error',
    ]);
    const packed = (await readdir(scratch)).find((name) => name.endsWith('.tgz'));
    if (result.code !== 0 || !packed) {
      process.stderr.write(`${result.output.trimEnd()}\n`);
      throw new SetUpError(
        `npm could not fetch ${pinned.name} ${pinned.version} (its own words are above).`,
        'check the network and `npm config get registry`, then run the same command again',
      );
    }
    await rename(join(scratch, packed), target);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
