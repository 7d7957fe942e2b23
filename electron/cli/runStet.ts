import { resolve } from 'node:path';
import { toFailure } from '../library/requests/toFailure.ts';
import type { Command, CommandContext } from './Command.ts';
import { CommandError } from './CommandError.ts';
import { COMMANDS } from './commands/commands.ts';
import { EXIT, exitCodeOf } from './exitCodes.ts';
import { commandText, overviewText } from './helpText.ts';
import { LibrarySession } from './LibrarySession.ts';
import { Output, type OutputStream } from './Output.ts';
import { parseArguments, wantsJson, type Invocation } from './parseArguments.ts';
import { readDefaults } from './readDefaults.ts';
import { StoppedError, untilStopped } from './untilStopped.ts';

/** Where `stet` runs: in plain Node, or in the packaged app's main process. */
export interface Surroundings {
  readonly version: string;
  /** The app's profile folder, absolute. */
  readonly profile: string;
  readonly workingFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/**
 * Runs one command line and resolves with the exit code for the process, when all output has left it and the library is
 * let go. Never rejects. The caller ends the process: what a stopped command had begun may still be under way.
 */
export async function runStet(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const output = new Output(surroundings.stdout, surroundings.stderr, surroundings.env);
  try {
    output.isJson = wantsJson(args);
    const code = await answer(parseArguments(args, COMMANDS), output, surroundings);
    await output.flush();
    return code;
  } catch (error) {
    const code = report(error, output);
    await output.flush().catch(() => undefined);
    return code;
  }
}

async function answer(invocation: Invocation, output: Output, surroundings: Surroundings): Promise<number> {
  switch (invocation.kind) {
    case 'help':
      output.document(`${invocation.command ? commandText(invocation.command) : overviewText(COMMANDS)}\n`);
      return EXIT.ok;
    case 'version':
      output.document(`stet ${surroundings.version}\n`);
      return EXIT.ok;
    case 'run':
      return run(invocation.command, invocation, output, surroundings);
  }
}

async function run(
  command: Command,
  { library: named, values, operands }: Extract<Invocation, { kind: 'run' }>,
  output: Output,
  { profile, workingFolder, env }: Surroundings,
): Promise<number> {
  const defaults = readDefaults(profile);
  const resolvePath = (path: string) => resolve(workingFolder, path);
  const opened: LibrarySession[] = [];
  const context: CommandContext = {
    output,
    defaults,
    resolvePath,
    openLibrary({ make } = { make: false }) {
      const chosen = named ?? env['STET_LIBRARY'];
      if (!chosen && defaults.notice) output.note(defaults.notice);
      const session = LibrarySession.open(chosen ? resolvePath(chosen) : defaults.libraryFolder, {
        make,
        person: defaults.name,
      });
      opened.push(session);
      for (const notice of session.notices) output.note(notice);
      return session;
    },
  };
  try {
    return await untilStopped(
      () => command.run({ values, operands }, context),
      (stopped) => {
        for (const session of opened) session.stop(stopped);
      },
    );
  } finally {
    for (const session of opened) session.close();
  }
}

/** Says why a command failed, and answers its exit code. */
function report(error: unknown, output: Output): number {
  if (error instanceof CommandError || error instanceof StoppedError) {
    output.failure(error);
    return error.exitCode;
  }
  const failure = toFailure('stet', error);
  output.failure(failure);
  return exitCodeOf(failure);
}
