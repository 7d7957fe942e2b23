import type { Command, Option, Options } from './Command.ts';
import { EXIT_MEANINGS } from './exitCodes.ts';
import { COMMON_OPTIONS } from './parseArguments.ts';

const WIDTH = 80;

/** `stet --help`: what there is, and what every command has in common. */
export function overviewText(commands: readonly Command[]): string {
  return sections([
    'Usage: stet COMMAND [OPTION…]',
    wrap("Works on Stet's library from a terminal: the engine of the app, without its window."),
    `Commands:\n${entries(commands.map(({ name, summary }) => [name, summary]))}`,
    `Options of every command:\n${optionEntries(COMMON_OPTIONS)}`,
    wrap(
      'Data goes to stdout, messages go to stderr. With --json, stdout is one line: {"ok":true,"value":…}, or ' +
        '{"ok":false,"error":{"code","message","retryable"}}.',
    ),
    `Exit codes:\n${entries(EXIT_MEANINGS.map(([code, meaning]) => [String(code), meaning]))}`,
    'More about a command: stet help COMMAND',
  ]);
}

/** `stet help COMMAND`. */
export function commandText(command: Command): string {
  const { name, operands, options, description } = command;
  const required = Object.entries<Option>(options).flatMap(([option, one]) =>
    one.type === 'string' && one.required ? [`--${option} ${one.value}`] : [],
  );
  const usage = ['stet', name, operands ? operands.name : '', ...required, '[OPTION…]'].filter(Boolean).join(' ');
  return sections([
    `Usage: ${usage}`,
    ...description.map((paragraph) => wrap(paragraph)),
    Object.keys(options).length > 0 ? `Options:\n${optionEntries(options)}` : '',
    `Options of every command:\n${optionEntries(COMMON_OPTIONS)}`,
  ]);
}

function sections(parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n\n');
}

function optionEntries(options: Options): string {
  return entries(
    Object.entries<Option>(options).map(([name, option]) => [
      `${option.short ? `-${option.short}, ` : ''}--${name}${option.type === 'string' ? ` ${option.value}` : ''}`,
      option.type === 'string' && option.choices ? `${option.help}: ${option.choices.join(', ')}` : option.help,
    ]),
  );
}

/** Terms and what they mean, in two columns. */
function entries(pairs: readonly (readonly [string, string])[]): string {
  const width = Math.max(...pairs.map(([term]) => term.length));
  const indent = ' '.repeat(width + 4);
  return pairs.map(([term, text]) => `  ${term.padEnd(width)}  ${wrap(text, indent)}`).join('\n');
}

/** Breaks a paragraph between words; every line but the first begins with `indent`, which counts on the first as well. */
function wrap(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
}
