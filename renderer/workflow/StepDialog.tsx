import { useEffect, useId, useRef, useState } from 'react';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { StoryFields } from '../../shared/story/fields.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import type { Step } from '../../shared/story/review.ts';
import { proposeHands } from '../../shared/workflow/proposeHands.ts';
import type { WorkflowStep } from '../../shared/workflow/workflowSteps.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { NameInput } from './NameInput.tsx';
import './workflow.css';

/** A step as it is about to be taken. */
export type StepTaken = Omit<Step, 'id' | 'at'>;

/** The story a step is about. */
export interface SteppedStory extends Pick<StoryFields, 'assignee'> {
  readonly id: StoryId;
  /** What people call it. */
  readonly title: string;
}

interface StepDialogProps {
  readonly step: WorkflowStep;
  readonly story: SteppedStory;
  readonly library: LibraryClient;
  /** Who sits here; may be empty, and is asked for then. */
  readonly name: string;
  readonly names: readonly string[];
  /** Takes the step; null, or the sentence why it was not taken. */
  readonly onTake: (taken: StepTaken) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Asks what goes with a step: a word, whom it is for, and who takes it. */
export function StepDialog({ step, story, library, name, names, onTake, onClose }: StepDialogProps) {
  const had = story.assignee ?? '';
  const [by, setBy] = useState(name);
  /** null: nobody typed a name, and who is proposed will do. */
  const [typed, setTyped] = useState<string | null>(null);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isTaking, setTaking] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  const formId = useId();
  useEffect(() => {
    let isCurrent = true;
    void library.request('review.read', { storyId: story.id }).then((review) => {
      if (isCurrent && review.ok) setSteps(review.value.steps);
    });
    return () => {
      isCurrent = false;
    };
  }, [library, story.id]);

  const whom = typed ?? proposeHands(step, steps, by) ?? had;
  const isReady = by.trim() !== '' && (step.note !== 'needed' || note.trim() !== '') && !isTaking;

  async function take(): Promise<void> {
    if (!isReady) return;
    setTaking(true);
    const assignee = whom.trim();
    const why = await onTake({
      ...{ by: by.trim(), status: step.to, note: note.trim() },
      ...(assignee !== had && { assignee }),
    });
    setTaking(false);
    setProblem(why);
    if (why === null) onClose();
  }

  return (
    <Dialog
      title={step.label}
      initialFocus={first}
      onClose={onClose}
      foot={
        <>
          {problem !== null && (
            <span className="step-problem" role="alert">
              {problem}
            </span>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button look={step.to === 'killed' ? 'danger' : 'primary'} type="submit" form={formId} disabled={!isReady}>
            {step.label}
          </Button>
        </>
      }
    >
      <form
        className="step-form"
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
      >
        <p className="step-story" dir="auto">
          {story.title}
        </p>
        <Field
          label="Note"
          hint={
            step.note === 'needed'
              ? 'What is to be done. It stays in the story’s history and travels with it.'
              : 'May stay empty. It stays in the story’s history and travels with it.'
          }
        >
          {(id, hintId) => (
            <textarea
              ref={first}
              className="input"
              id={id}
              aria-describedby={hintId}
              aria-required={step.note === 'needed'}
              dir="auto"
              rows={3}
              maxLength={20_000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void take();
              }}
            />
          )}
        </Field>
        <Field label="For" hint="Who has the story then. Empty: nobody in particular.">
          {(id, hintId) => <NameInput id={id} hintId={hintId} value={whom} names={names} onChange={setTyped} />}
        </Field>
        {name === '' && (
          <Field label="Your name" hint="Settings keep it for the next time.">
            {(id, hintId) => (
              <input
                className="input"
                id={id}
                aria-describedby={hintId}
                dir="auto"
                maxLength={200}
                value={by}
                onChange={(event) => setBy(event.target.value)}
              />
            )}
          </Field>
        )}
      </form>
    </Dialog>
  );
}
