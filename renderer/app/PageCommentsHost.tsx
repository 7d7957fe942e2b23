import { useEffect } from 'react';
import { commentsCode, suggestionsCode } from './actionCode.ts';
import { laterComponent } from './laterComponent.tsx';

const comments = laterComponent(async () => (await import('./PageComments.tsx')).PageComments);

/** Comments on the page; their code comes after what somebody needs to write. */
export function PageCommentsHost() {
  useEffect(() => {
    // Where it cannot be read the drawing says so.
    for (const code of [commentsCode, suggestionsCode]) code.load().catch(() => undefined);
  }, []);
  return <comments.Draw props={{}} fallback={null} />;
}
