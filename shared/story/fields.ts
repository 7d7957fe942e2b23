import { z } from 'zod';

export const STATUSES = ['draft', 'submitted', 'inReview', 'returned', 'approved', 'sent', 'onHold', 'killed'] as const;
export const statusSchema = z.enum(STATUSES);
/** Where a story stands in the newsroom. */
export type Status = z.infer<typeof statusSchema>;

const time = z.iso.datetime();
const line = z.string().max(20_000);
const terms = z.array(z.string().max(500)).max(500);

/** Everything of a story that is not its body: the furniture of the page and the desk's own notes. Kept as typed. */
export const fieldsSchema = z.strictObject({
  /** BCP 47, such as `en`, `ar`, `ur`. */
  language: z.string().max(35),
  direction: z.enum(['auto', 'ltr', 'rtl']),
  slug: line,
  headline: line,
  deck: line,
  /** The place, without brackets: the exporters put the house's style around it. */
  dateline: line,
  byline: line,
  status: statusSchema,
  desk: line,
  /** 1 is most urgent, 6 least (IPTC urgency runs 1 to 9; desks here use six). null: not set. */
  priority: z.int().min(1).max(6).nullable(),
  embargo: time.nullable(),
  /** The zone the embargo is told in, by its IANA name; left out where nobody said. Since format 3. */
  embargoZone: z.string().max(60).optional(),
  deadline: time.nullable(),
  targetWords: z.int().min(0).max(1_000_000).nullable(),
  categories: terms,
  topics: terms,
  keywords: terms,
  editorsNote: line,
  /** Who has the story now, as they call themselves; left out where nobody has it in particular. Since format 5. */
  assignee: z.string().max(500).optional(),
});
export type StoryFields = z.infer<typeof fieldsSchema>;

/** The fields of a story nobody has touched yet. */
export function blankFields(): StoryFields {
  return {
    language: 'en',
    direction: 'auto',
    slug: '',
    headline: '',
    deck: '',
    dateline: '',
    byline: '',
    status: 'draft',
    desk: '',
    priority: null,
    embargo: null,
    deadline: null,
    targetWords: null,
    categories: [],
    topics: [],
    keywords: [],
    editorsNote: '',
  };
}
