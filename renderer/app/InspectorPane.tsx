import { laterComponent } from './laterComponent.tsx';

const content = laterComponent(async () => (await import('./InspectorContent.tsx')).InspectorContent);

/** Reads the inspector's code when the window rests, for a window that starts without it. */
export const useInspectorAtRest = content.useAtRest;

/** The inspector, read after the page: nobody waits for it to type. Its place and name are there from the start. */
export function InspectorPane() {
  return <content.Draw props={{}} fallback={<aside className="inspector" aria-label="Inspector" aria-busy />} />;
}
