import { blockText } from '../../shared/story/plainText.ts';
import type { OpenedStory } from '../../shared/ipc/librarySchemas.ts';
import type { Story } from '../../shared/story/story.ts';
import { Button } from '../ui/Button.tsx';
import { useSignal } from '../ui/Signal.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

interface BrokenPageProps {
  readonly error: Error;
  /** The story as it was opened: what there is to show if the editor no longer answers. */
  readonly opened: OpenedStory;
}

/** The words of a story, for copying by hand. */
function plainStory(story: Story): string {
  const { headline, deck, dateline, byline } = story.fields;
  return [headline, deck, byline, dateline, ...story.blocks.map(blockText)].filter(Boolean).join('\n\n');
}

/** Stands in for an editor that failed: says what is safe, gives the words and the way back. */
export function BrokenPage({ error, opened }: BrokenPageProps) {
  const workspace = useWorkspace();
  const handle = useSignal(workspace.desk.handle);
  const saveState = useSignal(workspace.desk.saveState);
  const isSaved = saveState.kind === 'saved';
  let story = opened.story;
  try {
    story = handle?.readStory() ?? story;
  } catch (reading) {
    console.error('The failed page cannot be read either', reading);
  }
  return (
    <div className="page-broken scrolls" role="alert">
      <h2>The page stopped working</h2>
      <p>
        {isSaved
          ? 'Everything you typed is on the disk. Opening the page again shows it as it was.'
          : 'The last words may not be on the disk yet. They stand below as text: copy them before you open the page again.'}
      </p>
      <p className="field-hint selectable">{error.message}</p>
      <p className="row">
        <Button
          look="primary"
          onClick={() => void workspace.desk.reopen().then((why) => workspace.notices.showProblem(why))}
        >
          Open the page again
        </Button>
        <Button onClick={() => void navigator.clipboard.writeText(plainStory(story))}>Copy the text</Button>
      </p>
      {!isSaved && (
        <pre className="selectable" tabIndex={0} dir="auto">
          {plainStory(story)}
        </pre>
      )}
    </div>
  );
}
