/** What the newsroom calls priority 1 to 6, in order. */
export const PRIORITY_LABELS: readonly string[] = ['1 Flash', '2 Urgent', '3 High', '4 Normal', '5 Low', '6 Filler'];
