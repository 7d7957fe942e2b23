/** How sites call what has become of a story, in our words. */
const WORDS: Readonly<Record<string, string>> = {
  draft: 'Draft',
  pending: 'Waiting for review',
  future: 'Scheduled',
  scheduled: 'Scheduled',
  publish: 'Published',
  published: 'Published',
  private: 'Private',
  received: 'Received',
  trash: 'In the site’s trash',
};

/** A receipt's status for people; one nobody knows is given as the site gave it. */
export function receiptStatus(status: string): string {
  return Object.hasOwn(WORDS, status) ? (WORDS[status] ?? status) : status;
}
