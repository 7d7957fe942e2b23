import { z } from 'zod';
import type { WordPressApi } from './WordPressApi.ts';

/** The story’s fields a site may have a place for. */
const FIELDS = ['deck', 'dateline', 'byline', 'slug', 'credit', 'export_key'] as const;
export type MetaField = (typeof FIELDS)[number];

/** The meta keys a site has registered for the fields of a story: whatever a site calls them, they end in the field’s name. */
export type SiteMeta = Readonly<Partial<Record<MetaField, string>>>;

const optionsSchema = z.object({
  schema: z.object({
    properties: z.object({ meta: z.object({ properties: z.record(z.string(), z.unknown()).catch({}) }).optional() }),
  }),
});

/** Which of a story’s fields the site keeps beside its posts or media; what is not registered would be dropped in silence. */
export async function siteMeta(api: WordPressApi, kind: 'posts' | 'media'): Promise<SiteMeta> {
  const { schema } = await api.ask('OPTIONS', `wp/v2/${kind}`, optionsSchema);
  const keys = Object.keys(schema.properties.meta?.properties ?? {});
  const found: Partial<Record<MetaField, string>> = {};
  for (const field of FIELDS) {
    const key = keys.find((name) => name === field || name.endsWith(`_${field}`));
    if (key !== undefined) found[field] = key;
  }
  return found;
}

/** The same without the fields a target is not to know: they are left as the site has them. */
export function metaWithout(meta: SiteMeta, kept: readonly string[]): SiteMeta {
  return Object.fromEntries(Object.entries(meta).filter(([field]) => !kept.includes(field)));
}
