import { parentPort } from 'node:worker_threads';
import { readMessageSchema, type ReadAnswer, type ReadMessage } from './grammarMessages.ts';
import { HarperReader } from './HarperReader.ts';

/* The thread with the grammar engine. It answers in the order it was asked, and has nothing that would have to be kept. */

const reader = new HarperReader();
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (data: unknown) => {
  const message = readMessageSchema.safeParse(data);
  if (!message.success) return;
  last = last.then(async () => parentPort?.postMessage(await answer(message.data), []));
});

async function answer({ id, ...query }: ReadMessage): Promise<ReadAnswer> {
  try {
    return { id, answer: await reader.read(query) };
  } catch (error) {
    console.error('Grammar could not be read:', error);
    return { id, answer: null };
  }
}
