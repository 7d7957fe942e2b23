import type { JobAction } from '../../../../shared/targets/job.ts';
import { askPerson, askSecret, DeliveryError } from '../DeliveryError.ts';
import { excerpt, judgeBusy, notTheSite, serverFailed } from '../http/judgeAnswer.ts';
import type { SiteAnswer } from '../http/SiteClient.ts';

/** What was asked: a story was posted, a file was, or it was looked whether a file is there. */
export type Asked = 'story' | 'file' | 'look';

/** Throws DeliveryError for every answer that does not say “taken”: receivers agree on nothing but HTTP itself. */
export function judgeReceiver(answer: SiteAnswer, asked: Asked, now: number): void {
  judgeBusy(answer, now);
  const { status, text } = answer;
  if (isPage(answer) && status >= 200 && status < 300) throw notTheSite(text);
  if (status >= 200 && status < 300) return;
  const said = text.trim() === '' ? `It says ${status}.` : `It says ${status} “${excerpt(text)}”.`;
  const what = asked === 'story' ? 'the story' : 'a file';
  const smaller: readonly JobAction[] = asked === 'file' ? ['shrink'] : [];
  switch (status) {
    case 401:
      throw askSecret(
        'The receiver does not take the name, the password or the token. Nothing was taken in; give it a new one.',
      );
    case 403:
      throw askPerson('forbidden', `The receiver does not let you in, or does not take your signature. ${said}`);
    case 404:
    case 405:
    case 410:
      throw askPerson('noReceiver', `Nothing takes ${what} at this address. ${said} Check the target’s addresses.`);
    case 409:
      throw askPerson('conflict', `The receiver has something else under this name already. ${said}`);
    case 412:
      throw new DeliveryError({ kind: 'later', code: 'damaged', waitMs: 1000 }, `${said} Something was damaged.`);
    case 413:
      throw askPerson('tooLarge', `The receiver takes nothing as large as ${what}. ${said}`, smaller);
    case 415:
      throw askPerson('notTaken', `The receiver does not take ${what} in this format. ${said}`, smaller);
    case 400:
    case 422:
      throw askPerson('invalid', `The receiver does not take ${what} as it is. ${said}`);
    default:
  }
  if (status >= 500) throw serverFailed(answer, now, `The receiver failed. ${said}`);
  throw askPerson('refused', `The receiver does not take ${what}. ${said}`);
}

/** A page for people: no receiver answers with one. */
function isPage({ headers, text }: SiteAnswer): boolean {
  return /^\s*text\/html\b/i.test(headers['content-type'] ?? '') || /^\s*<(?:!doctype html|html)\b/i.test(text);
}
