/** Code that is not in the first bundle, for those who need no picture of it. */
export interface LaterCode<Code> {
  /** Reads it. Rejects as the reading does; whoever asks later tries again. */
  readonly load: () => Promise<void>;
  /** Hands it out: at once where it is here, so that the next key finds done what this one asked for; else when it is. */
  readonly use: (run: (code: Code) => void) => void;
}

/** `import()` answers in its own time even for what was read long ago, which a fast typist's next key may be ahead of. */
export function laterCode<Code>(read: () => Promise<Code>): LaterCode<Code> {
  let here: { readonly code: Code } | null = null;
  const get = async (): Promise<Code> => {
    here ??= { code: await read() };
    return here.code;
  };
  return {
    load: async () => void (await get()),
    use: (run) => {
      if (here) run(here.code);
      else void get().then(run);
    },
  };
}
