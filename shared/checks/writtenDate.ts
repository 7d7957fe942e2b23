/** A day as somebody wrote it. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 0 is Sunday; null where none is named. */
  readonly weekday: number | null;
  readonly day: number;
  /** 1 to 12. */
  readonly month: number;
  readonly year: number | null;
  readonly order: 'monthFirst' | 'dayFirst' | 'iso';
  /** How the month is written; null where it is spelt the same either way, or is a figure. */
  readonly monthForm: 'full' | 'short' | null;
}
