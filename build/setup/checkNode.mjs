import { SetUpError } from './SetUpError.mjs';

const OLDEST_NODE = 20;

/** @throws {SetUpError} if this Node is too old for the tools */
export function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= OLDEST_NODE) return;
  throw new SetUpError(
    `Stet is built with Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}.`,
    'install a current Node (https://nodejs.org) and run the same command again',
  );
}
