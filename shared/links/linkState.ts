import { z } from 'zod';

/** What is known of whether a link's page still answers. */
export const linkStateSchema = z.strictObject({
  /** As the story has it. */
  url: z.string().max(4096),
  /** The words of its first link. */
  text: z.string(),
  state: z.enum([
    /** Nobody asked yet, or there was no network. */
    'waiting',
    'fine',
    /** It answers at `to`, for good. */
    'moved',
    /** Its site says that there is no such page. */
    'gone',
    /** Nothing answers there. */
    'silent',
    /** It answers, but not a program: a person has to look. */
    'unsure',
    /** Stet does not ask it: it is no web address, or leads into the house's own network. */
    'unasked',
  ]),
  /** Why, in a few words that follow a colon; empty where the state says it all. */
  detail: z.string(),
  /** Where it moved to; null unless `moved`. */
  to: z.string().nullable(),
  /** When it was asked last, ISO 8601; null: never. */
  at: z.string().nullable(),
});
export type LinkState = z.infer<typeof linkStateSchema>;

/** What somebody found out about an address. */
export type LinkAnswer = Pick<LinkState, 'state' | 'detail' | 'to'>;

const SENTENCES: Readonly<Record<LinkState['state'], string>> = {
  waiting: 'Waits to be checked',
  fine: 'Answers',
  moved: 'Moved',
  gone: 'Gone',
  silent: 'Does not answer',
  unsure: 'Look yourself',
  unasked: 'Not asked',
};

/** What a link's state is called: "Gone: the site answers 404". */
export function linkStateText({ state, detail }: Pick<LinkState, 'state' | 'detail'>): string {
  return detail === '' ? SENTENCES[state] : `${SENTENCES[state]}: ${detail}`;
}
