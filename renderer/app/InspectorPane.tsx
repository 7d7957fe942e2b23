import { lazy, Suspense } from 'react';

const Content = lazy(async () => ({ default: (await import('./InspectorContent.tsx')).InspectorContent }));

/** The inspector, read after the page: nobody waits for it to type. Its place and name are there from the start. */
export function InspectorPane() {
  return (
    <Suspense fallback={<aside className="inspector" aria-label="Inspector" aria-busy />}>
      <Content />
    </Suspense>
  );
}
