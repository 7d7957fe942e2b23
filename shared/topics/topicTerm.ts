/** A topic as the Story tab shows it. */
export interface TopicTerm {
  /** `medtop:` and eight digits; null for a topic in the house's own words. */
  readonly code: string | null;
  readonly label: string;
}

const CODED = /^(medtop:\d{8})\s+(\S.*)$/su;

/** A media topic as a story keeps it, code and label in one line: `medtop:16000000 conflict, war and peace`. */
export function writeTopicTerm(code: string, label: string): string {
  return `${code} ${label}`;
}

/** What a stored topic says; a term without a code is all label. */
export function readTopicTerm(term: string): TopicTerm {
  const [, code, label] = CODED.exec(term) ?? [];
  return code !== undefined && label !== undefined ? { code, label } : { code: null, label: term };
}
