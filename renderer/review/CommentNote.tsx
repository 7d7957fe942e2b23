import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { ReviewNote } from '../../shared/story/review.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { fullTime, relativeTime } from '../ui/relativeTime.ts';
import { NoteForm } from './NoteForm.tsx';
import { nameOf } from './threadText.ts';

interface CommentNoteProps {
  readonly note: ReviewNote;
  /** What whoever sits here calls themselves: what they said themselves they may change. */
  readonly by: string;
  readonly names: readonly string[];
  /** Only what is chosen has its tools out. */
  readonly isChosen: boolean;
  readonly onEdit: (text: string) => Promise<boolean>;
}

/** One thing somebody said. */
export function CommentNote({ note, by, names, isChosen, onEdit }: CommentNoteProps) {
  const [isEditing, setEditing] = useState(false);
  const isTakenBack = note.text === '';
  const isOwn = by !== '' && note.by === by && !isTakenBack;
  return (
    <div className="note">
      <p className="note-head">
        <span className="note-by" dir="auto">
          {nameOf(note.by)}
        </span>
        <time dateTime={note.at} title={fullTime(note.at)}>
          {relativeTime(note.at, Date.now())}
          {note.editedAt !== undefined && !isTakenBack && ', edited'}
        </time>
        {isChosen && isOwn && (
          <MenuButton
            icon={Ellipsis}
            label="More"
            menu="Note"
            entries={[
              { label: 'Edit', run: () => setEditing(true) },
              { label: 'Take back', run: () => void onEdit('') },
            ]}
          />
        )}
      </p>
      {isEditing ? (
        <NoteForm
          label="Note"
          action="Save"
          text={note.text}
          by={by}
          names={names}
          isFocused
          onSay={async (text) => {
            const isSaid = await onEdit(text);
            if (isSaid) setEditing(false);
            return isSaid;
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <p className="note-text selectable" dir="auto" data-taken-back={isTakenBack || undefined}>
          {isTakenBack ? 'Taken back.' : note.text}
        </p>
      )}
    </div>
  );
}
