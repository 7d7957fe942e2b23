import { $getRoot, $getState, $setState, createState } from 'lexical';
import { layersSchema, type SuggestionLayer } from '../../../shared/story/suggestions.ts';

const NONE: readonly SuggestionLayer[] = [];

/** What is proposed rides on the root, so that undo takes a proposal back together with its words. */
const layersState = createState('suggestions', {
  parse: (value): readonly SuggestionLayer[] => layersSchema.safeParse(value).data ?? NONE,
  isEqual: (a, b) => a === b,
});

/** What is proposed in the story on the page, the oldest layer first. */
export function $getLayers(): readonly SuggestionLayer[] {
  return $getState($getRoot(), layersState);
}

export function $setLayers(layers: readonly SuggestionLayer[]): void {
  $setState($getRoot(), layersState, layers.length === 0 ? NONE : layers);
}
