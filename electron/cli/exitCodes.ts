import type { Failure } from '../../shared/lang/result.ts';

/** Exit codes of `stet`, after sysexits(3); the app's own agree with them. */
export const EXIT = {
  ok: 0,
  problem: 1,
  usage: 64,
  blocked: 65,
  notFound: 66,
  unexpected: 70,
  cannotWrite: 73,
  cannotOpen: 74,
  inUse: 75,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What each code means, as `stet --help` says it. */
export const EXIT_MEANINGS: readonly (readonly [number, string])[] = [
  [EXIT.ok, 'done'],
  [EXIT.problem, 'done in part: a document or picture was refused, or check or verify found something wrong'],
  [EXIT.usage, 'the command line could not be understood; nothing was done'],
  [
    EXIT.blocked,
    'the checks stop the export and nobody gave a reason (see --gate), or something has to be decided first',
  ],
  [EXIT.notFound, 'there is no such story or library, or the ID fits more than one story'],
  [EXIT.unexpected, 'something went wrong inside Stet'],
  [EXIT.cannotWrite, 'what was asked for could not be written, or is there already (see --force)'],
  [EXIT.cannotOpen, 'the library cannot be opened, read or written'],
  [EXIT.inUse, 'the library is open in Stet or in another stet; try again when it is closed'],
  [130, 'stopped by Ctrl-C, or 128 and the number of another signal; what was reported is kept'],
];

const BY_FAILURE: ReadonlyMap<string, ExitCode> = new Map([
  ['notFound', EXIT.notFound],
  ['blocked', EXIT.blocked],
  ['conflicts', EXIT.blocked],
  ['inUse', EXIT.inUse],
  ['busy', EXIT.inUse],
  ['unexpected', EXIT.unexpected],
]);

/** The exit code of a failure in the library; `otherwise` for one that has none of its own: about the disk, mostly. */
export function exitCodeOf({ code }: Failure, otherwise: ExitCode = EXIT.cannotOpen): ExitCode {
  return BY_FAILURE.get(code) ?? otherwise;
}
