import type { HtmlTagDescriptor, Plugin } from 'vite';

/** The bundle that every start needs, although the shell is drawn without it. */
const ENTRY = /renderer\/editor\/StoryEditor\.tsx$/;

/**
 * Names the editor's bundle and what it imports in the page's head, so that they are read and compiled while the shell draws
 * itself, rather than asked for by it.
 */
export function preloadEditor(): Plugin {
  return {
    name: 'stet-preload-editor',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, path }) {
        // The window that asks for a secret edits nothing.
        if (!bundle || path !== '/index.html') return [];
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const editor = chunks.find(({ facadeModuleId }) => ENTRY.test(facadeModuleId?.replaceAll('\\', '/') ?? ''));
        if (!editor) throw new Error('The editor has no bundle of its own any more.');
        const files = [editor.fileName, ...editor.imports];
        return files.map((file): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
