/** What the files of one part of the house may import. The first rule whose `part` begins a path is the one that holds. */
export interface ImportRule {
  /** A folder (ending in `/`) or a file, from the project's root. */
  readonly part: string;
  /** Other parts it may import; its own always. */
  readonly parts: readonly string[];
  /** Packages by name; one ending in `*` allows all that begin so. */
  readonly packages: readonly string[];
  /** Whether it may import Node's own modules. */
  readonly node: boolean;
}

const REACT = ['react', 'react-dom'];
const WIDGETS = [...REACT, '@base-ui/react', 'lucide-react'];

function screen(name: string, packages: readonly string[] = []): ImportRule {
  return {
    part: `renderer/${name}/`,
    parts: ['renderer/ui/', 'renderer/bridge/', 'shared/'],
    packages: [...WIDGETS, ...packages],
    node: false,
  };
}

/** The house of ARCHITECTURE.md. A path that no rule covers is an error: give a new folder its rule here first. */
export const IMPORT_RULES: readonly ImportRule[] = [
  { part: 'shared/', parts: [], packages: ['zod', 'parse5', 'marked', 'yaml', 'node-diff3'], node: false },

  // Composition root of the main process.
  { part: 'electron/main.ts', parts: ['electron/', 'shared/'], packages: ['electron'], node: true },
  // Sandboxed: no Node, one file.
  { part: 'electron/preload.ts', parts: ['shared/'], packages: ['electron'], node: false },
  { part: 'electron/secretPreload.ts', parts: ['shared/'], packages: ['electron'], node: false },
  // The engine knows no Electron: it also runs in the command line and in plain Node tests.
  {
    part: 'electron/library/db/',
    parts: ['electron/library/', 'shared/'],
    packages: ['@photostructure/sqlite'],
    node: true,
  },
  // Composition root of the library's process.
  {
    part: 'electron/library/host.ts',
    parts: ['electron/library/', 'electron/words/', 'electron/grammar/', 'shared/'],
    packages: [],
    node: true,
  },
  // The only importer of age-encryption.
  {
    part: 'electron/library/packages/sealedFile.ts',
    parts: [],
    packages: ['age-encryption'],
    node: true,
  },
  {
    part: 'electron/library/',
    parts: ['shared/'],
    packages: [
      'zod',
      '@scure/base',
      'mammoth',
      'marked',
      'parse5',
      'yaml',
      'yauzl',
      'yazl',
      'exifreader',
      '@xmldom/xmldom',
      'node-diff3',
    ],
    node: true,
  },
  { part: 'electron/images/', parts: ['shared/'], packages: ['sharp', 'zod'], node: true },
  // Knows what a thread is, and nothing of what is asked.
  { part: 'electron/threads/', parts: [], packages: [], node: true },
  { part: 'electron/grammar/', parts: ['electron/threads/', 'shared/'], packages: ['harper.js', 'zod'], node: true },
  {
    part: 'electron/words/',
    parts: ['electron/threads/', 'shared/'],
    packages: ['hunspell-wasm', 'dictionary-*', '@cspell/*', 'zod'],
    node: true,
  },
  {
    part: 'electron/cli/',
    parts: ['electron/library/', 'electron/images/', 'electron/words/', 'electron/grammar/', 'shared/'],
    packages: ['zod'],
    node: true,
  },
  { part: 'electron/settings/', parts: ['shared/'], packages: ['electron', 'electron-store', 'zod'], node: true },
  { part: 'electron/security/', parts: ['shared/'], packages: ['electron'], node: true },
  { part: 'electron/ipc/', parts: ['electron/security/', 'shared/'], packages: ['electron', 'zod'], node: true },
  {
    part: 'electron/app/',
    // The manifest names the Electron that is pinned; About says which one runs.
    parts: ['electron/ipc/', 'electron/security/', 'electron/settings/', 'shared/', 'package.json'],
    packages: ['electron', 'zod'],
    node: true,
  },

  // Composition roots of the page.
  { part: 'renderer/main.tsx', parts: ['renderer/', 'shared/'], packages: REACT, node: false },
  { part: 'renderer/app/', parts: ['renderer/', 'shared/'], packages: WIDGETS, node: false },
  // Primitives know no domain words; `lang` and the way accelerators are written are none.
  {
    part: 'renderer/ui/',
    parts: ['shared/lang/', 'shared/actions/'],
    packages: [...WIDGETS, '@fontsource*'],
    node: false,
  },
  { part: 'renderer/bridge/', parts: ['shared/'], packages: REACT, node: false },
  // The window that asks for a secret: a page of its own, as small as can be.
  { part: 'renderer/secret/', parts: ['renderer/ui/', 'shared/'], packages: [], node: false },
  screen('editor', ['lexical', '@lexical/*', 'zod']),
  screen('library', ['@tanstack/react-virtual']),
  screen('captions', ['@tanstack/react-virtual']),
  ...[
    'media',
    'inspector',
    'review',
    'checks',
    'export',
    'settings',
    'help',
    'revisions',
    'codes',
    'targets',
    'outbox',
    'remotes',
    'conflicts',
    'handover',
    'workflow',
  ].map((name) => screen(name)),

  { part: 'build/', parts: [], packages: ['*'], node: true },
  { part: 'tests/', parts: ['build/', 'electron/', 'renderer/', 'shared/'], packages: ['*'], node: true },
];

/** Packages that have one door each; the file or folder named is the only importer outside tests and build scripts. */
export const ONLY_IMPORTERS: Readonly<Record<string, string>> = {
  '@photostructure/sqlite': 'electron/library/db/',
  'electron-store': 'electron/settings/',
  sharp: 'electron/images/',
  'hunspell-wasm': 'electron/words/',
  'dictionary-*': 'electron/words/',
  lexical: 'renderer/editor/',
  '@lexical/*': 'renderer/editor/',
};

/** Whether a package's name is in a list that may hold `prefix*`. */
export function isNamedIn(list: readonly string[], name: string): boolean {
  return list.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name));
}

/** The rule that holds for a path; undefined if the house has no such room. */
export function ruleFor(path: string): ImportRule | undefined {
  return IMPORT_RULES.find((rule) => isIn(rule.part, path));
}

/** Whether a path is this file or in this folder. */
export function isIn(part: string, path: string): boolean {
  return part.endsWith('/') ? path.startsWith(part) : path === part;
}
