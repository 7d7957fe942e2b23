import { z } from 'zod';
import { actionIdSchema } from '../actions/actionIdSchema.ts';
import { handoverOrderSchema, sealForSchema } from '../handover/handover.ts';
import { storyIdSchema } from '../story/story.ts';
import { targetIdSchema } from '../targets/target.ts';
import {
  exportReviewSchema,
  exportTargetSchema,
  historyEntrySchema,
  importOutcomeSchema,
  overrideSchema,
  ownWordSchema,
} from './librarySchemas.ts';
import { roleSchema } from '../workflow/role.ts';
import { secretPlaceSchema } from './secretContract.ts';

/** What the user sets (kept by electron-store). `library` is a folder; changing it takes effect at the next start. */
export const settingsSchema = z.strictObject({
  name: z.string().max(200),
  byline: z.string().max(200),
  datelinePlace: z.string().max(200),
  /** BCP 47 language new stories start in. */
  language: z.string().max(35),
  appearance: z.enum(['system', 'light', 'dark']),
  libraryFolder: z.string().max(4096),
  /** The story that came to the page last, and when; main keeps it from `window.showStory`. A hint: it may be gone. */
  lastStory: z.strictObject({ id: storyIdSchema, at: z.string().max(40) }).nullable(),
  /** Whether the findings of the checks are marked on the page. */
  marks: z.boolean(),
  /** Whether spelling is looked at while writing. */
  spelling: z.boolean(),
  /** Whether English is read for grammar while writing. */
  grammar: z.boolean(),
  /** The user's own words, right as they are. */
  dictionary: z.array(ownWordSchema).max(50_000),
  /** The target a story was sent to last; a hint, as it may be gone. */
  lastTarget: targetIdSchema.nullable(),
  /** What whoever sits here does in each library, by its folder; a correspondent's work where it says nothing. */
  roles: z.record(z.string().max(4096), roleSchema),
  panes: z.strictObject({
    library: z.boolean(),
    inspector: z.boolean(),
    libraryWidth: z.int().min(200).max(600),
    inspectorWidth: z.int().min(220).max(600),
  }),
});
export type Settings = z.infer<typeof settingsSchema>;

export const appInfoSchema = z.strictObject({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  /** One sentence on which Electron runs: the pinned one, or the fallback and why. */
  runtime: z.string(),
  sqlite: z.string(),
  libraryFolder: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32', 'other']),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

const nothing = z.strictObject({});
const done = z.null();

/** What the renderer may ask of the main process (dialogs, settings, the system); payloads parsed, senders checked. */
export const mainRequests = {
  'settings.read': { payload: nothing, answer: settingsSchema },
  'settings.change': { payload: settingsSchema.partial(), answer: settingsSchema },
  /** Opens the system's folder chooser; null when the user thought better of it. */
  'settings.chooseLibraryFolder': { payload: nothing, answer: z.string().nullable() },
  'app.info': { payload: nothing, answer: appInfoSchema },
  /** Asks where, writes there, answers the receipt; null when the user cancelled. Paths never reach the page. */
  'exports.save': {
    payload: z.strictObject({
      storyId: storyIdSchema,
      target: exportTargetSchema,
      review: exportReviewSchema.optional(),
      override: overrideSchema.nullable().default(null),
    }),
    answer: historyEntrySchema.nullable(),
  },
  /** Asks where, hands the story over there as a package, answers the receipt; null when the user cancelled. */
  'handover.save': { payload: z.strictObject({ order: handoverOrderSchema }), answer: historyEntrySchema.nullable() },
  /** Asks where, writes there a request for what of a story is not here, answers how many files; null when cancelled. */
  'media.saveRequest': {
    payload: z.strictObject({ storyId: storyIdSchema, by: z.string().trim().min(1).max(500), sealFor: sealForSchema }),
    answer: z.strictObject({ files: z.int() }).nullable(),
  },
  /** Asks where, writes there what an opened request asks for, answers the receipt; null when cancelled. */
  'media.saveAnswer': {
    payload: z.strictObject({
      ref: z.string().max(100),
      by: z.string().trim().min(1).max(500),
      sealFor: sealForSchema,
    }),
    answer: historyEntrySchema.nullable(),
  },
  /** Shows the file of an export, or of a package that was handed over, in the system's file manager. */
  'exports.reveal': { payload: z.strictObject({ storyId: storyIdSchema, historyId: z.int() }), answer: done },
  /**
   * Asks for a target's password or key in a window of its own, so that it never comes to this page. Answers where it is kept
   * now: in the system's keyring, or in memory until the app ends; null when the user thought better of it.
   */
  'secrets.ask': {
    payload: z.strictObject({ targetId: targetIdSchema }),
    answer: secretPlaceSchema.nullable(),
  },
  /** Forgets a target's secret, here and in the keyring's store. */
  'secrets.forget': { payload: z.strictObject({ targetId: targetIdSchema }), answer: done },
  /** Asks for the folder of a target; null when the user cancelled. */
  'targets.chooseFolder': { payload: nothing, answer: z.string().nullable() },
  /** Shows the library's list of codes in the system's file manager; made first where there is none. */
  'codes.reveal': { payload: nothing, answer: done },
  /** Asks for documents, which wait in main, and answers how many; none when the user cancelled. */
  'imports.choose': { payload: nothing, answer: z.int() },
  /** Imports the documents that wait: chosen in the dialog, or opened from the desktop. */
  'imports.take': { payload: nothing, answer: z.array(importOutcomeSchema) },
  /** Opens a web or mail address in the user's own program; others are refused. */
  'links.open': { payload: z.strictObject({ url: z.string().max(4096) }), answer: done },
  /** What is on the page, for the window's title and the menus. `edited` sets the mac window's dot. */
  'window.showStory': {
    payload: z.strictObject({ id: storyIdSchema.nullable(), title: z.string().max(1000), edited: z.boolean() }),
    answer: done,
  },
  /** Which menu entries make sense now. */
  'window.enableActions': { payload: z.strictObject({ disabled: z.array(actionIdSchema) }), answer: done },
  /** The answer to `app.flushAsked`: all is on disk, or why not. */
  'window.flushed': { payload: z.strictObject({ unsaved: z.string().nullable() }), answer: done },
} as const;

export type MainRequest = keyof typeof mainRequests;
export type MainPayload<Name extends MainRequest> = z.output<(typeof mainRequests)[Name]['payload']>;
export type MainAnswer<Name extends MainRequest> = z.output<(typeof mainRequests)[Name]['answer']>;

export const mainEvents = {
  /** A menu entry or its accelerator was used. */
  'action.chosen': z.strictObject({ action: actionIdSchema }),
  /** Open this story now (recent stories, second start, a file from the desktop). */
  'story.openAsked': z.strictObject({ id: storyIdSchema }),
  /** Documents were opened from outside the window: ask `imports.take` once nothing can be typed into their story. */
  'documents.waiting': nothing,
  /** The window wants to close: put everything on disk, then ask `window.flushed`. */
  'app.flushAsked': nothing,
  'settings.changed': settingsSchema,
  /** A sentence the user should read: settings set aside, a story recovered, a page that was loaded again. */
  'notice.raised': z.strictObject({ message: z.string() }),
  /** The library process went away or is back; while it is away nothing is lost, edits wait in the page. */
  'library.stateChanged': z.strictObject({ up: z.boolean(), message: z.string() }),
} as const;
export type MainEvent = keyof typeof mainEvents;
export type MainEventData<Name extends MainEvent> = z.output<(typeof mainEvents)[Name]>;
