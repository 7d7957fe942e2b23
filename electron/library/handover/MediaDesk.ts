import { basename, resolve } from 'node:path';
import { exportFileName } from '../../../shared/export/exportFileName.ts';
import { figureAssets, storyFigures } from '../../../shared/export/placePictures.ts';
import type { HistoryEntry } from '../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { DraftStore } from '../drafts/DraftStore.ts';
import { exportError } from '../exports/exportError.ts';
import { exportPlace } from '../exports/exportPlace.ts';
import { findPictures } from '../exports/outsideFiles.ts';
import type { ExportPlan } from '../exports/planExport.ts';
import { StagedExport } from '../exports/StagedExport.ts';
import type { LibraryAccess } from '../libraryAccess.ts';
import { readRequest, writeRequest, type MediaRequest } from '../packages/mediaRequest.ts';
import { PACKAGE_TYPE } from '../packages/packageFormat.ts';
import { packStory, planPackage, type PackagePlan } from '../packages/planPackage.ts';
import { readSignedFile } from '../packages/readSignedFile.ts';
import type { RevisionStore } from '../revisions/RevisionStore.ts';
import { ancestry } from './commonRevisions.ts';
import type { IdentityFile } from './IdentityFile.ts';
import { sealedFor } from './sealedFor.ts';
import type { SealDesk } from './SealDesk.ts';

/** Of the versions somebody has, these are named: the last that was exchanged is among them. */
const MOST_REVISIONS = 200;

interface MediaDeskParts {
  readonly drafts: DraftStore;
  readonly revisions: RevisionStore;
  readonly identity: IdentityFile;
  readonly seal: SealDesk;
  readonly access: LibraryAccess;
}

/** A request that was written. */
interface AskedMedia {
  readonly path: string;
  /** How many files it asks for. */
  readonly files: number;
}

/** Something to write: under whose name, to where (a file or a folder), and who alone can open it; empty: whoever gets it. */
interface Writing {
  readonly by: string;
  readonly path: string;
  readonly sealFor?: readonly string[] | undefined;
}

/** Asks colleagues for the pictures and recordings that stayed behind, by their hashes, and answers those who ask. */
export class MediaDesk {
  constructor(private readonly parts: MediaDeskParts) {}

  /**
   * Writes what a colleague is to be asked for: the files of a story that are not here. Throws StetError `nothingMissing`,
   * `unknownColleague`, and the sentence of the failure.
   */
  async ask(storyId: StoryId, { by, path, sealFor = [] }: Writing): Promise<AskedMedia> {
    const { drafts, revisions, identity, seal, access } = this.parts;
    const story = drafts.read(storyId);
    const files = filesOf(story).filter((id) => access.media.pathOf(id) === null);
    const newest = revisions.newest(storyId);
    if (files.length === 0 || !newest)
      throw new StetError(
        'nothingMissing',
        'Every picture and recording of this story is here: there is nothing to ask for.',
      );
    const recipients = await seal.recipients(sealFor);
    const own = await identity.read();
    const known = ancestry(revisions.lineage(storyId), newest).slice(0, MOST_REVISIONS);
    const request = { by, seal: await seal.recipient(), story: storyId, revisions: known, files, key: own.publicKey };
    const letter = writeRequest(request, (bytes) => own.sign(bytes));
    const plan = asExport(`Originals-wanted-${exportFileName(story.fields, 'package')}`, {
      ...{ letter, entries: [], size: letter.length, pictures: 0 },
      sealedFor: recipients.map((one) => one.seal),
    });
    const written = await this.#write(plan, path, storyId);
    return { path: written.path, files: files.length };
  }

  /**
   * Writes the files a request asks for, as a package of a version its sender has: only files that a story of theirs shows go out.
   * What answers a sealed request is sealed for who asks. Throws StetError `notARequest`, `notFound`, `nothingToSend`,
   * `unknownColleague`, those of `readRequest`, of `SealDesk.withOpened` and of `Reception.greet`.
   */
  async answer(requestPath: string, { by, path, sealFor = [] }: Writing, acceptedKey?: string): Promise<HistoryEntry> {
    const { identity, seal, access } = this.parts;
    const name = basename(requestPath);
    const { request, isSealed } = await seal.withOpened(requestPath, async (file, wasSealed) => {
      const signed = await readSignedFile(file);
      if (signed?.kind !== 'request')
        throw new StetError('notARequest', `“${name}” asks for nothing. Open it instead.`);
      return { request: readRequest(signed.bytes, name), isSealed: wasSealed };
    });
    await access.reception.greet(request, acceptedKey);
    const asker = { name: request.by, seal: request.seal };
    const named = await seal.recipients(sealFor);
    const recipients = isSealed && !named.some((one) => one.seal === asker.seal) ? [...named, asker] : named;
    const { revision, story } = this.#version(request, name);
    const wanted = new Set(request.files);
    const files = [...findPictures(story, access.media).values()].filter(({ asset }) => wanted.has(asset.id));
    if (files.length === 0)
      throw new StetError(
        'nothingToSend',
        `None of the files “${name}” asks for is here, or it is none of this story’s.`,
      );
    const own = await identity.read();
    const handover = {
      revision,
      ancestors: [],
      by,
      key: own.publicKey,
      seal: await seal.recipient(),
      media: 'all' as const,
    };
    const signing = { handover, packed: packStory(story), standIns: [], sign: (bytes: Uint8Array) => own.sign(bytes) };
    const plan = asExport(`Originals-${exportFileName(story.fields, 'package')}`, {
      ...planPackage(story, files, signing),
      sealedFor: recipients.map((one) => one.seal),
    });
    const written = await this.#write(plan, path, story.id);
    const count = files.length === 1 ? 'One file' : `${files.length} files`;
    return access.addHistory({
      ...{ storyId: story.id, kind: 'handedOver' },
      summary: `${count} ${request.by} asked for went out as “${basename(written.path)}”${sealedFor(recipients)}${stillMissing(wanted.size - files.length)}.`,
      detail: {
        path: written.path,
        files: files.length,
        bytes: written.bytes,
        sha256: written.sha256,
        revisionId: revision.id,
      },
    });
  }

  /** The newest version of the story that both have. */
  #version({ story: storyId, revisions: known }: MediaRequest, name: string) {
    const { drafts, revisions } = this.parts;
    const id = drafts.find(storyId) ? known.find((one) => revisions.has(storyId, one)) : undefined;
    if (id === undefined)
      throw new StetError(
        'notFound',
        `The story “${name}” asks about is not in this library, or in no version its sender has.`,
      );
    const { summary, story } = revisions.read(id);
    return { story, revision: { id, createdAt: summary.createdAt, parents: [...summary.parents] } };
  }

  async #write(plan: ExportPlan, path: string, storyId: StoryId) {
    const document = exportPlace(resolve(path), plan);
    try {
      const written = await new StagedExport(plan, document).write((done, total) =>
        this.parts.access.reportExport(storyId, done, total),
      );
      return { ...written, path: document };
    } catch (error) {
      throw exportError(error, document);
    }
  }
}

function filesOf(story: Story) {
  return [...new Set(storyFigures(story).flatMap(figureAssets))];
}

function stillMissing(count: number): string {
  return count === 0 ? '' : `; ${count === 1 ? 'one more is' : `${count} more are`} not here`;
}

function asExport(name: string, plan: PackagePlan): ExportPlan {
  const file = { name, mime: PACKAGE_TYPE, bytes: plan.size, content: { kind: 'package', plan } } as const;
  return { target: 'package', files: [file], warnings: [] };
}
