import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_PROFILE, type Target, type TargetId } from '../../shared/targets/target.ts';
import { describeTarget } from './describeTarget.ts';
import { ReceiverStandIn } from './ReceiverStandIn.ts';
import { SiteReader } from './wordpress/SiteReader.ts';
import { wordPress } from './wordpress/StoryDesk.ts';

interface Item {
  readonly headline: string;
  readonly uri: string;
}

/** What a receiver of ninjs items has of a headline: an item once, however many versions of it there are. */
function itemsOf(texts: readonly string[], headline: string): { count: number; text: string } {
  const items = texts.map((text) => JSON.parse(text) as Item).filter((item) => item.headline === headline);
  return { count: new Set(items.map(({ uri }) => uri)).size, text: JSON.stringify(items) };
}

describeTarget('a folder', true, async () => {
  const root = mkdtempSync(join(tmpdir(), 'stet-wire-'));
  const folder = join(root, 'wire');
  mkdirSync(folder);
  return {
    target: (desk) => desk.addFolder(folder),
    look: async (headline) => {
      const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
      return itemsOf(
        names.map((name) => readFileSync(join(folder, name), 'utf8')),
        headline,
      );
    },
    close: async () => rmSync(root, { recursive: true, force: true }),
  };
});

describeTarget('a receiver of the wire (a stand-in)', true, async () => {
  const receiver = await ReceiverStandIn.start('password');
  return {
    target: (desk) => {
      const target: Target = {
        ...{ id: crypto.randomUUID() as TargetId, name: 'Night wire', kind: 'http', address: `${receiver.url}/push` },
        account: ReceiverStandIn.account,
        profile: { ...DEFAULT_PROFILE, filesAddress: `${receiver.url}/push_binary` },
      };
      desk.library.targets.save(target);
      desk.library.targets.unlock(target.id, ReceiverStandIn.secret);
      return target;
    },
    look: async (headline) =>
      itemsOf(
        receiver.posted.map(({ text }) => text),
        headline,
      ),
    close: () => receiver.close(),
  };
});

describeTarget('a WordPress', wordPress !== null, async () => {
  if (!wordPress) throw new Error('There is no site');
  const { url, people } = wordPress;
  const reader = new SiteReader(url, people.editor);
  return {
    target: (desk) => desk.addTarget(url, people.editor),
    look: async (headline) => {
      const posts = await reader.posts(headline);
      return { count: posts.length, text: JSON.stringify(posts) };
    },
    close: async () => undefined,
  };
});
