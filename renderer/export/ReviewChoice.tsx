import type { ExportReview } from '../../shared/ipc/librarySchemas.ts';

interface ReviewChoiceProps {
  readonly chosen: ExportReview;
  readonly isDisabled: boolean;
  readonly onChoose: (review: ExportReview) => void;
}

/** What of a story's review goes into a Word document: only what somebody asks for. */
export function ReviewChoice({ chosen, isDisabled, onChoose }: ReviewChoiceProps) {
  return (
    <>
      <label className="check export-review">
        <input
          type="checkbox"
          checked={chosen !== 'none'}
          disabled={isDisabled}
          onChange={(event) => onChoose(event.target.checked ? 'comments' : 'none')}
        />
        Comments
      </label>
      <label className="check export-review">
        <input
          type="checkbox"
          checked={chosen === 'suggestions'}
          disabled={isDisabled}
          onChange={(event) => onChoose(event.target.checked ? 'suggestions' : 'comments')}
        />
        Suggestions, with comments
      </label>
    </>
  );
}
