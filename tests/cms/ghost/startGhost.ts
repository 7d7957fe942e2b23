import type { TestProject } from 'vitest/node';
import { NoGhost } from './fetchGhost.ts';
import { GhostSite, type GhostFacts } from './GhostSite.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The running site, or why there is none. */
    ghost: GhostFacts | string;
  }
}

/** Vitest’s global set-up: one Ghost for all tests that send to one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    const site = await GhostSite.start();
    console.warn(`Ghost ${site.facts.version} answers at ${site.facts.url}.`);
    project.provide('ghost', site.facts);
    return () => site.stop();
  } catch (error) {
    if (!(error instanceof NoGhost)) throw error;
    console.warn(`There is no Ghost to test with: ${error.message}.`);
    project.provide('ghost', error.message);
    return () => Promise.resolve();
  }
}
