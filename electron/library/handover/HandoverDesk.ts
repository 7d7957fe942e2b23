import { basename, resolve } from 'node:path';
import type { HandoverCost, HandoverOrder } from '../../../shared/handover/handover.ts';
import type { HistoryEntry } from '../../../shared/ipc/librarySchemas.ts';
import { isPicture } from '../../../shared/media/medium.ts';
import type { Status } from '../../../shared/story/fields.ts';
import type { RevisionId, StoryId } from '../../../shared/story/ids.ts';
import { STATUS_LABELS } from '../../../shared/story/statusLabels.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { DraftStore } from '../drafts/DraftStore.ts';
import { exportError } from '../exports/exportError.ts';
import { exportPlace } from '../exports/exportPlace.ts';
import { findPictures, withStandIns } from '../exports/outsideFiles.ts';
import type { ExportPlan } from '../exports/planExport.ts';
import { StagedExport } from '../exports/StagedExport.ts';
import type { LibraryAccess } from '../libraryAccess.ts';
import { MOST_ANCESTORS, type Handover } from '../packages/handoverFormat.ts';
import { writeLetter } from '../packages/letter/letterFile.ts';
import { PACKAGE_TYPE } from '../packages/packageFormat.ts';
import { packStory, planPackage, type PackagePlan } from '../packages/planPackage.ts';
import { exportFileName } from '../../../shared/export/exportFileName.ts';
import type { RevisionStore } from '../revisions/RevisionStore.ts';
import { ancestry } from './commonRevisions.ts';
import { handoverMedia } from './handoverMedia.ts';
import { isExchanged } from './exchanged.ts';
import { fingerprint } from './fingerprint.ts';
import type { SealDesk } from './SealDesk.ts';
import { sealedFor } from './sealedFor.ts';
import type { HandoverStore } from './HandoverStore.ts';
import type { Identity, IdentityFile } from './IdentityFile.ts';

interface HandoverParts {
  readonly drafts: DraftStore;
  readonly store: HandoverStore;
  readonly revisions: RevisionStore;
  readonly identity: IdentityFile;
  readonly seal: SealDesk;
  readonly access: LibraryAccess;
}

/** Hands stories to colleagues as signed packages. */
export class HandoverDesk {
  constructor(private readonly parts: HandoverParts) {}

  /** Whom a package can be sealed for, by name. */
  colleagues(): Promise<string[]> {
    return this.parts.seal.names();
  }

  /** What each choice would weigh; nothing is written but the library's own key, should it have none. */
  async estimate(storyId: StoryId, by: string): Promise<HandoverCost> {
    const { drafts, access, identity } = this.parts;
    const story = drafts.read(storyId);
    const own = await identity.read();
    const files = [...findPictures(withStandIns(story, access.media), access.media).values()];
    const weigh = await this.#scale(story, by);
    const all = await weigh('all');
    const none = files.length === 0 ? all : await weigh('none');
    const colleagues = await this.colleagues();
    const recordings = files.filter(({ asset }) => !isPicture(asset)).length;
    return { all, none, files: files.length, recordings, fingerprint: fingerprint(own.publicKey), colleagues };
  }

