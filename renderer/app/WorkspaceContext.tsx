import { createContext, useContext } from 'react';
import type { Workspace } from './Workspace.ts';

/** Gives the workspace to the shell's parts; screens get what they need as props. */
export const WorkspaceContext = createContext<Workspace | null>(null);

/** The workspace of this window. Throws outside a `WorkspaceContext`. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('This part of the shell needs a workspace around it.');
  return workspace;
}
