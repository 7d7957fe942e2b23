import type { Story } from '../../shared/story/story.ts';
import { versionsOf } from '../../shared/suggestions/versions.ts';
import { StoryReading } from './StoryReading.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

interface OriginalDialogProps {
  /** The story as it stands on the page. */
  readonly story: Story;
  readonly onClose: () => void;
}

/** The story as it was before anybody suggested anything, to read. */
export function OriginalDialog({ story, onClose }: OriginalDialogProps) {
  const [before = story] = versionsOf(story);
  return (
    <Dialog
      title="Without the suggestions"
      size="wide"
      onClose={onClose}
      foot={<Button onClick={onClose}>Close</Button>}
    >
      <StoryReading story={{ ...story, fields: before.fields, blocks: [...before.blocks] }} />
    </Dialog>
  );
}
