import { ENGLISH_TOPIC_TABLE } from './englishTopicTable.ts';
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

/** Every topic Stet knows, a broader one before those under it. Read from the tables at the first asking. */
export function mediaTopics(): readonly MediaTopic[] {
  topics ??= readTables();
  return topics;
}

function readTables(): MediaTopic[] {
  const known = new Map<string, MediaTopic>();
  const add = (digits: string, broader: string, [en = '', ...others]: readonly string[]) => {
    const [fr = en, ar = en, he = en, ur = en, es = en, de = en] = others;
    const labels = { en, fr, ar, he, ur, es, de };
    known.set(digits, { code: `medtop:${digits}`, broader: known.get(broader) ?? null, labels });
  };
  for (const line of MEDIA_TOPIC_TABLE.trim().split('\n')) {
    const [digits = '', broader = '', ...labels] = line.split('|');
    add(digits, broader, labels);
  }
  for (const line of ENGLISH_TOPIC_TABLE.trim().split('\n')) {
    const [broader = '', under = ''] = line.split('|');
    for (const topic of under.split(';')) add(topic.slice(0, 8), broader, [topic.slice(9)]);
  }
  return [...known.values()];
}
