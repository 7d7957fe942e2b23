import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';
import { Dialog } from '../ui/Dialog.tsx';

interface EmptyTrashDialogProps {
  readonly count: number;
  readonly onClose: () => void;
  readonly onEmpty: () => void;
}

/** Asks before stories are deleted for good; the safe answer comes first. */
export function EmptyTrashDialog({ count, onClose, onEmpty }: EmptyTrashDialogProps) {
  return (
    <Dialog
      title="Empty the trash?"
      isAlert
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Keep them</Button>
          <Button look="danger" onClick={onEmpty}>
            Delete for good
          </Button>
        </>
      }
    >
      <p>
        {countText(count, 'story', 'stories')} in the trash, with all revisions, will be deleted. This cannot be undone.
      </p>
    </Dialog>
  );
}
