import type { StoryId } from '../../shared/story/ids.ts';
import type { WorkflowStep } from '../../shared/workflow/workflowSteps.ts';
import { useSignal } from '../ui/Signal.ts';
import { StepDialog } from '../workflow/StepDialog.tsx';
import { newsroomOf } from './Newsroom.ts';
import { storyTitle } from './StoryDesk.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

interface StepScreenProps {
  readonly storyId: StoryId;
  readonly step: WorkflowStep;
  readonly onClose: () => void;
}

/** The dialog that asks what goes with a step of the story on the page. */
export function StepScreen({ storyId, step, onClose }: StepScreenProps) {
  const workspace = useWorkspace();
  const newsroom = newsroomOf(workspace);
  const fields = useSignal(workspace.desk.fields);
  const { name } = useSignal(workspace.settings);
  const names = useSignal(newsroom.names);
  if (!fields) return null;
  return (
    <StepDialog
      step={step}
      story={{ id: storyId, title: storyTitle(fields), ...(fields.assignee && { assignee: fields.assignee }) }}
      library={workspace.bridge.library}
      name={name}
      names={names}
      onTake={(taken) => newsroom.takeStep(storyId, taken)}
      onClose={onClose}
    />
  );
}
