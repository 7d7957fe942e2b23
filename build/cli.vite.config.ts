import { resolve } from 'node:path';
import { builtinModules } from 'node:module';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { thirdPartyNotices } from './thirdPartyNotices.ts';

const root = resolve(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { dependencies: object };

/** Builds the `stet` command for plain Node 20: the library engine in one file, native packages left outside. */
export default defineConfig({
  root,
  plugins: [thirdPartyNotices()],
  build: {
    target: 'node20',
    outDir: resolve(process.env.STET_OUT ?? resolve(root, 'out'), 'cli'),
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    ssr: resolve(root, 'electron/cli/stet.ts'),
    rollupOptions: {
      external: [
        /^node:/,
        ...builtinModules,
        ...Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
      ],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: Object.keys(manifest.dependencies), target: 'node' },
});
