import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { preloadEditor } from './preloadEditor.ts';
import { thirdPartyNotices } from './thirdPartyNotices.ts';

const root = resolve(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { dependencies: object };
const outRoot = process.env.STET_OUT ?? resolve(root, 'out');

/**
 * The targets are written out because the app also runs on an Electron older than the pinned one (Node 20.18, Chromium 130),
 * and a guess from the installed package would be too new for it. Packages in `dependencies` stay outside the bundles (they
 * carry native or WASM files); everything else is bundled, which opens a few files at start instead of a few hundred.
 */
const NODE_TARGET = 'node20.18';
const PAGE_TARGET = 'chrome130';

// The command line shares the engine but is built on its own (cli.vite.config.ts): it runs on plain Node.
const MAIN_ENTRIES = {
  main: resolve(root, 'electron/main.ts'),
  library: resolve(root, 'electron/library/host.ts'),
  images: resolve(root, 'electron/images/host.ts'),
  words: resolve(root, 'electron/words/worker.ts'),
  grammar: resolve(root, 'electron/grammar/worker.ts'),
};

function present(entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));
}

export default defineConfig({
  main: {
    root,
    plugins: [thirdPartyNotices(Object.keys(manifest.dependencies))],
    build: {
      target: NODE_TARGET,
      outDir: resolve(outRoot, 'main'),
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rollupOptions: {
        input: present(MAIN_ENTRIES),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    root,
    plugins: [thirdPartyNotices()],
    build: {
      target: NODE_TARGET,
      outDir: resolve(outRoot, 'preload'),
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      // A sandboxed preload has no require for packages and must be CommonJS in one file.
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: {
        input: present({
          preload: resolve(root, 'electron/preload.ts'),
          secret: resolve(root, 'electron/secretPreload.ts'),
        }),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    base: './',
    plugins: [react(), preloadEditor(), thirdPartyNotices()],
    build: {
      target: PAGE_TARGET,
      outDir: resolve(outRoot, 'renderer'),
      emptyOutDir: true,
      sourcemap: true,
      // Half the bytes to read and parse before the first key; main stays readable in its stack traces.
      minify: true,
      // The page's policy allows no inline script and no data: fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
      rollupOptions: {
        input: present({
          index: resolve(root, 'renderer/index.html'),
          secret: resolve(root, 'renderer/secret.html'),
        }),
      },
    },
  },
});
