import type { TestProject } from 'vitest/node';
import { NoWordPress } from './fetchWordPress.ts';
import { WordPressSite, type SiteFacts } from './WordPressSite.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The running site, or why there is none. */
    wordPress: SiteFacts | string;
  }
}

/** Vitest’s global set-up: one WordPress for all tests that send to one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    const site = await WordPressSite.start();
    console.warn(`WordPress ${site.facts.version} answers at ${site.facts.url}.`);
    project.provide('wordPress', site.facts);
    return () => site.stop();
  } catch (error) {
    if (!(error instanceof NoWordPress)) throw error;
    console.warn(`There is no WordPress to test with: ${error.message}.`);
    project.provide('wordPress', error.message);
    return () => Promise.resolve();
  }
}
