/** Whom blocking findings stop: nobody, whoever exports in the window, or the command line's scripts too (`stopsAt`). */
export const GATES = ['off', 'window', 'everywhere'] as const;
export type Gate = (typeof GATES)[number];
