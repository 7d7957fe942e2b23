import type { ExportReview } from '../../shared/ipc/librarySchemas.ts';

interface ReviewChoiceProps {
  readonly chosen: ExportReview;
  readonly isDisabled: boolean;
  readonly onChoose: (review: ExportReview) => void;
}

/** Whether what people said of the story goes into a Word document's margin: only if somebody asks. */
export function ReviewChoice({ chosen, isDisabled, onChoose }: ReviewChoiceProps) {
  return (
    <label className="check export-review">
      <input
        type="checkbox"
        checked={chosen === 'comments'}
        disabled={isDisabled}
        onChange={(event) => onChoose(event.target.checked ? 'comments' : 'none')}
      />
      Comments
    </label>
  );
}
