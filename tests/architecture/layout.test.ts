import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT, readSourceFiles } from './sourceFiles.ts';

const TOP_LEVEL = [
  ...['electron', 'renderer', 'shared', 'build', 'tests', '.ci', '.github'],
  ...['package.json', 'package-lock.json', 'tsconfig.json'],
  ...['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'LICENSE'],
  ...['.gitignore', '.npmrc', '.oxlintrc.json', '.prettierignore', '.prettierrc.json'],
];
const MAX_LINES = 450;
const VAGUE = /^(?:utils?|helpers?|misc|common|index)\.(?:ts|tsx|mjs)$/;

const files = readSourceFiles();
// Not asked of git: a copy without its history is to pass too.
const IGNORED = ['.git', ...readFileSync(join(PROJECT_ROOT, '.gitignore'), 'utf8').split('\n').filter(Boolean)];

describe('the layout', () => {
  it('has nothing new at the top level', () => {
    const ignored = IGNORED.map((name) => name.replace(/\/$/, '')).filter((name) => !name.includes('*'));
    const found = readdirSync(PROJECT_ROOT).filter((name) => !ignored.includes(name) && !name.endsWith('.log'));
    expect(found.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
  });

  it('has no file that wants to be two', () => {
    const long = files.filter((file) => file.lines > MAX_LINES && !file.path.startsWith('tests/'));
    expect(long.map((file) => `${file.path}: ${file.lines} lines; which noun in it wants its own file?`)).toEqual([]);
  });

  it('has no barrel and no drawer of odds and ends', () => {
    expect(files.map((file) => file.path).filter((path) => VAGUE.test(basename(path)))).toEqual([]);
  });

  it('skips no test without a reason', () => {
    // context.skip('reason') in Vitest and a condition with a reason in Playwright are fine; a bare skip says nothing.
    const bare = /\b(?:it|describe)(?:\.\w+)*\.(?:skip|todo)\b|\.only\s*\(|\btest\.(?:skip|fixme)\s*\(\s*(?:['"`]|\))/;
    const silent = files.filter((file) => file.path.startsWith('tests/') && bare.test(file.code));
    expect(silent.map((file) => file.path)).toEqual([]);
  });
});

describe('the lockfile', () => {
  interface Locked {
    readonly resolved?: string;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  const lock = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };

  it('names no registry', () => {
    expect(Object.keys(lock.packages).filter((path) => lock.packages[path]?.resolved !== undefined)).toEqual([]);
  });

  // Written on a machine whose registry lacks another system's binaries, it would silently leave them out, and `npm ci`
  // would refuse it everywhere.
  it("names every platform's optional packages", () => {
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) => {
      return Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !isReachable(path, name))
        .map((name) => `${path} needs ${name}`);
    });
    expect(missing).toEqual([]);
  });

  function isReachable(from: string, name: string): boolean {
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
      if (lock.packages[`${folder}${folder ? '/' : ''}node_modules/${name}`]) return true;
      if (folder === '') return false;
      if (!folder.includes('/node_modules/')) folder = '/node_modules/';
    }
  }
});
