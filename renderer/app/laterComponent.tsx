import { useEffect, useState, type ComponentType, type ReactNode } from 'react';

interface Later<Props> {
  /** The component, or `fallback` until its code is here. */
  readonly Draw: ComponentType<{ readonly props: Props; readonly fallback: ReactNode }>;
  /** Reads the code now. Rejects as the reading does; a later drawing tries again. */
  readonly load: () => Promise<void>;
  /** Reads the code when the window has come to rest; call it in a component that is there from the start. */
  readonly useAtRest: () => void;
}

/**
 * A component whose code is not in the first bundle. Once the code is here it is drawn without a wait: what is typed right
 * after the palette's shortcut must land in the palette and not on the page. That is why it is no `lazy`: React shows what
 * comes after a Suspense fallback up to 300 ms later than it could. Code that cannot be read is thrown while drawing.
 */
export function laterComponent<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let loaded: ComponentType<Props> | null = null;
  const get = async () => {
    loaded ??= await load();
  };

  function Draw({ props, fallback }: { readonly props: Props; readonly fallback: ReactNode }) {
    const [, redraw] = useState(0);
    const Component = loaded;
    useEffect(() => {
      if (Component) return;
      const fail = (error: unknown) =>
        redraw(() => {
          throw error;
        });
      get().then(() => redraw((count) => count + 1), fail);
    }, [Component]);
    return Component ? <Component {...props} /> : fallback;
  }
  function useAtRest(): void {
    useEffect(() => {
      const idle = requestIdleCallback(() => void get(), { timeout: 3000 });
      return () => cancelIdleCallback(idle);
    }, []);
  }
  return { Draw, load: get, useAtRest };
}
