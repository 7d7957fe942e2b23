import { z } from 'zod';
import type { Target, TargetReport } from '../../../../shared/targets/target.ts';
import { asksFor, DeliveryError } from '../DeliveryError.ts';
import type { GhostApi } from './GhostApi.ts';

const siteSchema = z.object({ site: z.object({ title: z.string().catch(''), version: z.string().catch('') }) });

type Line = TargetReport['lines'][number];

/** Asked with the key: what a story needs to be sent. */
const WAYS = [
  ['posts/', 'Make and change posts, schedule and publish them'],
  ['tags/', 'Find and make tags'],
  ['users/', 'Find authors'],
] as const;

/** What works on a Ghost with a key; writes nothing. */
export async function testGhost(api: GhostApi, { profile }: Pick<Target, 'profile'>): Promise<TargetReport> {
  const lines: Line[] = [];
  let name = '';
  try {
    const { site } = await api.ask('GET', 'site/', siteSchema);
    name = `${site.title}, Ghost ${site.version}`;
    lines.push({ state: 'works', words: `“${site.title}” answers.` });
    if (Number.parseInt(site.version, 10) < 5)
      lines.push({ state: 'failed', words: 'This Ghost is older than version 5, whose editor Stet writes for.' });
    for (const [path, words] of WAYS) lines.push(await tryWay(api, path, words));
    lines.push({ state: 'note', words: 'Pictures are sent with the first story: Ghost has no way to try that.' });
    lines.push({ state: 'note', words: 'No newsletter goes out: Stet never asks Ghost for one.' });
    if (profile.status === 'pending')
      lines.push({ state: 'note', words: 'Ghost has no posts that wait for review: a sent story becomes a draft.' });
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    lines.push({ state: 'failed', words: error.message });
  }
  if (api.clockWords !== null) lines.push({ state: 'note', words: api.clockWords });
  return { site: name, lines };
}

async function tryWay(api: GhostApi, path: string, words: string): Promise<Line> {
  try {
    await api.ask('GET', path, z.looseObject({}), { query: { limit: 1, fields: 'id' } });
    return { state: 'works', words };
  } catch (error) {
    if (!asksFor(error, 'forbidden')) throw error;
    return { state: 'notAllowed', words };
  }
}
