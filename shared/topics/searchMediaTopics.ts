import { foldText } from '../lang/foldText.ts';
import { mediaTopics, type MediaTopic } from './mediaTopics.ts';
import { TOPIC_LANGUAGES, type TopicLanguage } from './topicLanguage.ts';

/** A topic that was found, and the label it was found by. */
export interface TopicMatch {
  readonly topic: MediaTopic;
  readonly by: TopicLanguage;
}

interface FoldedLabel {
  readonly language: TopicLanguage;
  readonly text: string;
  readonly words: readonly string[];
}

let index: readonly { readonly topic: MediaTopic; readonly labels: readonly FoldedLabel[] }[] | null = null;

function folded(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function labelIndex() {
  index ??= mediaTopics().map((topic) => ({
    topic,
    labels: TOPIC_LANGUAGES.map((language) => {
      const text = folded(topic.labels[language]);
      return { language, text, words: text.split(' ') };
    }),
  }));
  return index;
}

/** How well a label fits: 0 it is the query, below 2 it begins with it, 2 each word of the query begins one of its; null not. */
function fit({ text, words }: FoldedLabel, query: string, parts: readonly string[]): number | null {
  if (text === query) return 0;
  // The shorter the rest, the likelier it is the one that is being typed.
  if (text.startsWith(query)) return 1 + Math.min(text.length, 99) / 100;
  return parts.every((part) => words.some((word) => startsWord(word, part))) ? 2 : null;
}

/** Arabic and Hebrew write the article, "and" and "in" onto the word; somebody may search without them. */
function startsWord(word: string, part: string): boolean {
  return word.startsWith(part) || word.replace(/^(?:وال|ال|و|ה|ו|ב|ל)(?=\p{L}{2})/u, '').startsWith(part);
}

/**
 * The topics a query fits, best first, in any of the languages: by the beginning of a label, of its words, or by code. Case,
 * accents and the ways keyboards spell a letter do not count. `language` goes first among labels that fit alike. Without a
 * query: the subjects of the first level.
 */
export function searchMediaTopics(query: string, language: TopicLanguage, limit: number): TopicMatch[] {
  const wanted = folded(query);
  if (wanted === '') {
    const first = mediaTopics().filter(({ broader }) => broader === null);
    return first.slice(0, limit).map((topic) => ({ topic, by: language }));
  }
  const code = /^(?:medtop)?\s*(\d{2,8})$/.exec(wanted)?.[1];
  const parts = wanted.split(' ');
  const found: (TopicMatch & { readonly rank: number })[] = [];
  for (const { topic, labels } of labelIndex()) {
    let best: { readonly by: TopicLanguage; readonly rank: number } | null = null;
    if (code !== undefined && topic.code.startsWith(`medtop:${code}`)) best = { by: language, rank: 0 };
    for (const label of labels) {
      const rank = fit(label, wanted, parts);
      if (rank === null) continue;
      // One's own language first, where two fit alike.
      const own = rank * 2 + (label.language === language ? 0 : 1);
      if (best === null || own < best.rank) best = { by: label.language, rank: own };
    }
    if (best !== null) found.push({ topic, ...best });
  }
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ topic, by }) => ({ topic, by }));
}

/** The topic that is called exactly so in some language; null if none is. */
export function findMediaTopic(name: string, language: TopicLanguage): MediaTopic | null {
  const wanted = folded(name);
  const named = (match: TopicMatch) => folded(match.topic.labels[match.by]) === wanted || match.topic.code === name;
  return searchMediaTopics(name, language, 5).find(named)?.topic ?? null;
}
