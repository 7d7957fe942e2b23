import { randomUUID } from 'node:crypto';
import type { Imported } from '../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import { newStoryId } from '../../../shared/story/ids.ts';
import { STORY_FORMAT, storySchema, type Story } from '../../../shared/story/story.ts';
import type { RemoteStory } from '../../../shared/targets/remoteStory.ts';
import type { Target, TargetId } from '../../../shared/targets/target.ts';
import type { Connection, OpenedStory, OpenHost } from '../cms/Connection.ts';
import { DeliveryError } from '../cms/DeliveryError.ts';
import type { Database } from '../db/Database.ts';
import type { StoryTables } from '../drafts/StoryTables.ts';
import type { LibraryAccess } from '../libraryAccess.ts';
import type { JobStore } from '../outbox/JobStore.ts';
import { connectTarget } from '../targets/connectTarget.ts';
import type { TargetStore } from '../targets/TargetStore.ts';

export interface RemoteDeskParts {
  readonly database: Database;
  readonly tables: StoryTables;
  readonly jobs: JobStore;
  readonly targets: TargetStore;
  readonly access: LibraryAccess;
}

export interface OpenOrder {
  readonly targetId: TargetId;
  readonly remoteId: string;
  /** Its pictures and recordings come along. */
  readonly hasFiles: boolean;
}

/** What stands on the newsroom’s sites, and opens here as stories (issue 4, “pull”). */
export class RemoteDesk {
  readonly #stopper = new AbortController();

  constructor(private readonly parts: RemoteDeskParts) {}

  /** The stories of a site whose words match, the last changed first. Throws StetError with a sentence about the site. */
  list(targetId: TargetId, words: string): Promise<RemoteStory[]> {
    return this.#ask(targetId, (connection) => connection.list?.(words, this.#stopper.signal));
  }

  /**
   * Opens one as a story; one that is here already is only named. The story and what an update compares with are stored together
   * or not at all. Throws StetError with a sentence about the site.
   */
  async open({ targetId, remoteId, hasFiles }: OpenOrder): Promise<Imported> {
    const { access, targets } = this.parts;
    const target = targets.read(targetId);
    const opened = await this.#ask(targetId, async (connection): Promise<OpenedStory | StoryId> => {
      const here = this.#storyOf(targetId, remoteId, connection);
      if (here) return here;
      const host = {
        keep: (file: Parameters<OpenHost['keep']>[0]) => access.media.add(file),
        hasFiles,
        signal: this.#stopper.signal,
      };
      return (await connection.open?.(remoteId, host)) ?? Promise.reject(unable());
    });
    const common = { fileName: target.name, furniture: [] };
    if (typeof opened === 'string') return { ...common, storyId: opened, alreadyHere: true, notes: [] };
    const now = new Date().toISOString();
    const story: Story = {
      ...{ format: STORY_FORMAT, id: newStoryId(), createdAt: now, updatedAt: now },
      ...{ fields: opened.fields, blocks: [...opened.blocks] },
    };
    if (!storySchema.safeParse(story).success)
      throw new StetError('unreadable', 'What the site answered cannot be made a story. Nothing was changed.');
    this.#keep(story, target, opened);
    return { ...common, storyId: story.id, alreadyHere: false, notes: [...opened.notes] };
  }

  /** What is under way is given up. */
  close(): void {
    this.#stopper.abort(new StetError('stopped', 'Stopped.'));
  }

  async #ask<Value>(id: TargetId, ask: (connection: Connection) => Promise<Value> | undefined): Promise<Value> {
    const { targets } = this.parts;
    try {
      return await (ask(connectTarget(targets.read(id), targets)) ?? Promise.reject(unable()));
    } catch (error) {
      if (error instanceof DeliveryError) throw new StetError('site', error.message);
      throw error;
    }
  }

  /** The story this one is here, whoever brought it or sent it. */
  #storyOf(targetId: TargetId, remoteId: string, connection: Connection): StoryId | null {
    return this.parts.jobs.basesAt(targetId).find(({ base }) => connection.isOf?.(base, remoteId))?.storyId ?? null;
  }

  #keep(story: Story, target: Target, { key, base }: OpenedStory): void {
    const { access, database, jobs, tables } = this.parts;
    database.transaction(() => {
      access.createStory(story, { reason: 'imported', summary: `Opened from “${target.name}”.` });
      const row = tables.row(story.id).key;
      jobs.nameRemote(row, target.id, key ?? randomUUID());
      jobs.keepBase(row, target.id, null, base);
    });
  }
}

function unable(): StetError {
  return new StetError('notThere', 'Stories of this kind of target cannot be opened here.');
}
