import { z } from 'zod';
import { askPerson, askSecret, DeliveryError } from '../DeliveryError.ts';
import { excerpt, judgeLine, readJson, serverFailed } from '../http/judgeAnswer.ts';
import type { SiteAnswer } from '../http/SiteClient.ts';

const errorSchema = z.object({
  code: z.string().catch(''),
  message: z.string().catch(''),
  data: z
    .object({
      params: z.record(z.string(), z.string()).optional().catch(undefined),
      term_id: z.int().optional().catch(undefined),
    })
    .nullish()
    .catch(null),
});
/** An error as WordPress tells it. */
export type WordPressError = z.infer<typeof errorSchema>;

/** The error in an answer, or null where it is none of WordPress’s. */
export function readError({ text }: Pick<SiteAnswer, 'text'>): WordPressError | null {
  return errorSchema.safeParse(readJson(text)).data ?? null;
}

/** Errors a server calls its own that will be the same tomorrow: the file is what it does not take. */
const FILE_REFUSED = new Set(['rest_upload_sideload_error', 'rest_upload_unknown_error']);
/** What an upload over PHP’s `post_max_size` looks like: the fields and the file have vanished. */
const FORM_VANISHED = 'rest_upload_no_content_disposition';

const RIGHTS: Readonly<Record<string, string>> = {
  rest_cannot_publish: 'publish',
  rest_cannot_create: 'make this on the site',
  rest_cannot_edit: 'change this post',
  rest_cannot_edit_others: 'write in somebody else’s name',
};

/** Throws DeliveryError for every answer of a WordPress that is no success, with what can be done about it. */
export function judgeWordPress(answer: SiteAnswer, now: number): void {
  judgeLine(answer, now);
  const { status, text } = answer;
  if (status >= 200 && status < 300) return;
  const error = readError(answer);
  const said = error?.message
    ? `The site says: ${plain(error.message)}`
    : `The site says ${status} “${excerpt(text)}”.`;
  switch (status) {
    case 401:
      throw askSecret(
        'The site does not take the name or the application password. Nothing was sent; give it a new one.',
      );
    case 403:
      if (!error)
        throw askPerson('refused', `Something before the site, perhaps a firewall, refused the request. ${said}`);
      throw askPerson(
        'forbidden',
        `Your account may not ${RIGHTS[error.code] ?? 'do this'}. ${said}`,
        error.code === 'rest_cannot_publish' ? ['sendAsPending'] : [],
      );
    case 404:
    case 410:
      throw askPerson('gone', `What was sent before is not on the site any more. ${said}`, ['createAnew']);
    case 409:
      throw askPerson('conflict', `The site has changed meanwhile. ${said}`);
    case 412:
      throw new DeliveryError({ kind: 'later', code: 'damaged', waitMs: 1000 }, 'A file was damaged on its way.');
    case 413:
      throw tooLarge(said);
    case 415:
      throw askPerson('notTaken', `The site does not take this kind of file. ${said}`, ['shrink']);
    case 400:
    case 422: {
      if (error?.code === FORM_VANISHED) throw tooLarge('The server lost it, as it does with what is over its limit.');
      const params = Object.entries(error?.data?.params ?? {}).map(([name, why]) => `${name}: ${plain(why)}`);
      throw askPerson('invalid', `The site does not take the story as it is. ${[said, ...params].join(' ')}`);
    }
    default:
  }
  if (error && FILE_REFUSED.has(error.code))
    throw askPerson('notTaken', `The site does not take a file. ${said}`, ['shrink']);
  if (status >= 500) throw serverFailed(answer, now, said);
  throw askPerson('refused', said);
}

function tooLarge(said: string): DeliveryError {
  return askPerson('tooLarge', `A file is larger than the site takes. ${said}`, ['shrink']);
}

function plain(html: string): string {
  return excerpt(html);
}
