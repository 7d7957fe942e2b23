import { storyStem } from '../../../../shared/export/exportFileName.ts';
import { cleanText, isBlank } from '../../../../shared/export/cleanText.ts';
import { foldText } from '../../../../shared/lang/foldText.ts';
import type { Story } from '../../../../shared/story/story.ts';
import type { TargetProfile } from '../../../../shared/targets/target.ts';
import { askPerson } from '../DeliveryError.ts';
import type { GhostPost } from './ghostPost.ts';

/** What Ghost takes, in characters. */
const LONGEST = { title: 255, excerpt: 300, alt: 191 } as const;
/** Ghost wants a minute or two between now and then. */
const SOONEST_MS = 3 * 60_000;

/** How far a post has come; it is never taken back by an update. */
const RANK: Readonly<Record<string, number>> = { draft: 0, scheduled: 1, published: 2, sent: 2 };

interface GhostStanding {
  readonly status: 'draft' | 'scheduled' | 'published';
  /** When it is to appear, where that is not now. */
  readonly published_at?: string;
}

/**
 * What a post shall be: as the target’s profile says, but scheduled while its embargo is to come, and a draft while its pictures are
 * missing. Ghost has no “waiting for review”: that is a draft. Null where an update leaves what is there.
 */
export function ghostStanding(
  { embargo }: Pick<Story['fields'], 'embargo'>,
  { status }: Pick<TargetProfile, 'status'>,
  {
    now,
    isTextOnly,
    there,
  }: {
    readonly now: number;
    readonly isTextOnly: boolean;
    readonly there: Pick<GhostPost, 'status' | 'published_at'> | null;
  },
): GhostStanding | null {
  const until = embargo === null ? -Infinity : Date.parse(embargo);
  // Ghost drops fractions of a second, which would be before.
  const at = new Date(Math.ceil(Math.max(until, now + SOONEST_MS) / 1000) * 1000).toISOString();
  const wanted: GhostStanding =
    status !== 'publish' || isTextOnly
      ? { status: 'draft' }
      : until > now
        ? { status: 'scheduled', published_at: at }
        : { status: 'published' };
  if (!there) return wanted;
  // What the site would let out before the embargo ends waits for it, whoever had it wait.
  if (there.status === 'scheduled' && there.published_at !== null && Date.parse(there.published_at) < until)
    return { status: 'scheduled', published_at: at };
  return (RANK[wanted.status] ?? 0) > (RANK[there.status] ?? 2) ? wanted : null;
}

/** The piece of a story’s key that is in its post’s slug. */
export function slugMark(key: string): string {
  return `-${key.slice(0, 8)}`;
}

/** A slug nobody else has, in ASCII, since Ghost would spell any other letters in its own way. */
export function ghostSlug({ fields }: Pick<Story, 'fields'>, key: string): string {
  const words = foldText(storyStem(fields))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${words || 'story'}${slugMark(key)}`;
}

/** Headline and deck as Ghost takes them, and what had to be cut. Throws DeliveryError for a headline it does not take. */
export function ghostTexts({ fields }: Pick<Story, 'fields'>): {
  readonly title: string;
  readonly excerpt: string;
  readonly cut: readonly string[];
} {
  const title = cleanText(fields.headline).trim();
  const length = Array.from(title).length;
  if (length > LONGEST.title)
    throw askPerson(
      'tooLong',
      `Ghost takes headlines of ${LONGEST.title} characters; this one has ${length}. Nothing was sent: shorten it and send the story again.`,
    );
  const deck = isBlank(fields.deck) ? '' : cleanText(fields.deck).trim();
  const excerpt = shortened(deck, LONGEST.excerpt);
  const cut =
    excerpt === deck
      ? []
      : [
          `Ghost takes decks of ${LONGEST.excerpt} characters; this one has ${Array.from(deck).length}, so its end is missing there.`,
        ];
  return { title: title === '' ? '(Untitled)' : title, excerpt, cut };
}

/** An alt text for the picture on top, and what had to be cut. */
export function ghostAlt(alt: string): { readonly alt: string; readonly cut: readonly string[] } {
  const short = shortened(alt, LONGEST.alt);
  const cut =
    short === alt
      ? []
      : [
          `Ghost takes alt texts of ${LONGEST.alt} characters for the picture on top; the end of this one is missing there.`,
        ];
  return { alt: short, cut };
}

/** Cut after a word where there is one. */
function shortened(text: string, longest: number): string {
  const letters = Array.from(text);
  if (letters.length <= longest) return text;
  const whole = letters.slice(0, longest - 1).join('');
  const words = whole.replace(/\s+\S*$/u, '');
  return `${words.length > whole.length / 2 ? words : whole}…`;
}
