import { join } from 'node:path';
import { build } from 'vite';

const PAGES = join(import.meta.dirname, 'pages');

/** Builds the peers' pages for production into `folder`. */
export async function buildPeers(folder: string): Promise<void> {
  await build({
    root: PAGES,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      rollupOptions: { input: ['hello', 'contenteditable', 'lexical'].map((name) => join(PAGES, name, 'index.html')) },
    },
  });
}

/** The command line of the peers' app for these arms on a text of so many paragraphs. */
export function peerArguments(dist: string, arms: readonly string[], paragraphs: number, profile: string): string[] {
  return [
    join(import.meta.dirname, 'app'),
    `--dist=${dist}`,
    `--arms=${arms.join()}`,
    `--paragraphs=${paragraphs}`,
    `--user-data-dir=${profile}`,
  ];
}
