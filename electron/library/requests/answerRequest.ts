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

/** How long closing waits for what is still being answered; less than main waits before it kills. */
const SETTLE_MS = 5_000;
const REQUESTS = { page: libraryRequests, host: { ...libraryRequests, ...hostRequests } };
type AnyRequest = keyof (typeof REQUESTS)['host'];

/** The whole contract over this library. The page is refused what only the host may ask, as if it did not exist. */
export function answerRequests(library: Library): Answer {
  const running = new Set<Promise<unknown>>();
  let isClosing = false;
  const handlers = {
    ...libraryHandlers(library),
    ...hostHandlers(library, async () => {
      isClosing = true;
      await Promise.race([Promise.allSettled([...running]), wait(SETTLE_MS)]);
    }),
  };

  /** Closing waits for everything but itself. */
  async function track(request: AnyRequest, answered: unknown): Promise<unknown> {
    if (request === 'library.close' || !(answered instanceof Promise)) return answered;
    running.add(answered);
    try {
      return await (answered as Promise<unknown>);
    } finally {
      running.delete(answered);
    }
  }

  async function answer(role: PortRole, name: unknown, payload: unknown): Promise<Result<unknown>> {
    if (typeof name !== 'string' || !Object.hasOwn(REQUESTS[role], name))
      return fail('unknownRequest', 'The library does not know this request.');
    if (isClosing) return fail('libraryAway', 'The library is being closed.', true);
    const request = name as AnyRequest;
    const parsed = REQUESTS.host[request].payload.safeParse(payload);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return fail('badRequest', `${name} is not as agreed: ${issue?.path.join('.')} ${issue?.message}.`);
    }
    try {
      // The payload was parsed by this very name's schema, which the compiler cannot follow through the union.
      const handle = handlers[request] as (payload: unknown) => unknown;
      return succeed(await track(request, handle(parsed.data)));
    } catch (error) {
      library.noteDamage(error);
      return { ok: false, error: toFailure(name, error) };
    }
  }

  return answer;
}

function wait(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms).unref());
}
