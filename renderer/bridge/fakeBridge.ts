import type { Bridge } from '../../shared/ipc/bridge.ts';
import type {
  MainAnswer,
  MainEvent,
  MainEventData,
  MainPayload,
  MainRequest,
  Settings,
} from '../../shared/ipc/mainContract.ts';
import type { ImportOutcome } from '../../shared/ipc/librarySchemas.ts';
import type { SecretPlace } from '../../shared/ipc/secretContract.ts';
import { newStoryId } from '../../shared/story/ids.ts';
import { fail, succeed, type Result } from '../../shared/lang/result.ts';
import { FakeLibrary } from './FakeLibrary.ts';

/** A bridge without an app behind it, and the strings to pull. */
export interface FakeBridge extends Bridge {
  readonly library: FakeLibrary;
  /** What main was asked, in order. */
  readonly asked: { readonly name: MainRequest; readonly payload: unknown }[];
  /** Lets main say something. */
  emitMain<Name extends MainEvent>(name: Name, data: MainEventData<Name>): void;
  /** Lets every later request of this name fail, until called with null. */
  failMain(name: MainRequest, failure: Result<never> | null): void;
  /** What the next file chooser answers. */
  nextImports: ImportOutcome[];
  /** Where the next secret is kept; null: nobody types one. */
  secretPlace: SecretPlace | null;
}

type MainHandlers = { [Name in MainRequest]: (payload: MainPayload<Name>) => MainAnswer<Name> };

const SETTINGS: Settings = {
  name: 'Ayesha Khan',
  byline: '',
  datelinePlace: 'Islamabad',
  language: 'en',
  appearance: 'system',
  libraryFolder: '/home/ayesha/Stet',
  lastStory: null,
  marks: true,
  spelling: true,
  grammar: false,
  dictionary: [],
  lastTarget: null,
  roles: {},
  panes: { library: true, inspector: true, libraryWidth: 296, inspectorWidth: 304 },
};

/** Makes a bridge with an empty library in memory. */
export function fakeBridge(settingsChange: Partial<Settings> = {}): FakeBridge {
  const library = new FakeLibrary();
  const listeners = new Map<string, Set<(data: never) => void>>();
  const failures = new Map<MainRequest, Result<never>>();
  const asked: FakeBridge['asked'] = [];
  let settings: Settings = { ...SETTINGS, ...settingsChange };

  const handlers: MainHandlers = {
    'settings.read': () => settings,
    'settings.change': (change) => {
      settings = { ...settings, ...change };
      emitMain('settings.changed', settings);
      return settings;
    },
    'settings.chooseLibraryFolder': () => '/home/ayesha/Elsewhere',
    'app.info': () => ({
      version: '0.1.0',
      electron: '0.0.0',
      chromium: '0.0.0.0',
      node: '0.0.0',
      runtime: 'No Electron: this is the page on its own.',
      sqlite: '3.0.0',
      libraryFolder: settings.libraryFolder,
      platform: 'linux',
    }),
    'exports.save': ({ storyId, target }) => library.recordExport(storyId, target),
    'handover.save': ({ order }) => library.recordHandover(order),
    'media.saveRequest': () => ({ files: 2 }),
    'media.saveAnswer': () => ({
      ...{ id: 1, storyId: newStoryId(), at: '2026-11-30T10:00:00.000Z', kind: 'handedOver', detail: {} },
      summary: 'One file Leila asked for went out as “Originals.stet”.',
    }),
    'exports.reveal': () => null,
    'secrets.ask': ({ targetId }) => {
      if (bridge.secretPlace !== null) library.outbox.unlock(targetId, true);
      return bridge.secretPlace;
    },
    'secrets.forget': ({ targetId }) => {
      library.outbox.unlock(targetId, false);
      return null;
    },
    'targets.chooseFolder': () => '/home/ayesha/Wire',
    'codes.reveal': () => null,
    'imports.choose': () => bridge.nextImports.length,
    'imports.take': () => bridge.nextImports,
    'links.open': () => null,
    'window.showStory': () => null,
    'window.enableActions': () => null,
    'window.flushed': () => null,
  };

  function emitMain<Name extends MainEvent>(name: Name, data: MainEventData<Name>): void {
    for (const listener of listeners.get(name) ?? []) (listener as (data: MainEventData<Name>) => void)(data);
  }

  const bridge: FakeBridge = {
    library,
    asked,
    nextImports: [],
    secretPlace: 'keyring',
    emitMain,
    failMain(name, failure) {
      if (failure) failures.set(name, failure);
      else failures.delete(name);
    },
    ask(name, payload) {
      asked.push({ name, payload });
      return Promise.resolve(failures.get(name) ?? succeed(handlers[name](payload)));
    },
    onMain(name, listener) {
      const named = listeners.get(name) ?? new Set();
      listeners.set(name, named);
      named.add(listener);
      return () => {
        named.delete(listener);
      };
    },
    addPicture(file, ticket) {
      if (!/\.(jpe?g|png|webp|gif|avif)$/i.test(file.name)) {
        return Promise.resolve(fail('notAPicture', `${file.name} is not a picture Stet can read.`));
      }
      return library.request('media.add', { name: file.name, bytes: new Uint8Array(1), ticket });
    },
    async importFiles(files) {
      const outcomes: ImportOutcome[] = [];
      for (const file of files) outcomes.push(await importOne(file));
      return succeed(outcomes);
    },
  };

  async function importOne(file: File): Promise<ImportOutcome> {
    if (!/\.(txt|md)$/i.test(file.name)) {
      return { ok: false, fileName: file.name, message: `${file.name} is not a document Stet can open.` };
    }
    const storyId = library.importText(file.name.replace(/\.\w+$/, ''), await file.text());
    return {
      ok: true,
      imported: { storyId, fileName: file.name, alreadyHere: false, notes: [], furniture: [] },
    };
  }

  return bridge;
}
