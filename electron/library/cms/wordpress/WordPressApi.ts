import { z } from 'zod';
import { askPerson, asksFor } from '../DeliveryError.ts';
import { excerpt, judgeLine, readAs, readJson } from '../http/judgeAnswer.ts';
import { payloadOf, withQuery, type SiteCall } from '../http/SiteCall.ts';
import type { SiteAnswer, SiteClient, SiteRequest } from '../http/SiteClient.ts';
import { judgeWordPress } from './judgeWordPress.ts';

const rootSchema = z.object({
  name: z.string().catch(''),
  namespaces: z.array(z.string()),
  authentication: z.unknown(),
});
/** What a site says of itself to anybody. */
export type WordPressRoot = z.infer<typeof rootSchema>;

/**
 * The REST API of one site, wherever it lies: with pretty addresses (`/wp-json/`) or without (`?rest_route=`), in a folder of
 * its host too. Throws DeliveryError for every answer that is no success.
 */
export class WordPressApi {
  private constructor(
    private readonly client: SiteClient,
    private readonly address: string,
    private readonly isPretty: boolean,
    readonly root: WordPressRoot,
    private readonly now: () => number,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Looks for the API at a site’s address. */
  static async find(
    client: SiteClient,
    address: string,
    { now, signal }: { readonly now: () => number; readonly signal?: AbortSignal | undefined },
  ): Promise<WordPressApi> {
    let last: SiteAnswer | null = null;
    for (const isPretty of [true, false]) {
      const url = apiUrl(address, isPretty, '', { _fields: 'name,namespaces,authentication' });
      const asked = client.ask({ method: 'GET', url, signal });
      // Without pretty addresses WordPress leads on from this one to its front page, under the name it has for itself.
      const answer = isPretty ? await asked.catch(unlessRedirected) : await asked;
      if (!answer) continue;
      const root = rootSchema.safeParse(readJson(answer.text));
      if (answer.status === 200 && root.success && root.data.namespaces.includes('wp/v2'))
        return new WordPressApi(client, address, isPretty, root.data, now, signal);
      last = answer;
      if (answer.status === 429 || answer.status >= 500) judgeWordPress(answer, now());
    }
    if (last?.status === 200) judgeLine(last, now());
    throw askPerson(
      'noApi',
      `There is no WordPress that answers at ${address}: ${last ? `it says ${last.status} “${excerpt(last.text)}”` : 'nothing came'}. Check the address; a security plug-in may also have switched the REST API off.`,
    );
  }

  /** Asks and reads the answer by a schema; one that does not fit is told as such. */
  async ask<Value>(
    method: SiteRequest['method'],
    path: string,
    schema: z.ZodType<Value>,
    call: SiteCall = {},
  ): Promise<Value> {
    const answer = await this.askRaw(method, path, call);
    return readAs(answer, schema, `WordPress answers (${path})`);
  }

  /** The answer itself, once it is a success. */
  async askRaw(method: SiteRequest['method'], path: string, call: SiteCall = {}): Promise<SiteAnswer> {
    const answer = await this.askAnyway(method, path, call);
    judgeWordPress(answer, this.now());
    return answer;
  }

  /** The answer whatever it is. */
  askAnyway(method: SiteRequest['method'], path: string, call: SiteCall = {}): Promise<SiteAnswer> {
    const url = apiUrl(this.address, this.isPretty, path, call.query);
    return this.client.ask({ method, url, ...payloadOf(call), signal: this.signal });
  }
}

function unlessRedirected(error: unknown): null {
  if (asksFor(error, 'redirected')) return null;
  throw error;
}

function apiUrl(address: string, isPretty: boolean, path: string, query: SiteCall['query']): URL {
  const url = new URL(isPretty ? `${address}/wp-json/${path}` : `${address}/`);
  if (!isPretty) url.searchParams.set('rest_route', `/${path}`);
  return withQuery(url, query);
}
