import { describe, expect, it } from 'vitest';
import { CommandError } from '../../../../electron/cli/CommandError.ts';
import { COMMANDS } from '../../../../electron/cli/commands/commands.ts';
import { EXIT } from '../../../../electron/cli/exitCodes.ts';
import { COMMON_OPTIONS, parseArguments, wantsJson } from '../../../../electron/cli/parseArguments.ts';

const parse = (...args: string[]) => parseArguments(args, COMMANDS);

function run(...args: string[]) {
  const invocation = parse(...args);
  if (invocation.kind !== 'run') throw new Error(`This asks for ${invocation.kind}`);
  const { command, library, operands, values } = invocation;
  return { command: command.name, library, operands, values: { ...values } };
}

function refusal(...args: string[]): string {
  try {
    parse(...args);
  } catch (error) {
    if (error instanceof CommandError && error.exitCode === EXIT.usage) return error.message;
    throw error;
  }
  throw new Error('This was not refused');
}

describe('parseArguments', () => {
  it('reads a command with its options and operands', () => {
    expect(run('list', '--query', 'three words', '--status=draft', '--trash')).toEqual({
      command: 'list',
      library: undefined,
      operands: [],
      values: { query: 'three words', status: 'draft', trash: true },
    });
    expect(run('import', 'a.docx', 'b.md').operands).toEqual(['a.docx', 'b.md']);
  });

  it('takes common options before the command too', () => {
    expect(run('--library', '/tmp/list', '--json', 'list')).toMatchObject({ command: 'list', library: '/tmp/list' });
    expect(run('export', '--library=/l', 'abc', '--to', 'text', '--out', '-')).toMatchObject({
      library: '/l',
      operands: ['abc'],
      values: { to: 'text', out: '-' },
    });
  });

  it('takes names that look like options after --', () => {
    expect(run('import', '--', '--json', '-h').operands).toEqual(['--json', '-h']);
    expect(run('--', 'show', '-1').operands).toEqual(['-1']);
  });

  it('answers a question for help wherever it stands', () => {
    expect(parse('--help')).toEqual({ kind: 'help', command: null });
    expect(parse('help')).toEqual({ kind: 'help', command: null });
    for (const args of [
      ['help', 'list'],
      ['list', '--help'],
      ['-h', 'list'],
      ['list', '--nonsense', '-h'],
    ])
      expect(parse(...args)).toMatchObject({ kind: 'help', command: { name: 'list' } });
  });

  it('answers which version it is', () => {
    expect(parse('--version')).toEqual({ kind: 'version' });
    expect(parse('-V')).toEqual({ kind: 'version' });
  });

  it.each([
    [[], 'Which command? "stet --help" lists them.'],
    [['lst'], 'There is no command "lst". "stet --help" lists them.'],
    [['help', 'lst'], 'There is no command "lst". "stet --help" lists them.'],
    [['list', '--nope'], 'Unknown option \'--nope\'. See "stet help list".'],
    [['list', '--headline', 'x'], 'Unknown option \'--headline\'. See "stet help list".'],
    [['list', '--trash=yes'], 'Option \'--trash\' does not take an argument. See "stet help list".'],
    [['list', 'extra'], '"stet list" does not know what to do with "extra". See "stet help list".'],
    [['show', 'a', 'b'], '"stet show" does not know what to do with "b". See "stet help show".'],
    [['show'], '"stet show" needs ID. See "stet help show".'],
    [['import', ''], 'An argument of "stet import" is empty.'],
    [['list', '--status', 'new'], /^--status takes one of: draft, submitted, .*; not "new"\.$/],
    [['export', 'a', '--out', 'x'], '"stet export" needs --to FORMAT. See "stet help export".'],
  ])('refuses %j', (args, message) => {
    expect(refusal(...args)).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  it('refuses an option without its value', () => {
    expect(refusal('list', '--query')).toMatch(/^Option '--query <value>' argument missing\. See "stet help list"\.$/);
    expect(refusal('list', '--query', '--trash')).toMatch(/^Option '--query' argument is ambiguous\. .*help list"\.$/);
  });
});

describe('wantsJson', () => {
  it('knows it of a command line that is wrong in other ways', () => {
    expect(wantsJson(['lst', '--nope', '--json'])).toBe(true);
    expect(wantsJson(['list'])).toBe(false);
    expect(wantsJson(['import', '--', '--json'])).toBe(false);
  });
});

describe('the commands', () => {
  it('agree on the type of an option that several have, and leave the common ones alone', () => {
    const types = new Map<string, string>();
    for (const { options } of COMMANDS)
      for (const [name, { type }] of Object.entries(options)) {
        expect(Object.keys(COMMON_OPTIONS)).not.toContain(name);
        expect(types.get(name) ?? type).toBe(type);
        types.set(name, type);
      }
  });
});
