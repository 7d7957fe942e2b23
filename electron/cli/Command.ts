import type { ExitCode } from './exitCodes.ts';
import type { Defaults } from './readDefaults.ts';
import type { LibrarySession } from './LibrarySession.ts';
import type { Output } from './Output.ts';

/** One option of a command: what `parseArgs` needs to know, and what `--help` says. */
export type Option =
  | { readonly type: 'boolean'; readonly short?: string; readonly help: string }
  | {
      readonly type: 'string';
      readonly short?: string;
      /** What stands for the value in the help, in capitals. */
      readonly value: string;
      /** The only values there are; others are refused before the command runs. */
      readonly choices?: readonly string[];
      readonly required?: boolean;
      readonly help: string;
    };
export type Options = Readonly<Record<string, Option>>;

type ValueOf<One extends Option> = One extends { type: 'boolean' }
  ? boolean
  : One extends { choices: readonly (infer Choice)[] }
    ? Choice
    : string;

/** The values a command line gives to options; absent unless given or required. */
export type Values<Table extends Options> = {
  readonly [Name in keyof Table]: Table[Name] extends { required: true }
    ? ValueOf<Table[Name]>
    : ValueOf<Table[Name]> | undefined;
};

/** What a command works with. */
export interface CommandContext {
  readonly output: Output;
  /** What the user set in the app; a command line's own options go before them. */
  readonly defaults: Defaults;
  /** Makes relative paths of the command line absolute. */
  resolvePath(path: string): string;
  /** Opens the library, which is closed when the command ends. `make`: a folder without one becomes one. */
  openLibrary(how?: { readonly make: boolean }): LibrarySession;
}

/** A command as `stet` lists, explains, checks and runs it. */
export interface Command {
  readonly name: string;
  /** One line, without a full stop. */
  readonly summary: string;
  /** What comes after the options: a placeholder in capitals and how many there may be; null for nothing. */
  readonly operands: { readonly name: string; readonly most: number } | null;
  /** The long help, in paragraphs. */
  readonly description: readonly string[];
  readonly options: Options;
  /** Throws CommandError. A relative path in what is given is relative to `resolvePath`. */
  run(
    given: { readonly values: object; readonly operands: readonly string[] },
    context: CommandContext,
  ): Promise<ExitCode>;
}

/** Ties the types of a command's options to what its `run` is given. The arguments are checked before it is called. */
export function defineCommand<const Table extends Options>(
  command: Omit<Command, 'options' | 'run'> & {
    readonly options: Table;
    run(
      given: { readonly values: Values<Table>; readonly operands: readonly string[] },
      context: CommandContext,
    ): Promise<ExitCode>;
  },
): Command {
  // parseArguments gives each command values that were checked against its own table.
  return command;
}
