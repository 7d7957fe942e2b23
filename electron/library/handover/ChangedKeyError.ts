import type { ChangedSender } from '../../../shared/handover/changedSender.ts';
import { StetError } from '../../../shared/lang/result.ts';

/** A package is signed with another key than its sender had; code `changedKey`. */
export class ChangedKeyError extends StetError {
  constructor(readonly sender: ChangedSender) {
    const { name, since, before, now } = sender;
    super(
      'changedKey',
      `This package says it is from ${name}, but is signed with another key (${now}) than ${name} had since ${since} (${before}). Somebody may be using the name. Ask ${name} for the fingerprint by another way, and open it only if it is this one.`,
    );
  }
}
