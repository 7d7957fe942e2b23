import { $getState, $setState, createState, type TextNode } from 'lexical';

/** Words that are proposed to go: drawn before a text or, at the end of a line, behind it, and no part of it. */
export interface Ghost {
  readonly before: string;
  readonly behind: string;
}

const NO_GHOST: Ghost = { before: '', behind: '' };

/** Two neighbours of which one has a ghost are never one text node, so that it stays where it is. */
const ghostState = createState('ghost', {
  parse: () => NO_GHOST,
  isEqual: (a, b) => a.before === b.before && a.behind === b.behind,
  resetOnCopyNode: true,
});

export function $getGhost(node: TextNode): Ghost {
  return $getState(node, ghostState);
}

/** Nothing happens if it is drawn so already. */
export function $setGhost(node: TextNode, ghost: Ghost | null): void {
  const now = ghost ?? NO_GHOST;
  const was = $getGhost(node);
  if (was.before !== now.before || was.behind !== now.behind) $setState(node, ghostState, now);
}
