import { defineCommand } from '../Command.ts';
import { EXIT } from '../exitCodes.ts';
import { counted } from '../terminal/counted.ts';
import { visibleLine } from '../terminal/visibleText.ts';

/** `stet verify`. */
export const verifyCommand = defineCommand({
  name: 'verify',
  summary: 'check the library and its pictures',
  operands: null,
  description: [
    'Reads everything in the library: the database, the checksum of every story and revision, and the bytes of every ' +
      'picture. Prints what is wrong, one line each, and exits with 1 if anything is.',
    'JSON: {"ok","stories","blocks","revisions","assets","problems"}.',
  ],
  options: {},
  async run(_given, { output, openLibrary }) {
    const report = await openLibrary().ask('library.verify', {});
    for (const problem of report.problems) output.line(visibleLine(problem));
    const counts = [
      counted(report.stories, 'story', 'stories'),
      counted(report.blocks, 'block'),
      counted(report.revisions, 'revision'),
      counted(report.assets, 'picture'),
    ].join(', ');
    if (report.ok) output.line(`Sound: ${counts}.`);
    else if (!output.isJson) output.note(`${counted(report.problems.length, 'problem')} in ${counts}.`);
    output.answer(report);
    return report.ok ? EXIT.ok : EXIT.problem;
  },
});
