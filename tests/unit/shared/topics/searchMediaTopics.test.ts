import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaTopics } from '../../../../shared/topics/mediaTopics.ts';
import { findMediaTopic, searchMediaTopics } from '../../../../shared/topics/searchMediaTopics.ts';
import { TOPIC_LANGUAGES, topicLanguage } from '../../../../shared/topics/topicLanguage.ts';
import { readTopicTerm, writeTopicTerm } from '../../../../shared/topics/topicTerm.ts';

const codes = (query: string, limit = 50) => searchMediaTopics(query, 'en', limit).map(({ topic }) => topic.code);

describe('the media topics', () => {
  it('are whole: every code once, every label there, every topic under one of the first level', () => {
    const topics = mediaTopics();
    expect(new Set(topics.map(({ code }) => code)).size).toBe(topics.length);
    expect(topics.filter(({ broader }) => broader === null).map(({ code }) => code)).toEqual(
      Array.from({ length: 17 }, (_, index) => `medtop:${String(index + 1).padStart(2, '0')}000000`),
    );
    for (const { code, labels, broader } of topics) {
      expect(code).toMatch(/^medtop:(?:\d\d000000|2000\d{4})$/);
      expect(broader !== null).toBe(code.startsWith('medtop:2'));
      expect(Object.keys(labels)).toEqual([...TOPIC_LANGUAGES]);
      for (const language of TOPIC_LANGUAGES) expect(labels[language], `${code} ${language}`).toMatch(/^\S(?:.*\S)?$/u);
      // All the other languages have a label, or none has.
      const own = TOPIC_LANGUAGES.filter((language) => language !== 'en' && labels[language] !== labels.en);
      if (own.length === 0) continue;
      for (const language of ['ar', 'ur'] as const) expect(labels[language]).toMatch(/^[\p{Script=Arabic}\p{M}\s،]+$/u);
      expect(labels.he).toMatch(/^[\p{Script=Hebrew}\s,־]+$/u);
    }
  });
});

describe('searching them', () => {
  it.each([
    ['war', 'medtop:20000062'],
    ['WAR and pe', 'medtop:16000000'],
    ['élections', 'medtop:20000574'],
    ['elections', 'medtop:20000574'],
    ['حَرْب', 'medtop:20000062'],
    ['ثقافه', 'medtop:20000038'],
    ['מלחמה', 'medtop:20000062'],
    ['בחיר', 'medtop:20000574'],
    ['سیلاب', 'medtop:20000154'],
    ['سيلاب', 'medtop:20000154'],
    ['UBERSCHWEMMUNG', 'medtop:20000154'],
    ['cambio clim', 'medtop:20000418'],
    ['medtop:20000154', 'medtop:20000154'],
    ['20000154', 'medtop:20000154'],
  ])('finds by “%s”', (query, code) => {
    expect(codes(query)[0]).toBe(code);
  });

  it('finds by any word of a label, and by an Arabic or Hebrew one without what is written onto it', () => {
    expect(codes('peace')).toEqual(expect.arrayContaining(['medtop:16000000', 'medtop:20000073']));
    expect(codes('سلام')).toEqual(expect.arrayContaining(['medtop:16000000', 'medtop:20000073']));
    expect(codes('ממשל')).toContain('medtop:11000000');
  });

  it('offers the first level where nothing is typed, and nothing where nothing fits', () => {
    expect(codes('  ')).toHaveLength(17);
    expect(codes('zzzz')).toEqual([]);
    expect(codes('a', 5)).toHaveLength(5);
  });

  it('finds every topic by its own label in every language, whatever the label', () => {
    const topic = fc.constantFrom(...mediaTopics());
    fc.assert(
      fc.property(topic, fc.constantFrom(...TOPIC_LANGUAGES), fc.boolean(), ({ code, labels }, language, upper) => {
        const label = upper ? labels[language].toUpperCase() : labels[language];
        expect(codes(label)).toContain(code);
        expect(findMediaTopic(label, language)?.labels[language]).toBe(labels[language]);
      }),
    );
  });

  it('knows a name only whole', () => {
    expect(findMediaTopic('poli', 'en')).toBeNull();
    expect(findMediaTopic('Police', 'en')?.code).toBe('medtop:20000133');
  });
});

describe('a stored topic', () => {
  it('is code and label, and any other words are a label', () => {
    expect(readTopicTerm(writeTopicTerm('medtop:16000000', 'conflict, war and peace'))).toEqual({
      code: 'medtop:16000000',
      label: 'conflict, war and peace',
    });
    for (const term of ['Ports', 'medtop:1 x', 'medtop:16000000', ''])
      expect(readTopicTerm(term)).toEqual({ code: null, label: term });
  });

  it('is labelled in the story’s language, or in English', () => {
    expect(['ar-LB', 'AR', 'ps', '', 'en-GB'].map(topicLanguage)).toEqual(['ar', 'ar', 'en', 'en', 'en']);
  });
});
