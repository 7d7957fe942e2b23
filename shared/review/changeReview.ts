import type { ReviewChange } from './reviewChange.ts';
import { assertNever } from '../lang/assertNever.ts';
import { StetError } from '../lang/result.ts';
import { newNoteId, newStepId } from '../story/ids.ts';
import type { Review, Thread } from '../story/review.ts';

/** The review with one thing done to it, at this time (ISO 8601, UTC). Throws StetError `notFound` for what is not there. */
export function changeReview(review: Review, change: ReviewChange, at: string): Review {
  const { threads, steps, conflicts } = review;
  const onThread = (id: string, alter: (thread: Thread) => Thread): Review => {
    if (!threads.some((thread) => thread.id === id)) throw gone('This comment');
    return { ...review, threads: threads.map((thread) => (thread.id === id ? alter(thread) : thread)) };
  };
  switch (change.kind) {
    case 'addThread': {
      const { id, about, by, text } = change;
      if (threads.some((thread) => thread.id === id)) throw new StetError('exists', 'This comment is there already.');
      return {
        ...review,
        threads: [...threads, { id, about, notes: [{ id: newNoteId(), by, at, text }], state: null }],
      };
    }
    case 'addNote': {
      const note = { id: newNoteId(), by: change.by, at, text: change.text };
      return onThread(change.threadId, (thread) => ({ ...thread, notes: [...thread.notes, note] }));
    }
    case 'editNote': {
      const { noteId, text } = change;
      return onThread(change.threadId, (thread) => {
        if (!thread.notes.some(({ id }) => id === noteId)) throw gone('This note');
        const notes = thread.notes.map((note) => (note.id === noteId ? { ...note, text, editedAt: at } : note));
        return { ...thread, notes };
      });
    }
    case 'setState': {
      const { is, by } = change;
      return onThread(change.threadId, (thread) => ({ ...thread, state: { is, by, at } }));
    }
    case 'addStep': {
      const { kind: _, ...step } = change;
      return { ...review, steps: [...steps, { id: newStepId(), at, ...step }] };
    }
    case 'settle': {
      const { conflictId, by } = change;
      if (!conflicts.some(({ id }) => id === conflictId)) throw gone('This conflict');
      const settled = { by, at };
      return {
        ...review,
        conflicts: conflicts.map((one) => (one.id === conflictId && !one.settled ? { ...one, settled } : one)),
      };
    }
    default:
      return assertNever(change, 'change');
  }
}

function gone(what: string): StetError {
  return new StetError('notFound', `${what} is not in the story any more.`);
}
