import { useMemo } from 'react';
import { bylineAuthors } from '../../shared/export/bylineAuthors.ts';
import type { Writer } from '../review/CommentCard.tsx';
import { useSignal, useSignalPart } from '../ui/Signal.ts';
import { storyCommentsOf } from './storyCommentsOf.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

/** Whoever sits here, and the names they may mention: those who wrote, did or said something, and their own. */
export function useCommentWriter(): Writer {
  const workspace = useWorkspace();
  const { name, byline } = useSignal(workspace.settings);
  const { threads, steps } = useSignal(storyCommentsOf(workspace).review);
  const storyByline = useSignalPart(workspace.desk.fields, (fields) => fields?.byline ?? '');
  return useMemo(() => {
    const all = [
      ...bylineAuthors(storyByline),
      ...threads.flatMap(({ notes }) => notes.map(({ by }) => by)),
      ...steps.flatMap(({ by, assignee = '' }) => [by, assignee]),
      ...bylineAuthors(byline),
      name,
    ];
    return {
      by: name,
      onSign: (signed) => void workspace.changeSettings({ name: signed }),
      names: [...new Set(all.filter((one) => one !== ''))],
    };
  }, [workspace, name, byline, threads, steps, storyByline]);
}
