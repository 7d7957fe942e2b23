import { StorySuggestions } from '../review/StorySuggestions.ts';
import type { Workspace } from './Workspace.ts';

const known = new WeakMap<Workspace, StorySuggestions>();

/** What is proposed in the story on the page; one a window. */
export function storySuggestionsOf(workspace: Workspace): StorySuggestions {
  const { desk, notices, settings } = workspace;
  let suggestions = known.get(workspace);
  suggestions ??= new StorySuggestions({
    page: () => desk.handle.value?.suggestions ?? null,
    onChange: (listener) => {
      const stops = [desk.handle.subscribe(listener), settings.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    person: () => settings.value.name,
    focusPage: () => desk.handle.value?.focus(),
    announce: (message) => notices.show(message),
  });
  known.set(workspace, suggestions);
  return suggestions;
}
