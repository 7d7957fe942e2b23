import { useCallback, useEffect } from 'react';
import type { StoryId } from '../../shared/story/ids.ts';
import type { WorkflowStep } from '../../shared/workflow/workflowSteps.ts';
import { useSignal, useSignalPart } from '../ui/Signal.ts';
import { AssigneeField } from '../workflow/AssigneeField.tsx';
import { ProgressSection } from '../workflow/ProgressSection.tsx';
import { StatusButton } from '../workflow/StatusButton.tsx';
import { newsroomOf } from './Newsroom.ts';
import { storyCommentsOf } from './storyCommentsOf.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

/** Begins a step with the story on the page: taken at once where nothing is to be asked. */
function useStep(storyId: StoryId): (step: WorkflowStep) => void {
  const workspace = useWorkspace();
  return useCallback(
    (step) => {
      const { name } = workspace.settings.value;
      if (step.note !== 'none' || name === '') {
        workspace.dialog.set({ kind: 'step', step });
        return;
      }
      const hands = step.hands === 'mine' ? { assignee: name } : {};
      const taken = { by: name, status: step.to, note: '', ...hands };
      void newsroomOf(workspace)
        .takeStep(storyId, taken)
        .then((why) => workspace.notices.showProblem(why));
    },
    [workspace, storyId],
  );
}

/** The status of the story on the page, in the Story tab. */
export function StoryStatus({ storyId }: { readonly storyId: StoryId }) {
  const workspace = useWorkspace();
  const status = useSignalPart(workspace.desk.fields, (fields) => fields?.status ?? 'draft');
  const role = useSignal(newsroomOf(workspace).role);
  const onStep = useStep(storyId);
  return (
    <div className="field">
      <span className="field-label">Status</span>
      <StatusButton status={status} role={role} onStep={onStep} />
    </div>
  );
}

/** Who has the story on the page, in the Story tab. */
export function StoryAssignee({ storyId }: { readonly storyId: StoryId }) {
  const workspace = useWorkspace();
  const newsroom = newsroomOf(workspace);
  const assignee = useSignalPart(workspace.desk.fields, (fields) => fields?.assignee ?? '');
  const names = useSignal(newsroom.names);
  useEffect(() => void newsroom.readNames(), [newsroom, storyId]);
  return (
    <AssigneeField
      assignee={assignee}
      names={names}
      onAssign={async (name) => {
        const by = workspace.settings.value.name;
        const why = await newsroom.takeStep(storyId, { by, assignee: name, note: '' });
        workspace.notices.showProblem(why);
        return why === null;
      }}
    />
  );
}

/** Where the story on the page stands and how it came there, in the Review tab. */
export function StoryProgress({ storyId }: { readonly storyId: StoryId }) {
  const workspace = useWorkspace();
  const status = useSignalPart(workspace.desk.fields, (fields) => fields?.status ?? 'draft');
  const assignee = useSignalPart(workspace.desk.fields, (fields) => fields?.assignee ?? '');
  const role = useSignal(newsroomOf(workspace).role);
  const { steps } = useSignal(storyCommentsOf(workspace).review);
  const onStep = useStep(storyId);
  return (
    <ProgressSection
      progress={{ status, assignee }}
      role={role}
      steps={steps}
      onStep={onStep}
      onRole={() => workspace.dialog.set({ kind: 'settings', section: 'general' })}
    />
  );
}
