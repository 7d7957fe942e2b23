import type { StoredSkip } from '../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../shared/story/ids.ts';

/** The findings somebody lets stand, in memory, in the order they were skipped. */
export class FakeSkips {
  readonly #skips = new Map<StoryId, StoredSkip[]>();

  list(id: StoryId): StoredSkip[] {
    return this.#skips.get(id) ?? [];
  }

  add(id: StoryId, skip: StoredSkip): StoredSkip[] {
    return this.#keep(id, [...this.list(id).filter(({ key }) => key !== skip.key), skip]);
  }

  remove(id: StoryId, key: string): StoredSkip[] {
    return this.#keep(
      id,
      this.list(id).filter((skip) => skip.key !== key),
    );
  }

  #keep(id: StoryId, skips: StoredSkip[]): StoredSkip[] {
    this.#skips.set(id, skips);
    return skips;
  }
}
