import { StoryComments } from '../review/StoryComments.ts';
import type { Workspace } from './Workspace.ts';

const known = new WeakMap<Workspace, StoryComments>();

/** What is said of the story on the page; one a window. */
export function storyCommentsOf(workspace: Workspace): StoryComments {
  const { desk, bridge, notices } = workspace;
  let comments = known.get(workspace);
  comments ??= new StoryComments({
    library: bridge.library,
    storyId: () => (desk.state.value.kind === 'open' ? desk.openId : null),
    page: () => desk.handle.value?.comments ?? null,
    onChange: (listener) => {
      const stops = [desk.state.subscribe(listener), desk.handle.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    focusPage: () => desk.handle.value?.focus(),
    announce: (message, kind) => notices.show(message, kind),
  });
  known.set(workspace, comments);
  return comments;
}
