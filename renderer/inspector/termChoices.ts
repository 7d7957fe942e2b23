import { foldText } from '../../shared/lang/foldText.ts';
import type * as topicSearch from '../../shared/topics/searchMediaTopics.ts';
import type { TopicLanguage } from '../../shared/topics/topicLanguage.ts';
import { writeTopicTerm } from '../../shared/topics/topicTerm.ts';
import type { KnownTerm } from './FieldsSource.ts';

/** A term on offer. */
export interface TermChoice {
  /** What the story keeps. */
  readonly term: string;
  readonly name: string;
  /** What it is also called, or what it is under; may be empty. */
  readonly hint: string;
}

/** Most choices shown at once. */
const MOST = 20;

type Topics = typeof topicSearch;
let loading: Promise<Topics> | null = null;

/** The IPTC topics; their table is read when somebody first comes to a field that wants it. */
export function loadTopics(): Promise<Topics> {
  loading ??= import('../../shared/topics/searchMediaTopics.ts');
  return loading;
}

/** The house's terms that are called so, or begin so, in any of their names. */
export function houseChoices(typed: string, known: readonly KnownTerm[]): TermChoice[] {
  const wanted = foldText(typed.trim());
  return known
    .filter(({ name, also }) =>
      [name, ...also].some((one) =>
        foldText(one)
          .split(/[^\p{L}\p{M}\p{N}]+/u)
          .some((_, at, words) => words.slice(at).join(' ').startsWith(wanted)),
      ),
    )
    .slice(0, MOST)
    .map(({ name, also }) => ({ term: name, name, hint: also.join(' · ') }));
}

/** The IPTC topics that fit, named in `language`; the name they were found by stands beside what they are under. */
export function topicChoices(topics: Topics, typed: string, language: TopicLanguage): TermChoice[] {
  return topics.searchMediaTopics(typed, language, MOST).map(({ topic, by }) => {
    const name = topic.labels[language];
    const found = topic.labels[by];
    const hints = [found === name ? '' : found, topic.broader?.labels[language] ?? ''].filter((hint) => hint !== '');
    return { term: writeTopicTerm(topic.code, name), name, hint: hints.join(' · ') };
  });
}
