import { PencilLine } from 'lucide-react';
import type { StoryStats } from '../editor/storyEditorApi.ts';
import { OutboxChip } from '../outbox/OutboxChip.tsx';
import { countText } from '../ui/countText.ts';
import { useSignal, useSignalPart } from '../ui/Signal.ts';
import { runAction } from './runAction.ts';
import { storySuggestionsOf } from './storySuggestionsOf.ts';
import { SaveStatus } from './SaveStatus.tsx';
import '../review/suggestions.css';
import { useWorkspace } from './WorkspaceContext.tsx';

const number = new Intl.NumberFormat('en-GB');

/** The line at the foot of the window: whether all is saved, what the outbox is at, how long the story is. */
export function StatusBar() {
  const workspace = useWorkspace();
  const isOpen = useSignalPart(workspace.desk.state, (state) => state.kind === 'open');
  return (
    <footer className="status-bar">
      {isOpen && <SaveStatus state={workspace.desk.saveState} />}
      <OutboxChip outbox={workspace.outbox} onOpen={() => runAction(workspace, 'outbox.show')} />
      {isOpen && <Suggesting />}
      {isOpen && <Length />}
    </footer>
  );
}

/** Says that what is written is only proposed; a press ends that. */
function Suggesting() {
  const suggestions = storySuggestionsOf(useWorkspace());
  const isOn = useSignal(suggestions.isSuggesting);
  if (!isOn) return null;
  return (
    <button
      type="button"
      className="suggesting-chip"
      aria-pressed
      title="What you write is a suggestion. Press to write outright."
      onClick={() => suggestions.toggle()}
    >
      <PencilLine size={13} strokeWidth={2} aria-hidden /> Suggesting
    </button>
  );
}

function Length() {
  const stats = useSignal(useWorkspace().desk.stats);
  if (!stats) return null;
  const { selection } = stats;
  return (
    <div className="length" role="group" aria-label="Length">
      {selection && (
        <span className="length-selection">
          Selected: {countText(selection.words, 'word', 'words')},{' '}
          {countText(selection.characters, 'character', 'characters')}
        </span>
      )}
      <span>{countText(stats.words, 'word', 'words')}</span>
      <span>{countText(stats.characters, 'character', 'characters')}</span>
      <span title="Reading time">{stats.readingMinutes === 0 ? '0 min' : `${stats.readingMinutes} min read`}</span>
      {stats.pulledWords > 0 && (
        <span title="Of all words printed, in pull-quotes">
          {Math.round((stats.pulledWords / (stats.words + stats.pulledWords)) * 100)}% pulled
        </span>
      )}
      {stats.targetWords !== null && stats.targetWords > 0 && <TargetBar stats={stats} target={stats.targetWords} />}
    </div>
  );
}

function TargetBar({ stats, target }: { readonly stats: StoryStats; readonly target: number }) {
  const over = stats.words - target;
  const text = over > 0 ? `${number.format(over)} over ${number.format(target)}` : `of ${number.format(target)}`;
  return (
    <span className="target" data-over={over > 0 || undefined}>
      <meter
        className="target-bar"
        aria-label="Target length"
        aria-valuetext={`${countText(stats.words, 'word', 'words')} ${text}`}
        min={0}
        max={target}
        value={Math.min(stats.words, target)}
      />
      {text}
    </span>
  );
}
