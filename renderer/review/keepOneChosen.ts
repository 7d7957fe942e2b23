import type { StoryComments } from './StoryComments.ts';
import type { StorySuggestions } from './StorySuggestions.ts';

/** Of the cards in the margin one is chosen: a comment or a suggestion, whichever was chosen last; until what is answered is called. */
export function keepOneChosen(comments: StoryComments, suggestions: StorySuggestions): () => void {
  const pairs = [
    [comments, suggestions],
    [suggestions, comments],
  ] as const;
  const stops = pairs.map(([one, other]) =>
    one.chosen.subscribe(() => {
      if (one.chosen.value !== null && other.chosen.value !== null) other.choose(null);
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
