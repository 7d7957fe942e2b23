import { z } from 'zod';
import { settingsSchema } from '../../shared/ipc/mainContract.ts';

/** The window as it was left, in screen pixels; null before the first time. */
export const windowStateSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximised: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

/** All that is in the settings file: what the user sets, and what the app remembers for itself. */
export const keptStateSchema = z.strictObject({
  ...settingsSchema.shape,
  window: windowStateSchema.nullable(),
  /** Where the last export went; '' before the first one. */
  exportFolder: z.string().max(4096),
});
export type KeptState = z.infer<typeof keptStateSchema>;

/** How Stet starts for somebody new. */
export function defaultState(libraryFolder: string, language: string): KeptState {
  return {
    name: '',
    byline: '',
    datelinePlace: '',
    language,
    appearance: 'system',
    libraryFolder,
    lastStory: null,
    marks: true,
    spelling: true,
    // The engine takes some 300 MB: not every laptop in the field has them to spare.
    grammar: false,
    dictionary: [],
    lastTarget: null,
    roles: {},
    panes: { library: true, inspector: true, libraryWidth: 280, inspectorWidth: 300 },
    window: null,
    exportFolder: '',
  };
}
