import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react';

interface Later<Props> {
  /** The component, or `fallback` until its code is here. */
  readonly Draw: ComponentType<{ readonly props: Props; readonly fallback: ReactNode }>;
  /** Reads the code when the window has come to rest; call it in a component that is there from the start. */
  readonly useAtRest: () => void;
}

/**
 * A component whose code is not in the first bundle. Once the code is here it is drawn without a wait: what is typed right
 * after the palette's shortcut must land in the palette and not on the page.
 */
export function laterComponent<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let loaded: ComponentType<Props> | null = null;
  const get = async () => {
    loaded ??= await load();
    return loaded;
  };
  const Lazy = lazy(async () => ({ default: await get() })) as unknown as ComponentType<Props>;

  function Draw({ props, fallback }: { readonly props: Props; readonly fallback: ReactNode }) {
    const Component = loaded ?? Lazy;
    return (
      <Suspense fallback={fallback}>
        <Component {...props} />
      </Suspense>
    );
  }
  function useAtRest(): void {
    useEffect(() => {
      const idle = requestIdleCallback(() => void get(), { timeout: 3000 });
      return () => cancelIdleCallback(idle);
    }, []);
  }
  return { Draw, useAtRest };
}
