import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';

export const PROJECT_ROOT = resolve(import.meta.dirname, '../..');

const CODE_FOLDERS = ['shared', 'electron', 'renderer', 'build', 'tests'];
const CODE_FILE = /\.(?:ts|tsx|mjs)$/;

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The file it names, from the project's root; null for a package or a Node module. */
  readonly file: string | null;
  /** The package or Node module it names (`@scope/name`, `node:fs`); null for a file. */
  readonly package: string | null;
  readonly isTypeOnly: boolean;
  readonly names: readonly string[];
}

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  /** Without comments. */
  readonly code: string;
  readonly imports: readonly Import[];
}

/** Reads every source file of the project and what each imports, dynamic imports and re-exports included. */
export function readSourceFiles(): SourceFile[] {
  return CODE_FOLDERS.flatMap((folder) => listCode(folder)).map((path) => {
    return parseSource(path, readFileSync(join(PROJECT_ROOT, path), 'utf8'));
  });
}

/** Reads one file's imports from its text. Throws on a syntax error. */
export function parseSource(path: string, text: string): SourceFile {
  const { module, comments, errors } = parseSync(path, text);
  if (errors.length) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports: Import[] = [];
  for (const entry of module.staticImports) {
    const isTypeOnly = entry.entries.length > 0 && entry.entries.every((name) => name.isType);
    const names = entry.entries.map((name) => name.importName.name ?? '*');
    imports.push(toImport(path, entry.moduleRequest.value, isTypeOnly, names));
  }
  for (const entry of module.staticExports.flatMap((statement) => statement.entries)) {
    if (entry.moduleRequest) imports.push(toImport(path, entry.moduleRequest.value, entry.isType, []));
  }
  for (const entry of module.dynamicImports) {
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(text.slice(entry.moduleRequest.start, entry.moduleRequest.end));
    if (literal?.[1]) imports.push(toImport(path, literal[1], false, []));
  }
  let code = text;
  for (const comment of comments.toReversed()) code = code.slice(0, comment.start) + code.slice(comment.end);
  return { path, lines: text.split('\n').length - 1, code, imports };
}

function toImport(path: string, specifier: string, isTypeOnly: boolean, names: readonly string[]): Import {
  const bare = specifier.replace(/\?.*$/, '');
  const file = bare.startsWith('.') ? normalize(join(dirname(path), bare)).replaceAll('\\', '/') : null;
  return { specifier, file, package: file === null ? packageOf(bare) : null, isTypeOnly, names };
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : String(parts[0]);
}

function listCode(folder: string): string[] {
  const files: string[] = [];
  for (const entry of readdirSync(join(PROJECT_ROOT, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) files.push(...listCode(path));
    else if (CODE_FILE.test(entry.name)) files.push(path);
  }
  return files.toSorted();
}
