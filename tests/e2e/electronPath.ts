import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '../..');

let known: string | null = process.env.STET_ELECTRON ?? null;

/** The Electron executable the project runs on, asked for once a worker. */
export function electronPath(): string {
  known ??= execFileSync('npm', ['run', '--silent', 'electron-path'], { cwd: PROJECT, encoding: 'utf8' }).trim();
  return known;
}
