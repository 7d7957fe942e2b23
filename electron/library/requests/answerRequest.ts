import { hostRequests } from '../../../shared/ipc/hostContract.ts';
import { libraryRequests } from '../../../shared/ipc/libraryContract.ts';
import type { PortRole } from '../../../shared/ipc/portMessages.ts';
import { fail, succeed, type Result } from '../../../shared/lang/result.ts';
import type { Library } from '../Library.ts';
import { hostHandlers } from './hostHandlers.ts';
import { libraryHandlers } from './libraryHandlers.ts';
import { toFailure } from './toFailure.ts';

/** Answers one request, whatever it is; never throws. */
export type Answer = (role: PortRole, name: unknown, payload: unknown) => Promise<Result<unknown>>;

/** The whole contract over this library. The page is refused what only the host may ask, as if it did not exist. */
export function answerRequests(library: Library): Answer {
  const handlers = { ...libraryHandlers(library), ...hostHandlers(library) };
  const requests = { page: libraryRequests, host: { ...libraryRequests, ...hostRequests } };
  return async (role, name, payload) => {
    const known = requests[role];
    if (typeof name !== 'string' || !Object.hasOwn(known, name))
      return fail('unknownRequest', 'The library does not know this request.');
    const request = name as keyof typeof known;
    const parsed = known[request].payload.safeParse(payload);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return fail('badRequest', `${name} is not as agreed: ${issue?.path.join('.')} ${issue?.message}.`);
    }
    try {
      // The payload was parsed by this very name's schema, which the compiler cannot follow through the union.
      const handle = handlers[request] as (payload: unknown) => unknown;
      return succeed(await handle(parsed.data));
    } catch (error) {
      return { ok: false, error: toFailure(name, error) };
    }
  };
}
