import { basename } from 'node:path';
import type { LibraryAnswer, LibraryPayload, LibraryRequest } from '../../../shared/ipc/libraryContract.ts';
import type { ImportOutcome } from '../../../shared/ipc/librarySchemas.ts';
import { spellingLanguageOf } from '../../../shared/spelling/spellingLanguages.ts';
import { StetError } from '../../../shared/lang/result.ts';
import { checkedAs } from '../../../shared/targets/checkedAs.ts';
import { gateExport } from '../exports/gateExport.ts';
import { MediaRequestError } from '../packages/MediaRequestError.ts';
import { isSealed } from '../packages/sealedFile.ts';
import { ChangedKeyError } from '../handover/ChangedKeyError.ts';
import { RefusedPackages } from '../handover/RefusedPackages.ts';
import type { Library } from '../Library.ts';
import { checkLinks, queueOf } from '../links/checkLinks.ts';
import { toFailure } from './toFailure.ts';

/** One entry for every request of the page's contract; what it throws is answered as a failure. */
export type LibraryHandlers = {
  readonly [Name in LibraryRequest]: (
    payload: LibraryPayload<Name>,
  ) => LibraryAnswer<Name> | Promise<LibraryAnswer<Name>>;
};

/** The page's requests, each a thin call into the library. */
export function libraryHandlers(library: Library): LibraryHandlers {
  const { drafts, revisions, unseen, history, index, media, tables, formats, access, targets, outbox, remotes } =
    library;
  const listTargets = () => {
    library.tell('targets.changed', {});
    return targets.listed();
  };
  const refused = new RefusedPackages();
  const importAll = async (paths: readonly string[], acceptedKey: string | undefined) => {
    const outcomes: ImportOutcome[] = [];
    for (const path of paths) {
      const outcome = await importOne(library, path, acceptedKey);
      if (!outcome.ok && outcome.sender) refused.note(outcome.sender.now, path);
      outcomes.push(outcome);
    }
    return outcomes;
  };
  return {
    'stories.create': ({ template, ...own }) => {
      const opened = drafts.create(template, own);
      library.noteChanged(tables.row(opened.story.id).key, opened.story.id);
      return opened;
    },
    'stories.list': (query) => {
      library.refresh();
      return index.list(query);
    },
    'stories.summary': ({ id }) => {
      library.refresh();
      return index.summary(id);
    },
    'stories.open': ({ id }) => {
      const opened = drafts.open(id);
      // What was mended on the way has a row to be made anew.
      if (opened.notice !== null) library.noteWritten();
      const language = spellingLanguageOf(opened.story.fields.language);
      if (language) library.proofreader.prepare?.(language);
      return opened;
    },
    'stories.put': (change) => {
      const saved = drafts.put(change);
      library.noteWritten();
      return saved;
    },
    'stories.keepPlace': ({ id, place }) => {
      drafts.keepPlace(id, place);
      return null;
    },
    'stories.duplicate': ({ id }) => {
      const copy = drafts.duplicate(id);
      library.noteChanged(copy.key, copy.id);
      return index.summary(copy.id);
    },
    'stories.trash': ({ id }) => {
      library.noteChanged(drafts.setTrashed(id, true), id);
      return null;
    },
    'stories.untrash': ({ id }) => {
      library.noteChanged(drafts.setTrashed(id, false), id);
      return null;
    },
    'stories.emptyTrash': () => {
      const deleted = drafts.emptyTrash((key) => index.forget(key));
      library.tell('stories.changed', { id: null });
      return { deleted };
    },
    'stories.recent': ({ limit }) => {
      library.refresh();
      return index.recent(limit);
    },
    'stories.removeFurniture': ({ id, furniture }) => {
      drafts.removeBlocks(id, new Set(furniture.flatMap((piece) => piece.blockIds)));
      library.noteWritten();
      return drafts.open(id);
    },
    'revisions.list': ({ storyId }) => {
      tables.row(storyId);
      return revisions.list(storyId);
    },
    'revisions.read': ({ id }) => revisions.read(id),
    'revisions.keep': ({ storyId, name }) => drafts.keepRevision(storyId, 'named', name),
    'revisions.restore': ({ id }) => {
      const storyId = drafts.restore(id);
      library.noteWritten();
      return drafts.open(storyId);
    },
    'revisions.restoreBlocks': ({ id, ...passage }) => {
      const storyId = drafts.restoreBlocks(id, passage);
      library.noteWritten();
      return drafts.open(storyId);
    },
    'revisions.unseen': ({ storyId }) => {
      tables.row(storyId);
      const seen = unseen.find(storyId);
      return seen && (revisions.list(storyId).find(({ id }) => id === seen) ?? null);
    },
    'revisions.look': ({ storyId }) => {
      unseen.forget(storyId);
      return null;
    },
    'media.add': ({ ticket, ...picture }) =>
      media.add(picture, (progress) => library.tell('media.progressed', { ticket, ...progress })),
    'media.read': ({ id }) => media.read(id),
    'media.isThere': ({ id }) => media.pathOf(id) !== null,
    'media.remember': ({ id, field, words }) => media.remember(id, field, words),
    'media.list': (query) => media.list(query),
    'captions.search': async ({ query, offset, limit }) => {
      await library.refreshCaptions();
      return library.captions.search(query, offset, limit);
    },
    'handover.weighRenditions': ({ storyId, by }) => library.handover.weighRenditions(storyId, by),
    'handover.colleagues': () => library.handover.colleagues(),
    'handover.estimate': ({ storyId, by }) => library.handover.estimate(storyId, by),
    'imports.files': ({ paths, acceptedKey }) => importAll(paths, acceptedKey),
    'imports.acceptKey': ({ fingerprint }) => importAll(refused.take(fingerprint), fingerprint),
    'exports.preview': ({ storyId, target, review }) => formats.previewExport(access, storyId, target, review),
    'house.read': () => access.readHouse(),
    'house.addWord': async ({ word }) => {
      await library.houseWords.add(word);
      return access.readHouse();
    },
    'words.unknown': async (query) => [...(await library.proofreader.unknownWords(query))],
    'grammar.read': async (query) => (await library.grammarian.read(query)).map((notes) => [...notes]),
    'words.suggest': async ({ language, word }) => [...(await library.proofreader.suggest(language, word))],
    'codes.read': () => library.codes.read(),
    'review.settle': ({ storyId, ids, decision, by }) => {
      library.store.settle(storyId, ids, decision, by);
      library.noteChanged(tables.row(storyId).key, storyId);
      library.tell('review.changed', { storyId });
      return drafts.open(storyId);
    },
    'review.unmerge': ({ storyId }) => {
      library.reception.unmerge(storyId);
      library.tell('review.changed', { storyId });
      return drafts.open(storyId);
    },
    'checks.skips': ({ storyId }) => {
      tables.row(storyId);
      return history.skips(storyId);
    },
    'review.read': ({ storyId }) => drafts.readReview(storyId),
    'review.change': ({ storyId, change }) => {
      const review = drafts.changeReview(storyId, change);
      if (change.kind === 'addStep') library.noteChanged(tables.row(storyId).key, storyId);
      else library.desk.countComments(storyId, review);
      library.tell('review.changed', { storyId });
      return review;
    },
    'desk.list': () => {
      library.refresh();
      return library.desk.list();
    },
    'desk.names': () => library.names(),
    'checks.skip': ({ storyId, skip }) => {
      const by = skip.by === '' ? '' : ` by ${skip.by}`;
      const summary = `Skipped${by}: ${skip.message} “${skip.reason}”`;
      access.addHistory({ storyId, kind: 'skipped', summary, detail: { skip } });
      return history.skips(storyId);
    },
    'checks.unskip': ({ storyId, key, by }) => {
      const skip = history.skips(storyId).find((known) => known.key === key);
      if (skip) {
        const { message, reason } = skip;
        const summary = `Brought back${by === '' ? '' : ` by ${by}`}: ${message}`;
        access.addHistory({ storyId, kind: 'unskipped', summary, detail: { skip: { key, message, reason, by } } });
      }
      return history.skips(storyId);
    },
    'links.list': ({ storyId }) => queueOf(access.readStory(storyId), history.links(storyId)),
    'links.check': async ({ storyId }) => {
      const queue = queueOf(access.readStory(storyId), history.links(storyId));
      const links = await checkLinks(queue, library.now());
      // What is only waiting was not found out.
      const found = links.filter(({ state }) => state !== 'waiting');
      const bad = found.filter(({ state }) => state === 'gone' || state === 'silent').length;
      const summary = `Links checked: ${found.length} of ${links.length} asked, ${bad} gone or silent`;
      if (found.length > 0) access.addHistory({ storyId, kind: 'linksChecked', summary, detail: { links: found } });
      return links;
    },
    'targets.list': () => targets.listed(),
    'targets.save': ({ target }) => {
      targets.save(target);
      outbox.unlocked(target.id);
      return listTargets();
    },
    'targets.remove': ({ id }) => {
      if (outbox.isBusy(id))
        throw new StetError('busy', 'Stories are on their way to this target. Cancel them in the outbox first.');
      targets.remove(id);
      return listTargets();
    },
    'targets.test': ({ id }) => outbox.test(id),
    'remotes.list': ({ targetId, words }) => remotes.list(targetId, words),
    'remotes.open': (order) => remotes.open(order),
    'outbox.estimate': ({ storyId, targetId }) => outbox.estimate(storyId, targetId),
    'outbox.send': async ({ storyId, targetId, isMetered, override, ownWords }) => {
      const checked = checkedAs(targets.read(targetId));
      const despite = await gateExport(access, storyId, checked, { gate: 'window', override, ownWords });
      return outbox.send({ storyId, targetId, isMetered, despite: despite ?? null });
    },
    'outbox.list': () => outbox.list(),
    'outbox.act': ({ id, action }) => {
      outbox.act(id, action);
      return outbox.list();
    },
    'history.list': ({ storyId }) => {
      tables.row(storyId);
      return history.list(storyId);
    },
  };
}

/** One refused document must not keep the others out. */
async function importOne(library: Library, path: string, acceptedKey: string | undefined): Promise<ImportOutcome> {
  const { formats, access } = library;
  try {
    return { ok: true, imported: await formats.importFile(access, path, acceptedKey) };
  } catch (error) {
    const { code, message } = toFailure('imports.files', error);
    const sender = error instanceof ChangedKeyError && { sender: error.sender };
    const asks = error instanceof MediaRequestError && {
      asks: {
        ...{ by: error.request.by, files: error.request.files.length, ref: library.openRequests.note(path) },
        isSealed: await isSealed(path),
      },
    };
    return { ok: false, fileName: basename(path), message, code, ...sender, ...asks };
  }
}
