import { z } from 'zod';
import { bylineAuthors } from '../../../../shared/export/bylineAuthors.ts';
import { foldText } from '../../../../shared/lang/foldText.ts';
import { asksFor } from '../DeliveryError.ts';
import type { WordPressApi } from './WordPressApi.ts';

/** Who on the site a byline names; where nobody, why not, in a sentence. */
export interface FoundAuthor {
  readonly id: number | null;
  readonly why: string | null;
}

const userSchema = z.object({ id: z.int(), name: z.string() });
const meSchema = userSchema.extend({ capabilities: z.record(z.string(), z.boolean()) });

/** Looks for the site’s user a byline names: a post has one author, and not everybody may write in another’s name. */
export async function findAuthor(api: WordPressApi, byline: string): Promise<FoundAuthor> {
  const [name, ...others] = bylineAuthors(byline);
  if (name === undefined) return { id: null, why: null };
  if (others.length > 0) return inText(`A post has one author, and the byline names ${others.length + 1}`);
  const isMeant = (user: { readonly name: string }) => foldText(user.name).trim() === foldText(name).trim();
  try {
    const me = await api.ask('GET', 'wp/v2/users/me', meSchema, {
      query: { context: 'edit', _fields: 'id,name,capabilities' },
    });
    if (isMeant(me)) return { id: me.id, why: null };
    if (!me.capabilities['edit_others_posts']) return inText('Your account may not write in somebody else’s name');
    // Without `who`, only administrators are told of users who have published nothing yet.
    const query = { who: 'authors', search: name, per_page: 100, _fields: 'id,name' };
    const found = (await api.ask('GET', 'wp/v2/users', z.array(userSchema), { query })).filter(isMeant);
    const [only] = found;
    if (only && found.length === 1) return { id: only.id, why: null };
    return inText(only ? `The site has more than one user called “${name}”` : `The site has no user called “${name}”`);
  } catch (error) {
    if (asksFor(error, 'forbidden')) return inText('The site does not say who its users are');
    throw error;
  }
}

function inText(why: string): FoundAuthor {
  return { id: null, why: `${why}: the byline stands in the text.` };
}
