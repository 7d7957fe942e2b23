import { countWords } from '../../shared/story/wordCount.ts';
import type { CleanArticle } from '../fixtures/stories/cleanArticles.ts';

/** Paragraphs of the English ones among these articles, over and over, until there are so many words. */
export function paragraphsOf(articles: readonly CleanArticle[], words: number): string[] {
  const english = articles.filter(({ language }) => language.startsWith('en')).flatMap((one) => one.paragraphs);
  const paragraphs: string[] = [];
  for (let count = 0; count < words;) {
    const text = english[paragraphs.length % english.length] ?? '';
    paragraphs.push(text);
    count += countWords(text);
  }
  return paragraphs;
}
