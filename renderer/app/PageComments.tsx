import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { CommentsMargin } from '../review/CommentsMargin.tsx';
import { useSignal } from '../ui/Signal.ts';
import { storyCommentsOf } from './storyCommentsOf.ts';
import { useCommentWriter } from './useCommentWriter.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

/** The comments beside the sheet, drawn into the page. */
export function PageComments() {
  const workspace = useWorkspace();
  const handle = useSignal(workspace.desk.handle);
  const comments = storyCommentsOf(workspace);
  const writer = useCommentWriter();
  useEffect(() => comments.watch(), [comments]);
  if (!handle) return null;
  const { layer, spots } = handle.comments;
  return createPortal(<CommentsMargin comments={comments} spots={spots} writer={writer} />, layer);
}
