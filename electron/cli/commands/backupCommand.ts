import { existsSync, statSync } from 'node:fs';
import { defineCommand } from '../Command.ts';
import { CommandError } from '../CommandError.ts';
import { EXIT } from '../exitCodes.ts';
import { counted } from '../terminal/counted.ts';
import { formatBytes } from '../terminal/formatBytes.ts';
import { visibleLine } from '../terminal/visibleText.ts';

/** `stet backup`. */
export const backupCommand = defineCommand({
  name: 'backup',
  summary: 'copy the library to another folder',
  operands: { name: 'DIR', most: 1 },
  description: [
    'Writes a copy of the whole library, pictures included, into DIR, and opens the copy to be sure of it.',
    'JSON: {"path","bytes","stories","assets"}.',
  ],
  options: {},
  async run({ operands: [folder = ''] }, { output, resolvePath, openLibrary }) {
    const path = resolvePath(folder);
    if (existsSync(path) && !statSync(path).isDirectory()) throw notAFolder(path);
    const report = await openLibrary().ask('library.backup', { folder: path }, EXIT.cannotWrite);
    const what = `${counted(report.stories, 'story', 'stories')} and ${counted(report.assets, 'picture')}`;
    output.line(`Copied ${what} (${formatBytes(report.bytes)}) to ${visibleLine(report.path)}`);
    output.answer(report);
    return EXIT.ok;
  },
});

function notAFolder(path: string): CommandError {
  const message = `${path} is not a folder. Name one to put the backup into.`;
  return new CommandError({ code: 'notAFolder', message, retryable: false }, EXIT.cannotWrite);
}