  /** What a package with smaller copies of the pictures would weigh; they are made for it. Throws why they cannot be. */
  async weighRenditions(storyId: StoryId, by: string): Promise<number> {
    return (await this.#scale(this.parts.drafts.read(storyId), by))('renditions');
  }

  async #scale(story: Story, by: string): Promise<(media: Handover['media']) => Promise<number>> {
    const own = await this.parts.identity.read();
    const revision = {
      id: '00000000-0000-0000-0000-000000000000' as RevisionId,
      createdAt: story.updatedAt,
      parents: [],
    };
    const packed = packLater(story);
    const seal = await this.parts.seal.recipient();
    return async (media) => (await this.#plan(story, packed, own, { revision, ancestors: [], by, seal, media })).size;
  }

  /**
   * Writes a story as a package to `path` (a file or a folder), as a revision by a name, with its step in the story's
   * history. Throws StetError with the sentence of the failure; the step is noted only once the package is on the disk.
   */
  async send(order: HandoverOrder, path: string): Promise<HistoryEntry> {
    const { access, revisions, store } = this.parts;
    const { storyId, by, status, assignee, note, media, sealFor = [] } = order;
    const own = await this.parts.identity.read();
    const seal = await this.parts.seal.recipient();
    const recipients = await this.parts.seal.recipients(sealFor);
    const step = { ...(status && { status }), ...(assignee !== null && { assignee }) };
    let document = resolve(path);
    try {
      // Should the disk refuse the package, nothing has happened to the story.
      const prepared = store.prepare(storyId, { ...step, by, note });
      const { story } = prepared;
      const { id, createdAt, parents } = prepared.revision;
      const lineage = new Map([...revisions.lineage(storyId), [id, parents]]);
      const handover: Omit<Handover, 'key'> = {
        revision: { id, createdAt, parents: [...parents] },
        ancestors: this.#ancestors(storyId, ancestry(lineage, id).slice(1 + parents.length)),
        ...{ by, seal, media },
      };
      const plan = asExport(story, {
        ...(await this.#plan(story, packLater(story), own, handover)),
        sealedFor: recipients.map((one) => one.seal),
      });
      document = resolve(exportPlace(path, plan));
      const { bytes, sha256 } = await new StagedExport(plan, document).write((written, total) =>
        access.reportExport(storyId, written, total),
      );
      store.commit(prepared, `${nameOf(status)} by ${by}`);
      const without = WITHOUT[media];
      return access.addHistory({
        ...{ storyId, kind: 'handedOver' },
        summary: `${nameOf(status)} by ${by} as “${basename(document)}”${without}${sealedFor(recipients)}.${note === '' ? '' : ` “${note}”`}`,
        detail: { path: document, files: 1, bytes, sha256, revisionId: id },
      });
    } catch (error) {
      throw exportError(error, document);
    }
  }

  /** Of the revisions a story comes from, those that can be elsewhere as well, and the first: a copy of the library has that. */
  #ancestors(id: StoryId, all: readonly RevisionId[]): RevisionId[] {
    const reasons = new Map(this.parts.revisions.list(id).map((revision) => [revision.id, revision.reason]));
    const first = all.at(-1);
    return all.filter((one) => one === first || isExchanged(reasons.get(one))).slice(0, MOST_ANCESTORS);
  }

  async #plan(
    story: Story,
    packed: () => Buffer,
    own: Identity,
    unsigned: Omit<Handover, 'key'>,
  ): Promise<PackagePlan> {
    const handover = { ...unsigned, key: own.publicKey };
    const sign = (bytes: Uint8Array) => own.sign(bytes);
    const { files, standIns } = await handoverMedia(story, this.parts.access.media, handover.media);
    const letter = files.length + standIns.length === 0 ? writeLetter(story, handover, sign) : null;
    if (letter) return { letter, entries: [], size: letter.length, pictures: 0 };
    return planPackage(story, files, { handover, packed: packed(), standIns, sign });
  }
}

/** The packed story once it is asked for, and the same from then on. */
function packLater(story: Story): () => Buffer {
  let packed: Buffer | null = null;
  return () => (packed ??= packStory(story));
}

/** What the history says of media that stayed behind. */
const WITHOUT: Readonly<Record<Handover['media'], string>> = {
  all: '',
  renditions: ', with smaller copies of its pictures',
  none: ', without its pictures',
};

function nameOf(status: Status | null): string {
  return status ? STATUS_LABELS[status] : 'Handed over';
}

function asExport(story: Story, plan: PackagePlan): ExportPlan {
  const name = exportFileName(story.fields, 'package');
  const file = { name, mime: PACKAGE_TYPE, bytes: plan.size, content: { kind: 'package', plan } } as const;
  return { target: 'package', files: [file], warnings: [] };
}
