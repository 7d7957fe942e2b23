import { escapeText } from '../../../../shared/export/html/escapeHtml.ts';
import { storyStem } from '../../../../shared/export/exportFileName.ts';
import type { Story } from '../../../../shared/story/story.ts';
import type { TargetProfile } from '../../../../shared/targets/target.ts';
import type { SiteMeta } from './siteMeta.ts';

/** How far a post has come; it is never taken back by an update. */
const RANK: Readonly<Record<string, number>> = {
  draft: 0,
  'auto-draft': 0,
  pending: 1,
  future: 2,
  publish: 3,
  private: 3,
};

export interface Standing {
  readonly status: string;
  /** When it is to appear, as WordPress takes it; left out where that is now or never. */
  readonly date_gmt?: string;
}

/**
 * What a post shall be: as the target’s profile says, but scheduled while its embargo is to come, and a draft while its
 * pictures are missing. Null where an update leaves what is there.
 */
export function standing(
  { embargo }: Pick<Story['fields'], 'embargo'>,
  { status }: Pick<TargetProfile, 'status'>,
  { now, isTextOnly, current }: { readonly now: number; readonly isTextOnly: boolean; readonly current: string | null },
): Standing | null {
  const isToCome = embargo !== null && Date.parse(embargo) > now;
  // Never with `date: null` beside it: WordPress would publish at once.
  const wanted: Standing =
    status === 'publish' && isToCome
      ? { status: 'future', date_gmt: new Date(embargo).toISOString().slice(0, 19) }
      : { status: isTextOnly ? 'draft' : status };
  if (isTextOnly && current !== null) return null;
  if (isTextOnly) return { status: 'draft' };
  if (current === null) return wanted;
  return (RANK[wanted.status] ?? 0) > (RANK[current] ?? 3) ? wanted : null;
}

/** A slug nobody else has: the story’s own, and a piece of the key. */
export function postSlug(story: Story, key: string): string {
  return `${storyStem(story.fields).toLowerCase()}-${key.slice(0, 8)}`;
}

/** Headline and deck as WordPress takes them: HTML. */
export function postTexts({ fields }: Story): { readonly title: string; readonly excerpt: string } {
  return { title: escapeText(fields.headline), excerpt: escapeText(fields.deck) };
}

/** The story’s fields for the places a site has for them. */
export function postMeta({ fields }: Story, meta: SiteMeta, key: string): Record<string, string> {
  const values = {
    deck: fields.deck,
    dateline: fields.dateline,
    byline: fields.byline,
    slug: fields.slug,
    export_key: key,
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      const name = meta[field as keyof typeof values];
      return name === undefined ? [] : [[name, value]];
    }),
  );
}
