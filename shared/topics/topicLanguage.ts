/** The languages every topic has a label in, in the order of `MEDIA_TOPIC_TABLE`. */
export const TOPIC_LANGUAGES = ['en', 'fr', 'ar', 'he', 'ur', 'es', 'de'] as const;
export type TopicLanguage = (typeof TOPIC_LANGUAGES)[number];

/** The language of topics' labels for copy in `language` (BCP 47): its own, or English. */
export function topicLanguage(language: string): TopicLanguage {
  const base = language.split('-')[0]?.toLowerCase();
  return TOPIC_LANGUAGES.find((one) => one === base) ?? 'en';
}
