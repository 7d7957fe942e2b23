import type { RevisionSummary } from '../../shared/ipc/librarySchemas.ts';
import { CommandError } from './CommandError.ts';
import { EXIT } from './exitCodes.ts';

/**
 * The revision somebody means: by its name (whole, capitals do not count) or by the beginning of its ID. Of several with one
 * name, the newest. Throws CommandError `notFound` or `ambiguous`.
 */
export function findRevision(revisions: readonly RevisionSummary[], wanted: string): RevisionSummary {
  const name = wanted.trim().toLowerCase();
  const named = revisions.find((revision) => revision.name.toLowerCase() === name);
  if (named) return named;
  const [found, ...others] = revisions.filter(({ id }) => id.startsWith(name));
  if (found && others.length === 0) return found;
  const message = found
    ? `${others.length + 1} revisions begin with "${wanted}". Give more of the ID.`
    : `No revision has "${wanted}" as its name or at the beginning of its ID. "stet log" lists them.`;
  throw new CommandError({ code: found ? 'ambiguous' : 'notFound', message, retryable: false }, EXIT.notFound);
}
