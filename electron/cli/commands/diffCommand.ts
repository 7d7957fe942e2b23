import { compareStories } from '../../../shared/compare/compareStories.ts';
import type { RevisionSummary } from '../../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import { defineCommand, type CommandContext } from '../Command.ts';
import { usageError } from '../CommandError.ts';
import { comparisonLines } from '../comparisonLines.ts';
import { EXIT } from '../exitCodes.ts';
import { findRevision } from '../findRevision.ts';
import { findStory } from '../findStory.ts';
import { isFile } from '../isFile.ts';
import type { LibrarySession } from '../LibrarySession.ts';
import { formatTime } from '../terminal/formatTime.ts';
import { Painter } from '../terminal/Painter.ts';
import { visibleLine } from '../terminal/visibleText.ts';
import { withDocument } from '../withDocument.ts';

const NOW = 'now';

interface Version {
  readonly name: string;
  /** The revision's ID; null for what is there now, and for a file. */
  readonly revisionId: string | null;
  readonly story: Story;
}

/** `stet diff`. */
export const diffCommand = defineCommand({
  name: 'diff',
  summary: 'compare two versions of a story word by word',
  operands: { name: 'ID [REV] [REV]|FILE FILE', most: 3 },
  description: [
    'Shows how two versions of a story differ: words taken out as [-…-], words put in as {+…+}, passages that were moved, cut ' +
      'or joined, items, cells, the parts of a picture, and fields. ID is the ID of the story, the beginning of it, or its slug.',
    'REV is the name of a revision, the beginning of its ID as "stet log" prints it, or "now" for the story as it is. With one ' +
      'REV, it is compared with what is there now; with none, the newest revision is.',
    'FILE is a document as "stet import" takes it, a Stet package for one; it is read for this alone and not kept. Two names ' +
      'are taken for files where both are there.',
    'JSON: {"before","after","fields","rows","words":{"in","out"},"changes"}; a row has its "kind" (same, changed, added, removed, ' +
      'split, joined, movedAway), "place" in either version, and in "change" its text in parts.',
  ],
  options: {},
  async run({ operands }, context) {
    const { output, resolvePath } = context;
    const [first = '', second, third] = operands;
    const areFiles =
      second !== undefined && third === undefined && isFile(resolvePath(first)) && isFile(resolvePath(second));
    const [before, after] = areFiles
      ? [await readFile(first, context), await readFile(second, context)]
      : await readRevisions(first, operands.slice(1), context);
    const comparison = compareStories(before.story, after.story);
    output.answer({ before: told(before), after: told(after), ...comparison });
    output.line(visibleLine(`--- ${before.name}`));
    output.line(visibleLine(`+++ ${after.name}`));
    for (const line of comparisonLines(comparison, new Painter(output.hasColour))) output.line(line);
    return EXIT.ok;
  },
});

function told({ name, revisionId }: Version) {
  return { name, revisionId };
}

function readFile(path: string, { output, resolvePath }: CommandContext): Promise<Version> {
  return withDocument(resolvePath(path), (story, { notes }) => {
    for (const note of notes) output.note(note);
    return { name: path, revisionId: null, story };
  });
}

async function readRevisions(
  wanted: string,
  [one, other = NOW]: readonly string[],
  { openLibrary }: CommandContext,
): Promise<[Version, Version]> {
  const library = openLibrary();
  const storyId = await findStory(library, wanted);
  const revisions = await library.ask('revisions.list', { storyId });
  const newest = revisions[0]?.id;
  const before = one ?? newest;
  if (before === undefined) throw usageError('Nothing was kept of this story yet that it could be compared with.');
  return [
    await readVersion(library, storyId, revisions, before),
    await readVersion(library, storyId, revisions, other),
  ];
}

async function readVersion(
  library: LibrarySession,
  storyId: StoryId,
  revisions: readonly RevisionSummary[],
  wanted: string,
): Promise<Version> {
  if (wanted.toLowerCase() === NOW)
    return { name: NOW, revisionId: null, story: (await library.ask('stories.open', { id: storyId })).story };
  const { id, name, createdAt, by } = findRevision(revisions, wanted);
  const { story } = await library.ask('revisions.read', { id });
  const parts = [id.slice(0, 8), formatTime(createdAt), by, name];
  return { name: parts.filter(Boolean).join(' '), revisionId: id, story };
}
