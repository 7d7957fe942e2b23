import { StetError } from '../../../shared/lang/result.ts';
import { needsSecret, type Target } from '../../../shared/targets/target.ts';
import type { Connection } from '../cms/Connection.ts';
import { CONNECTIONS } from '../cms/connections.ts';
import type { TargetStore } from './TargetStore.ts';

/** A way into a target with the secret lent to this process. Throws StetError `locked` where it is not at hand. */
export function connectTarget(target: Target, targets: TargetStore, now: () => number = Date.now): Connection {
  if (needsSecret(target.kind) && targets.secretOf(target.id) === null)
    throw new StetError('locked', 'Stet needs the password of this target; it is asked for once in a session.');
  return connectUnasked(target, targets, now);
}

/** The same for what asks nobody, and so needs no password. */
export function connectUnasked(target: Target, targets: TargetStore, now: () => number = Date.now): Connection {
  return CONNECTIONS[target.kind]({ target, secret: targets.secretOf(target.id), now });
}
