import { fullTime } from '../ui/relativeTime.ts';
import { deadlineText } from './deadlineText.ts';

interface DeadlineProps {
  readonly iso: string;
  readonly now: number;
}

/** When a story is wanted; what is overdue says so in words. */
export function Deadline({ iso, now }: DeadlineProps) {
  const { text, isOverdue } = deadlineText(iso, now);
  return (
    <time dateTime={iso} title={fullTime(iso)} className="deadline" data-overdue={isOverdue || undefined}>
      {text}
    </time>
  );
}
