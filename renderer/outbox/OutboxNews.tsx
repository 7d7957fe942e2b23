import { useEffect, useRef, useState } from 'react';
import { useSignal } from '../ui/Signal.ts';
import { outboxNews } from './jobWords.ts';
import type { OutboxJobs } from './OutboxJobs.ts';

/** Says aloud what becomes of the jobs: each change of state once, no bytes. */
export function OutboxNews({ outbox }: { readonly outbox: OutboxJobs }) {
  const jobs = useSignal(outbox.jobs);
  const before = useRef(jobs);
  const [news, setNews] = useState('');
  useEffect(() => {
    const changed = before.current && jobs ? outboxNews(before.current, jobs) : [];
    before.current = jobs;
    if (changed.length > 0) setNews(changed.join(' '));
  }, [jobs]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {news}
    </p>
  );
}
