import { parentPort } from 'node:worker_threads';
import { DictionaryReader } from './DictionaryReader.ts';
import type { SpellingLanguage } from '../../shared/spelling/spellingLanguages.ts';
import { askMessageSchema, type AnswerMessage, type AskMessage } from './wordMessages.ts';

type Question = Exclude<AskMessage, { readonly kind: 'read' }>;

/* The thread with the dictionaries. It answers in the order it was asked, and has nothing that would have to be kept. */

const reader = new DictionaryReader();
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (data: unknown) => {
  const message = askMessageSchema.safeParse(data);
  if (!message.success) return;
  last = last.then(async () => {
    if (message.data.kind === 'read') await read(message.data.language);
    else parentPort?.postMessage(await answer(message.data), []);
  });
});

/** A dictionary that cannot be read fails again for whoever asks it. */
async function read(language: SpellingLanguage): Promise<void> {
  await reader.read(language).catch((error: unknown) => console.error('A dictionary could not be read:', error));
}

async function answer(message: Question): Promise<AnswerMessage> {
  const { id, language } = message;
  try {
    const found =
      message.kind === 'unknown'
        ? await reader.unknownWords({ language, words: message.words })
        : await reader.suggest(language, message.word);
    return { id, answer: found };
  } catch (error) {
    console.error('Words could not be looked up:', error);
    return { id, answer: null };
  }
}
