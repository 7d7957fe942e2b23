import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ensureBuilt } from '../../../build/app/ensureBuilt.mjs';

const SCRIPT = resolve(import.meta.dirname, '../../../out/cli/stet.js');

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const answerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({ code: z.string(), message: z.string().min(1), retryable: z.boolean() }),
  }),
]);

/** A user with a home of their own who types `stet …`: a process each time, as `npm run stet` starts it. */
export class StetCommand {
  readonly home = mkdtempSync(join(tmpdir(), 'stet-cli-'));
  readonly library = join(this.home, 'library');
  readonly env: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: this.home,
    USERPROFILE: this.home,
    APPDATA: join(this.home, 'AppData', 'Roaming'),
    XDG_CONFIG_HOME: join(this.home, '.config'),
    STET_LIBRARY: this.library,
    TZ: 'UTC',
  };

  /** Brings out/cli up to date, once for all. */
  static build(): Promise<void> {
    return ensureBuilt(['cli']);
  }

  /** Starts a command and does not wait for it. Its working folder is the home. */
  start(...args: readonly string[]): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [SCRIPT, ...args], { cwd: this.home, env: this.env });
  }

  /** Runs a command to its end. */
  run(...args: readonly string[]): Promise<Ended> {
    return ending(this.start(...args));
  }

  /** Runs a command that is to end well, and answers what it printed without the last line end. */
  async text(...args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(...args);
    if (code !== 0) throw new Error(`stet ${args.join(' ')} ended with ${code}: ${stderr}`);
    return stdout.replace(/\n$/, '');
  }

  /** Runs a command with `--json` that is to end with `code`, and answers its value by the schema. */
  async json<Schema extends z.ZodType>(schema: Schema, args: readonly string[], code = 0): Promise<z.output<Schema>> {
    const ended = await this.run(...args, '--json');
    if (ended.code !== code) throw new Error(`stet ${args.join(' ')} ended with ${ended.code}: ${ended.stderr}`);
    const answer = readAnswer(ended.stdout);
    if (!answer.ok) throw new Error(`stet ${args.join(' ')} answered ${ended.stdout}`);
    return schema.parse(answer.value);
  }

  /** Runs a command with `--json` that is to fail, and answers its exit code and the failure's code. */
  async failure(...args: readonly string[]): Promise<readonly [number | null, string]> {
    const { code, stdout } = await this.run(...args, '--json');
    const answer = readAnswer(stdout);
    return [code, answer.ok ? 'none' : answer.error.code];
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** The answer on stdout, which must be exactly one line of JSON. */
function readAnswer(stdout: string): z.output<typeof answerSchema> {
  const lines = stdout.split('\n');
  if (lines.length !== 2 || lines[1] !== '') throw new Error(`This is not one line: ${stdout}`);
  return answerSchema.parse(JSON.parse(stdout));
}

/** Waits for the end of a command that was started. */
export async function ending(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end();
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, stdout, stderr };
}
