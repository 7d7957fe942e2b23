import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { ASK_CHANNEL } from '../../shared/ipc/channels.ts';
import { mainRequests, type MainAnswer, type MainPayload, type MainRequest } from '../../shared/ipc/mainContract.ts';
import { fail, StetError, succeed, type Result } from '../../shared/lang/result.ts';

/** One thin call into a service for every request of the contract. Throwing a StetError answers it as a failure. */
export type MainHandlers = {
  readonly [Name in MainRequest]: (payload: MainPayload<Name>) => MainAnswer<Name> | Promise<MainAnswer<Name>>;
};

/** Answers the page's requests: sender checked, name known, payload parsed, and always a Result. */
export function handleRequests(
  ipc: IpcMain,
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
  handlers: MainHandlers,
): void {
  ipc.handle(ASK_CHANNEL, (event, name: unknown, payload: unknown): Promise<Result<unknown>> | Result<unknown> => {
    if (!isTrusted(event)) return fail('refused', 'Only Stet’s own page is answered.');
    return answerRequest(handlers, name, payload);
  });
}

/** What a trusted sender gets for `name` and `payload`, whatever they are; never throws. */
export async function answerRequest(handlers: MainHandlers, name: unknown, payload: unknown): Promise<Result<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(mainRequests, name)) {
    return fail('unknownRequest', 'Stet does not know this request.');
  }
  const parsed = mainRequests[name as MainRequest].payload.safeParse(payload);
  if (!parsed.success) return fail('badRequest', `This request is not as agreed: ${parsed.error.issues[0]?.message}.`);
  try {
    // The payload was parsed by this very name's schema, which the compiler cannot follow through the union.
    const handler = handlers[name as MainRequest] as (payload: unknown) => unknown;
    return succeed(await handler(parsed.data));
  } catch (error) {
    if (error instanceof StetError) return fail(error.code, error.message, error.retryable);
    console.error(`${name} failed:`, error);
    return fail('unexpected', 'Something went wrong inside Stet. Your text is safe; please try again.');
  }
}
