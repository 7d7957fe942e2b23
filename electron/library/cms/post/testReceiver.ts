import type { Target, TargetReport } from '../../../../shared/targets/target.ts';
import { DeliveryError } from '../DeliveryError.ts';
import { judgeReceiver } from './judgeReceiver.ts';
import { isThere } from './postFile.ts';
import type { Receiver } from './Receiver.ts';

type Line = TargetReport['lines'][number];

/** No file has this name: a receiver that is asked for it and says “not there” has understood. */
const NO_FILE = '000000000000.jpg';

/** What can be found out about a receiver without posting anything: whether something is there, and whether it lets us in. */
export async function testReceiver(
  { address, profile }: Pick<Target, 'address' | 'profile'>,
  receiver: Receiver,
  now: () => number,
): Promise<TargetReport> {
  const signal = new AbortController().signal;
  const lines: Line[] = [];
  async function look(ask: () => Promise<Line>): Promise<void> {
    try {
      lines.push(await ask());
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      lines.push({ state: 'failed', words: error.message });
    }
  }
  await look(async () => {
    const answer = await receiver.ask({ method: 'OPTIONS', url: new URL(address), signal });
    // Many do not know the question: that they say so is an answer, too.
    if (answer.status !== 405 && answer.status !== 501) judgeReceiver(answer, 'story', now());
    return {
      state: 'note',
      words: 'Something answers where stories go. Whether it takes them shows with the first one.',
    };
  });
  if (profile.filesAddress === '')
    lines.push({ state: 'note', words: 'There is no address for files: pictures and recordings stay here.' });
  else
    await look(async () =>
      (await isThere(NO_FILE, { receiver, address: profile.filesAddress, now, signal }))
        ? { state: 'failed', words: 'Where files go, every name is said to be there already: none would be sent.' }
        : { state: 'works', words: 'Files can be looked up where they go.' },
    );
  return { site: new URL(address).host, lines };
}
