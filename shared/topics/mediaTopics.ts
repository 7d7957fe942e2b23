import { MEDIA_TOPIC_TABLE } from './mediaTopicTable.ts';
import type { TopicLanguage } from './topicLanguage.ts';

/** One subject of the IPTC Media Topics. */
export interface MediaTopic {
  /** `medtop:` and eight digits, as NewsML-G2 and ninjs write it. */
  readonly code: string;
  /** The subject above; null for one of the first level. */
  readonly broader: MediaTopic | null;
  readonly labels: Readonly<Record<TopicLanguage, string>>;
}

let topics: readonly MediaTopic[] | null = null;

/** Every topic Stet knows, a broader one before those under it. Read from the table at the first asking. */
export function mediaTopics(): readonly MediaTopic[] {
  topics ??= readTable(MEDIA_TOPIC_TABLE);
  return topics;
}

function readTable(table: string): MediaTopic[] {
  const known = new Map<string, MediaTopic>();
  for (const line of table.trim().split('\n')) {
    const [digits = '', broader = '', ...labels] = line.split('|');
    const [en = '', fr = en, ar = en, he = en, ur = en, es = en, de = en] = labels;
    known.set(digits, {
      code: `medtop:${digits}`,
      broader: known.get(broader) ?? null,
      labels: { en, fr, ar, he, ur, es, de },
    });
  }
  return [...known.values()];
}
