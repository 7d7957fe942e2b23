import type { Clash, JobAction } from '../../../shared/targets/job.ts';

/** Why a delivery stopped, and what comes of it. */
export type DeliveryProblem =
  /** Nobody answers: the network is away, or the site. Tried again by itself, for ever, and not counted. */
  | { readonly kind: 'offline' }
  /** It may pass: tried again after a while (`waitMs` where the site said how long), but only so many times. */
  | { readonly kind: 'later'; readonly code: string; readonly waitMs?: number }
  /** A person has to decide. `isForAll`: no other story gets through to this target either. */
  | {
      readonly kind: 'person';
      readonly code: string;
      readonly choices: readonly JobAction[];
      readonly clashes?: readonly Clash[];
      readonly isForAll?: boolean;
    };

/** A delivery that did not get through; the message is a sentence for the user, and never holds a secret. */
export class DeliveryError extends Error {
  constructor(
    readonly problem: DeliveryProblem,
    message: string,
  ) {
    super(message);
    this.name = 'DeliveryError';
  }
}

/** A person has to decide between these; `retry` and `cancel` can always be chosen. */
export function askPerson(code: string, message: string, choices: readonly JobAction[] = []): DeliveryError {
  return new DeliveryError({ kind: 'person', code, choices: [...choices, 'retry', 'cancel'] }, message);
}

/** No story gets through before the password or the key is given anew. */
export function askSecret(message: string): DeliveryError {
  return new DeliveryError(
    { kind: 'person', code: 'unauthorised', choices: ['unlock', 'retry', 'cancel'], isForAll: true },
    message,
  );
}

/** Whether a person is asked for this reason. */
export function asksFor(error: unknown, code: string): boolean {
  return error instanceof DeliveryError && error.problem.kind === 'person' && error.problem.code === code;
}
