/*
 * What the library uses of Electron's utility process, written down here so that the engine imports nothing of Electron.
 */

/** A message port's end, as `MessagePortMain` has it: silent until `start`. */
export interface Port {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** The channel to the process that started this one: `process.parentPort` in a utility process. */
export interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown; readonly ports: Port[] }) => void): unknown;
  postMessage(message: unknown): void;
}
