/** Whom blocking findings stop: nobody, whoever exports in the window, or the command line's scripts too (`stopsAt`). */
export const GATES = ['off', 'window', 'everywhere'] as const;
export type Gate = (typeof GATES)[number];

/** Ways on which a story leaves: by somebody in the window, by a script, by a script that wants to be stopped. */
export const EXPORT_WAYS = ['window', 'script', 'shut'] as const;
export type ExportWay = (typeof EXPORT_WAYS)[number];
