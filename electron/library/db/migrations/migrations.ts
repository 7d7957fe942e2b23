import { layTables } from './0001-lay-tables.ts';
import { rememberWords } from './0002-remember-words.ts';
import { takeRecordings } from './0003-take-recordings.ts';
import { indexCaptions } from './0004-index-captions.ts';
import { makeOutbox } from './0005-make-outbox.ts';
import { tellRevisions } from './0006-tell-revisions.ts';
import { keepReviews } from './0007-keep-reviews.ts';
import { showDesk } from './0008-show-desk.ts';
import type { Migration } from './migration.ts';

/** Every step, in order. */
export const MIGRATIONS: readonly Migration[] = [
  layTables,
  rememberWords,
  takeRecordings,
  indexCaptions,
  makeOutbox,
  tellRevisions,
  keepReviews,
  showDesk,
];
