import { basename } from 'node:path';
import type { StoryId } from '../../../shared/story/ids.ts';
import { STATUS_LABELS } from '../../../shared/story/statusLabels.ts';
import { proposeHands } from '../../../shared/workflow/proposeHands.ts';
import { stepSentence } from '../../../shared/workflow/stepWords.ts';
import { stepsFor, type WorkflowStep } from '../../../shared/workflow/workflowSteps.ts';
import type { Status } from '../../../shared/story/fields.ts';
import { CommandError } from '../CommandError.ts';
import { defineCommand } from '../Command.ts';
import { EXIT } from '../exitCodes.ts';
import { findStory } from '../findStory.ts';
import { importOne } from '../importOne.ts';
import { isFile } from '../isFile.ts';
import type { LibrarySession } from '../LibrarySession.ts';
import type { Output } from '../Output.ts';
import { signer } from '../signer.ts';
import { tellTakenIn } from '../tellTakenIn.ts';
import { visibleLine } from '../terminal/visibleText.ts';

/** `stet step`. */
export const stepCommand = defineCommand({
  name: 'step',
  summary: 'move a story on: submit, return, approve …',
  operands: { name: 'ID|FILE [STEP]', most: 2 },
  description: [
    'Takes a step with a story, as the Story tab does: it gets the status, and who did so, when and why goes into its history. ID ' +
      'is the ID of the story, the beginning of it, or its slug. FILE is what a colleague handed over: it is taken in first, as ' +
      '"stet open" does.',
    'Without STEP, lists the steps that can be taken from where the story stands.',
    'JSON: the step; without STEP, {"status","steps"}.',
  ],
  options: {
    by: { type: 'string', value: 'NAME', help: 'who does it (otherwise the name in the app’s settings)' },
    note: { type: 'string', value: 'WORDS', help: 'what to say with it; who returns a story has to' },
    for: { type: 'string', value: 'NAME', help: 'who is to have it (otherwise as Stet proposes it)' },
  },
  async run({ values, operands: [wanted = '', named] }, { output, defaults, resolvePath, openLibrary }) {
    const path = resolvePath(wanted);
    const isGiven = isFile(path);
    const library = openLibrary({ make: isGiven });
    const storyId = isGiven ? await takeIn(library, path, output) : await findStory(library, wanted);
    const { fields, review } = (await library.ask('stories.open', { id: storyId })).story;
    const { status, assignee: had = '' } = fields;
    if (named === undefined) {
      const steps = stepsFor(status);
      output.answer({ status, steps: steps.map((step) => ({ step: nameOf(step), to: step.to, note: step.note })) });
      output.note(`${STATUS_LABELS[status]}.`);
      for (const step of steps) {
        const asked = step.note === 'needed' ? ', with --note' : '';
        output.line(`${nameOf(step).padEnd(10)}  ${step.label}${asked}`);
      }
      return EXIT.ok;
    }
    const note = (values.note ?? '').trim();
    const step = stepsFor(status).find((one) => nameOf(one) === named);
    if (!step) throw misuse(notAllowed(named, status));
    const by = signer(values.by, defaults, 'does it');
    if (step.note === 'needed' && note === '') throw misuse('Say what is to be done, with --note.');
    const whom = (values.for ?? proposeHands(step, review?.steps ?? [], by) ?? had).trim();
    const hands = whom === had ? {} : { assignee: whom };
    const change = { kind: 'addStep', by, status: step.to, note, ...hands } as const;
    const { steps } = await library.ask('review.change', { storyId, change });
    const taken = steps.at(-1);
    if (taken) output.line(visibleLine(stepSentence(taken)));
    output.answer(taken);
    return EXIT.ok;
  },
});

/** The story a file holds, once it is in the library. Throws CommandError with why it cannot be. */
async function takeIn(library: LibrarySession, path: string, output: Output): Promise<StoryId> {
  const outcome = await importOne(library, path);
  if (!outcome.ok) {
    const { code = 'cannotRead', message } = outcome;
    throw new CommandError({ code, message, retryable: false }, EXIT.problem);
  }
  const { imported } = outcome;
  tellTakenIn(output, basename(path), imported, imported.conflicts ?? 0);
  return imported.storyId;
}

/** What a step is called on a command line. */
function nameOf({ id }: WorkflowStep): string {
  return id.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

function notAllowed(named: string, status: Status): string {
  const steps = stepsFor(status).map(nameOf);
  return `“${named}” is no step from here: the story is ${STATUS_LABELS[status].toLowerCase()}. There are ${steps.join(', ')}.`;
}

function misuse(message: string): CommandError {
  return new CommandError({ code: 'usage', message, retryable: false }, EXIT.usage);
}
