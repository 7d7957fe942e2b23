import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../../electron/cli/commands/commands.ts';
import { EXIT, EXIT_MEANINGS } from '../../../../electron/cli/exitCodes.ts';
import { commandText, overviewText } from '../../../../electron/cli/helpText.ts';

describe('the help', () => {
  it('fits a terminal of 80 columns', () => {
    for (const text of [overviewText(COMMANDS), ...COMMANDS.map(commandText)])
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('names every command, every exit code and where data goes', () => {
    const text = overviewText(COMMANDS);
    for (const { name, summary } of COMMANDS) expect(text).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'));
    for (const code of [...Object.values(EXIT), 130]) expect(text).toMatch(new RegExp(`^  ${code} +[a-z]`, 'm'));
    expect(text).toContain('{"ok":true,"value":…}');
  });

  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    'of %s names its operands, its options and its JSON',
    (_name, command) => {
      const text = commandText(command);
      if (command.operands) expect(text).toContain(`stet ${command.name} ${command.operands.name} `);
      for (const option of Object.keys(command.options)) expect(text).toContain(`--${option}`);
      expect(text).toContain('--library DIR');
      expect(text).toMatch(/^JSON: /m);
    },
  );

  it('says of exit codes what the README says', () => {
    const readme = readFileSync(resolve(import.meta.dirname, '../../../../README.md'), 'utf8');
    const codes = Array.from(readme.matchAll(/^\| +(\d+) \|/gm), ([, code]) => Number(code));
    expect(codes).toEqual(expect.arrayContaining(Object.values(EXIT)));
    expect(EXIT_MEANINGS.map(([code]) => code)).toEqual(expect.arrayContaining(codes));
  });

  it('puts what must be given into the usage line', () => {
    const command = COMMANDS.find(({ name }) => name === 'export');
    expect(command && commandText(command).split('\n')[0]).toBe(
      'Usage: stet export ID --to FORMAT --out PATH [OPTION…]',
    );
  });
});
