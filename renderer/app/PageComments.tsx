import { PencilLine } from 'lucide-react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Suggestion } from '../../shared/suggestions/listSuggestions.ts';
import { CommentsMargin } from '../review/CommentsMargin.tsx';
import { keepOneChosen } from '../review/keepOneChosen.ts';
import { SuggestionCard } from '../review/SuggestionCard.tsx';
import { suggestionName } from '../review/suggestionText.ts';
import { Signal, useSignal } from '../ui/Signal.ts';
import { storyCommentsOf } from './storyCommentsOf.ts';
import { storySuggestionsOf } from './storySuggestionsOf.ts';
import { useCommentWriter } from './useCommentWriter.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

const NO_SUGGESTIONS = new Signal<readonly Suggestion[]>([]);
const NO_SPOTS = new Signal<readonly { readonly id: string; readonly top: number }[]>([]);

/** The comments and suggestions beside the sheet, drawn into the page. */
export function PageComments() {
  const workspace = useWorkspace();
  const handle = useSignal(workspace.desk.handle);
  const comments = storyCommentsOf(workspace);
  const suggestions = storySuggestionsOf(workspace);
  const writer = useCommentWriter();
  const spots = useSignal(handle?.suggestions.spots ?? NO_SPOTS);
  const proposed = useSignal(handle?.suggestions.list ?? NO_SUGGESTIONS);
  const view = useSignal(suggestions.view);
  const chosen = useSignal(suggestions.chosen);
  useEffect(() => {
    comments.watch();
    suggestions.watch();
    return keepOneChosen(comments, suggestions);
  }, [comments, suggestions]);
  const isShown = spots.length > 0 && view === 'marks';
  useEffect(() => handle?.comments.keepLayer(isShown), [handle, isShown]);
  if (!handle) return null;
  const list = new Map(proposed.map((suggestion) => [suggestion.id, suggestion]));
  const asides = (isShown ? spots : []).flatMap(({ id, top }) => {
    const suggestion = list.get(id);
    if (!suggestion) return [];
    return {
      ...{ id, top, icon: PencilLine, name: suggestionName(suggestion), isChosen: id === chosen },
      choose: (isChosen: boolean, takesKeyboard: boolean) => suggestions.choose(isChosen ? id : null, takesKeyboard),
    };
  });
  const { layer, spots: commentSpots } = handle.comments;
  return createPortal(
    <CommentsMargin
      comments={comments}
      spots={commentSpots}
      writer={writer}
      asides={asides}
      renderAside={(id, isStop, onStep) => {
        const suggestion = list.get(id);
        return (
          suggestion && (
            <SuggestionCard
              suggestion={suggestion}
              suggestions={suggestions}
              isChosen={id === chosen}
              isStop={isStop}
              onStep={onStep}
            />
          )
        );
      }}
    />,
    layer,
  );
}
