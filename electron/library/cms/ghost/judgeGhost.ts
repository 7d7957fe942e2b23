import { z } from 'zod';
import { askPerson, askSecret, type DeliveryError } from '../DeliveryError.ts';
import { excerpt, judgeLine, readJson, serverFailed } from '../http/judgeAnswer.ts';
import type { SiteAnswer } from '../http/SiteClient.ts';

const text = z.string().nullish().catch(null);
const errorsSchema = z.object({
  errors: z.array(z.object({ message: text, context: text, type: text, code: text, property: text })).min(1),
});
type GhostError = z.infer<typeof errorsSchema>['errors'][number];

/** The first error in an answer, or null where it is none of Ghost’s. */
export function readGhostError(answer: Pick<SiteAnswer, 'text'>): GhostError | null {
  return errorsSchema.safeParse(readJson(answer.text)).data?.errors[0] ?? null;
}

/** Whether Ghost refuses the token itself, which a clock that is off would explain. */
export function isTokenRefused(answer: SiteAnswer): boolean {
  return answer.status === 401 && readGhostError(answer)?.code === 'INVALID_JWT';
}

/** Throws DeliveryError for every answer of a Ghost that is no success, with what can be done about it. */
export function judgeGhost(answer: SiteAnswer, now: number): void {
  judgeLine(answer, now);
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  const error = readGhostError(answer);
  const said = error
    ? `Ghost says: ${[error.message, error.context === error.message ? null : error.context].filter(Boolean).join(' ')}`
    : `The site says ${status} “${excerpt(answer.text)}”.`;
  switch (status) {
    case 401:
      throw askSecret(`Ghost does not take the Admin API key. Nothing was sent; give it a new one. ${said}`);
    case 403:
      if (!error)
        throw askPerson('refused', `Something before the site, perhaps a firewall, refused the request. ${said}`);
      throw askPerson('forbidden', `The integration may not do this. ${said}`);
    case 404:
      if (!error) throw noGhost(said);
      throw askPerson('gone', 'What was sent before is not on the site any more.', ['createAnew']);
    case 406:
      throw askPerson('refused', `This Ghost does not take what this version of Stet asks. ${said}`);
    case 409:
      throw askPerson('conflict', `Somebody changed the post at the same moment. ${said}`);
    case 413:
      throw askPerson('tooLarge', `A file is larger than the site takes. ${said}`, ['shrink']);
    case 415:
      throw askPerson('notTaken', `Ghost does not take this kind of file. ${said}`, ['shrink']);
    case 400:
    case 422:
      throw askPerson('invalid', `Ghost does not take the story as it is. ${said}`);
    default:
  }
  if (status >= 500) throw serverFailed(answer, now, said);
  throw askPerson('refused', said);
}

/** Nothing there is a Ghost. */
export function noGhost(said: string): DeliveryError {
  return askPerson(
    'noApi',
    `There is no Ghost that answers at this address. ${said} Give the address of the site itself; if its editors log in at another one, give that.`,
  );
}
