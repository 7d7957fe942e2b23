import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Command, Option, Options } from './Command.ts';
import { usageError } from './CommandError.ts';

/** Options that every command takes. */
export const COMMON_OPTIONS = {
  library: {
    type: 'string',
    value: 'DIR',
    help: "the library's folder (else STET_LIBRARY, else the one the app opens)",
  },
  json: { type: 'boolean', help: 'print one line of JSON for other programs' },
  help: { type: 'boolean', short: 'h', help: 'explain a command' },
  version: { type: 'boolean', short: 'V', help: 'print the version' },
} satisfies Options;

/** What a command line asks for. */
export type Invocation =
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly library: string | undefined;
      readonly values: object;
      readonly operands: readonly string[];
    };

type Given = Record<string, string | boolean | (string | boolean)[] | undefined>;

/**
 * Reads the arguments after the program's name. Common options may stand before the command. Throws CommandError
 * (usage) for anything that is not as the command's table says; a question for help is answered all the same.
 */
export function parseArguments(args: readonly string[], commands: readonly Command[]): Invocation {
  const [name, at, wants] = findCommand(args, commands);
  if (name === 'help' || wants.help) return { kind: 'help', command: helpTopic(name, args, at, commands) };
  if (wants.version) return { kind: 'version' };
  if (name === null) throw usageError('Which command? "stet --help" lists them.');
  const command = commandNamed(name, commands);
  const table: Options = { ...command.options, ...COMMON_OPTIONS };
  const { values, positionals } = parseStrictly(args.toSpliced(at, 1), table, command);
  const { library, json: _json, help: _help, version: _version, ...own } = values;
  checkValues(own, command);
  checkOperands(positionals, command);
  return {
    kind: 'run',
    command,
    library: typeof library === 'string' ? library : undefined,
    values: own,
    operands: positionals,
  };
}

/** Whether the answer is to be JSON, a wrong command line's included. */
export function wantsJson(args: readonly string[]): boolean {
  return parseLoosely(args, COMMON_OPTIONS).values['json'] === true;
}

/** The first operand, and where it stands; found with every command's options, since it says which of them hold. */
function findCommand(args: readonly string[], commands: readonly Command[]) {
  const all: Options = Object.assign({}, ...commands.map(({ options }) => options), COMMON_OPTIONS);
  const { tokens, values } = parseLoosely(args, all);
  const first = tokens.find((token) => token.kind === 'positional');
  const wants = { help: values['help'] === true, version: values['version'] === true };
  return [first?.value ?? null, first?.index ?? args.length, wants] as const;
}

function helpTopic(
  name: string | null,
  args: readonly string[],
  at: number,
  commands: readonly Command[],
): Command | null {
  if (name !== 'help') return name === null ? null : commandNamed(name, commands);
  const topic = args.slice(at + 1).find((argument) => !argument.startsWith('-'));
  return topic === undefined ? null : commandNamed(topic, commands);
}

function commandNamed(name: string, commands: readonly Command[]): Command {
  const command = commands.find((one) => one.name === name);
  if (!command) throw usageError(`There is no command "${name}". "stet --help" lists them.`);
  return command;
}

/** As `parseArgs` wants a table; it takes no unknown properties. */
function configOf(options: Options): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, short }]) => [name, short ? { type, short } : { type }]),
  );
}

function parseLoosely(args: readonly string[], options: Options) {
  return parseArgs({
    args: [...args],
    options: configOf(options),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
}

function parseStrictly(args: readonly string[], options: Options, command: Command) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: configOf(options),
      strict: true,
      allowPositionals: true,
    });
    return { values, positionals };
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error)) throw error;
    // Node's first sentence names the option; what follows is advice about quoting.
    const [sentence = ''] = error.message.split(/\.(?:\s|$)/);
    throw usageError(`${sentence}. ${seeHelp(command)}`);
  }
}

function checkValues(values: Given, command: Command): void {
  for (const [name, option] of Object.entries<Option>(command.options)) {
    if (option.type !== 'string') continue;
    const value = values[name];
    if (value === undefined && option.required)
      throw usageError(`"stet ${command.name}" needs --${name} ${option.value}. ${seeHelp(command)}`);
    if (typeof value === 'string' && option.choices && !option.choices.includes(value))
      throw usageError(`--${name} takes one of: ${option.choices.join(', ')}; not "${value}".`);
  }
}

function checkOperands(given: readonly string[], command: Command): void {
  const { name, operands } = command;
  if (operands && given.length === 0) throw usageError(`"stet ${name}" needs ${operands.name}. ${seeHelp(command)}`);
  const extra = given[operands?.most ?? 0];
  if (extra !== undefined)
    throw usageError(`"stet ${name}" does not know what to do with "${extra}". ${seeHelp(command)}`);
  if (given.includes('')) throw usageError(`An argument of "stet ${name}" is empty.`);
}

function seeHelp({ name }: Command): string {
  return `See "stet help ${name}".`;
}
