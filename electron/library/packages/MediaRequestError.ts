import { StetError } from '../../../shared/lang/result.ts';
import type { MediaRequest } from './mediaRequest.ts';

/** What was to be opened holds no story, but asks for files of one; code `mediaRequest`. */
export class MediaRequestError extends StetError {
  constructor(
    readonly request: MediaRequest,
    name: string,
  ) {
    const { by, files } = request;
    const what = files.length === 1 ? 'one picture or recording' : `${files.length} pictures and recordings`;
    super('mediaRequest', `“${name}” holds no story: ${by} asks for ${what} by it. Answer it with “stet answer”.`);
  }
}
