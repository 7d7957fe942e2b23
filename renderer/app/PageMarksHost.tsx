import { useEffect, useState } from 'react';
import { laterComponent } from './laterComponent.tsx';

const marks = laterComponent(async () => (await import('./PageMarks.tsx')).PageMarks);

/** How long a window is left alone after its start (ms): the rules of the copy desk are not what somebody waits for then. */
const REST_MS = 1500;

/** Marks on the page, once the window has come to rest. */
export function PageMarksHost() {
  const [isRested, setRested] = useState(false);
  useEffect(() => {
    let idle = 0;
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => setRested(true), { timeout: 5000 });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, []);
  return isRested && <marks.Draw props={{}} fallback={null} />;
}
