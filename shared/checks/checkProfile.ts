import type { Level } from './finding.ts';

/** What a house changes about the rules: each by its id turned off, raised or lowered. Unnamed rules keep their own level. */
export interface CheckProfile {
  readonly rules: Readonly<Record<string, Level | 'off'>>;
}

/** A finding that somebody decided to let stand, and why. */
export interface CheckSkip {
  /** Of the finding (`findingKey`). */
  readonly key: string;
  readonly reason: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Every rule at its own level. */
export const DEFAULT_PROFILE: CheckProfile = { rules: {} };
