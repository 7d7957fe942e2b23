import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importCycles } from './importCycles.ts';
import { isIn, isNamedIn, ONLY_IMPORTERS, ruleFor } from './importRules.ts';
import { parseSource, PROJECT_ROOT, readSourceFiles, type SourceFile } from './sourceFiles.ts';

const files = readSourceFiles();

/** What is wrong with a file's imports, one sentence each. */
function faults(file: SourceFile): string[] {
  const rule = ruleFor(file.path);
  if (!rule) return [`${file.path}: no rule covers this path; add one to importRules.ts`];
  return file.imports.flatMap((entry) => {
    const name = entry.package;
    if (entry.file !== null) {
      const isAllowed = isIn(rule.part, entry.file) || rule.parts.some((part) => isIn(part, entry.file ?? ''));
      return isAllowed
        ? []
        : [`${file.path} imports ${entry.file}; ${rule.part} may import ${rule.parts.join(', ') || 'only itself'}`];
    }
    if (name === null) return [];
    if (name.startsWith('node:'))
      return rule.node ? [] : [`${file.path} imports ${name}; ${rule.part} runs without Node`];
    if (isNamedIn(rule.packages, name)) return [];
    return [`${file.path} imports ${name}; ${rule.part} may import ${rule.packages.join(', ') || 'no package'}`];
  });
}

describe('the import rules', () => {
  it('hold for every file', () => {
    expect(files.flatMap(faults)).toEqual([]);
  });

  it('cover every file: a path without a rule is a fault', () => {
    expect(faults(parseSource('shared2/thing.ts', ''))).toHaveLength(1);
  });

  it('refuse what the house forbids', () => {
    const forbidden: [path: string, code: string][] = [
      ['shared/story/x.ts', "import fs from 'node:fs'"],
      ['shared/story/x.ts', "import { app } from 'electron'"],
      ['electron/library/x.ts', "import { app } from 'electron'"],
      ['electron/library/x.ts', "await import('electron')"],
      ['electron/library/drafts/x.ts', "import { DatabaseSync } from '@photostructure/sqlite'"],
      ['electron/app/x.ts', "import Store from 'electron-store'"],
      ['renderer/app/x.ts', "import { $getRoot } from 'lexical'"],
      ['renderer/library/x.ts', "import { a } from '../editor/a.ts'"],
      ['renderer/library/x.ts', "export { a } from '../../electron/app/a.ts'"],
      ['renderer/ui/x.ts', "import type { Story } from '../../shared/story/story.ts'"],
      ['electron/app/x.ts', "import { a } from '../../renderer/app/a.ts'"],
    ];
    for (const [path, code] of forbidden) expect(faults(parseSource(path, code)), `${path}: ${code}`).toHaveLength(1);
  });

  it('leave each guarded package one door', () => {
    const strangers = files
      .filter((file) => !/^(?:tests|build)\//.test(file.path))
      .flatMap((file) => file.imports.map((entry) => ({ path: file.path, name: entry.package })))
      .filter(({ path, name }) => {
        return Object.entries(ONLY_IMPORTERS).some(([guarded, door]) => {
          return name !== null && isNamedIn([guarded], name) && !isIn(door, path);
        });
      });
    expect(strangers).toEqual([]);
  });

  it('name files with their extension, and files that exist', () => {
    const lost = files.flatMap((file) => {
      return file.imports
        .filter((entry) => entry.file !== null && !existsSync(join(PROJECT_ROOT, entry.file)))
        .map((entry) => `${file.path} imports ${entry.specifier}`);
    });
    expect(lost).toEqual([]);
  });
});

describe('imports', () => {
  it('form no cycle', () => {
    const graph = new Map(files.map((file) => [file.path, file.imports.flatMap((entry) => entry.file ?? [])]));
    expect(importCycles(graph).map((knot) => knot.join(' ⇄ '))).toEqual([]);
  });

  it('would be found in a cycle', () => {
    const knot = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', []],
      ['e', ['e']],
    ]);
    expect(importCycles(knot)).toEqual([['a', 'b', 'c'], ['e']]);
  });
});

describe('guarded names', () => {
  function usersOf(pattern: RegExp, folder: string, door: string): string[] {
    return files
      .filter((file) => isIn(folder, file.path) && !isIn(door, file.path) && pattern.test(file.code))
      .map((file) => file.path);
  }

  it('window.stet is read only in renderer/bridge', () => {
    expect(
      usersOf(/\b(?:window|globalThis|self)\s*(?:\.\s*stet\b|\[\s*['"]stet)/, 'renderer/', 'renderer/bridge/'),
    ).toEqual([]);
  });

  it('secrets are sealed and opened only in electron/settings', () => {
    expect(usersOf(/\bsafeStorage\b/, 'electron/', 'electron/settings/')).toEqual([]);
  });

  it('eval and new Function are nowhere', () => {
    expect(usersOf(/\beval\s*\(|\bnew\s+Function\s*\(/, 'renderer/', 'none')).toEqual([]);
    expect(usersOf(/\beval\s*\(|\bnew\s+Function\s*\(/, 'electron/', 'none')).toEqual([]);
    expect(usersOf(/\beval\s*\(|\bnew\s+Function\s*\(/, 'shared/', 'none')).toEqual([]);
  });
});
