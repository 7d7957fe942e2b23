import { z } from 'zod';
import type { TargetReport } from '../../../../shared/targets/target.ts';
import { asksFor, DeliveryError } from '../DeliveryError.ts';
import { siteMeta } from './siteMeta.ts';
import type { WordPressApi } from './WordPressApi.ts';

const meSchema = z.object({ name: z.string(), capabilities: z.record(z.string(), z.boolean()) });

type Line = TargetReport['lines'][number];

const RIGHTS = [
  ['upload_files', 'Upload pictures'],
  ['edit_posts', 'Make drafts'],
  ['publish_posts', 'Publish and schedule'],
  ['manage_categories', 'Make new categories'],
  ['edit_others_posts', 'Change other people’s posts'],
] as const;

/** What a login may do on a site; a wrong one is asked for where WordPress tells (a public page would answer anyway). */
export async function testWordPress(api: WordPressApi): Promise<TargetReport> {
  const lines: Line[] = [{ state: 'works', words: `“${api.root.name}” answers.` }];
  const site = api.root.name;
  try {
    const me = await api.ask('GET', 'wp/v2/users/me', meSchema, {
      query: { context: 'edit', _fields: 'name,capabilities' },
    });
    lines.push({ state: 'works', words: `You are ${me.name} there.` });
    for (const [right, words] of RIGHTS) lines.push({ state: me.capabilities[right] ? 'works' : 'notAllowed', words });
    if (!me.capabilities['unfiltered_html'])
      lines.push({ state: 'note', words: 'The site cleans what you send: embeds and scripts are taken out.' });
    const meta = Object.keys(await siteMeta(api, 'posts'));
    lines.push(
      meta.length > 0
        ? { state: 'works', words: `The site has fields of its own for: ${meta.join(', ')}.` }
        : { state: 'note', words: 'The site has no fields of its own for dateline or byline; they stand in the text.' },
    );
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    if (asksFor(error, 'unauthorised') && !hasPasswords(api))
      lines.push({
        state: 'failed',
        words: 'This site offers application passwords only over https, or has them switched off.',
      });
    else lines.push({ state: 'failed', words: error.message });
  }
  return { site, lines };
}

const passwordsSchema = z.object({ 'application-passwords': z.unknown() });

function hasPasswords(api: WordPressApi): boolean {
  const offered = passwordsSchema.safeParse(api.root.authentication);
  return offered.success && offered.data['application-passwords'] !== undefined;
}
