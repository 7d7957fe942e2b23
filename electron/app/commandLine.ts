import { basename, extname, isAbsolute, resolve } from 'node:path';

/** What the command line asks of the app. */
export interface CommandLine {
  /** Folder of the library to open, absolute; null: the one in the settings. */
  readonly library: string | null;
  /** Documents to open, absolute paths. */
  readonly files: readonly string[];
  readonly selfCheck: boolean;
}

/** Endings of what can be opened; `.stet` is our own package. */
const DOCUMENT_ENDINGS = new Set(['.stet', '.docx', '.md', '.markdown', '.html', '.htm', '.txt']);

/**
 * Reads the arguments after the executable (and, unpackaged, after the app's folder). Chromium's and Electron's own
 * switches are left alone; what is neither a switch of ours nor a document's name is ignored.
 */
export function readCommandLine(args: readonly string[], workingFolder: string): CommandLine {
  const place = (path: string) => (isAbsolute(path) ? path : resolve(workingFolder, path));
  let library: string | null = null;
  let selfCheck = false;
  const files: string[] = [];
  for (const argument of args) {
    if (argument.startsWith('--library=')) library = place(argument.slice('--library='.length));
    else if (argument === '--self-check') selfCheck = true;
    else if (!argument.startsWith('-') && isDocument(argument)) files.push(place(argument));
  }
  return { library, files, selfCheck };
}

/** The arguments that are ours: unpackaged, Electron's first plain argument is the app's own folder. */
export function ownArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const args = argv.slice(1);
  if (isPackaged) return args;
  const appFolder = args.findIndex((argument) => !argument.startsWith('-'));
  return args.filter((_argument, index) => index !== appFolder);
}

/** True if the name ends like something that can be opened. The bytes are looked at later. */
export function isDocument(path: string): boolean {
  return basename(path) !== '' && DOCUMENT_ENDINGS.has(extname(path).toLowerCase());
}
