import { withoutThreads } from '../compare/withoutThreads.ts';
import { same } from '../merge/threeWay.ts';
import type { LayerId } from '../story/ids.ts';
import { otherFields, type SuggestionLayer } from '../story/suggestions.ts';
import { carryVersion } from './carryVersion.ts';
import { hunksBetween, mixVersions } from './mixVersions.ts';
import { versionsOf, withVersions, type Suggested, type Version } from './versions.ts';

/** What is done with a suggestion: its text stays for good, or what stood there before comes back. */
export type Verdict = 'accept' | 'reject';

/** A suggestion by its layer and its hunk's key there. */
export interface SuggestionName {
  readonly layerId: LayerId;
  readonly key: string;
}

/** Settles some suggestions. What others proposed at the same place stays proposed; a story without any is answered as it is. */
export function settleSuggestions<Content extends Suggested>(
  story: Content,
  verdict: Verdict,
  chosen: readonly SuggestionName[],
): Content {
  const stack = new Stack(story);
  for (const { id } of story.suggestions ?? []) {
    const keys = new Set(chosen.filter(({ layerId }) => layerId === id).map(({ key }) => key));
    if (keys.size > 0) stack.settle(id, verdict, keys);
  }
  return stack.story(story);
}

/** Settles everything in some layers: one person's, or all. */
export function settleLayers<Content extends Suggested>(
  story: Content,
  verdict: Verdict,
  isChosen: (layer: SuggestionLayer) => boolean,
): Content {
  const stack = new Stack(story);
  for (const layer of story.suggestions ?? []) if (isChosen(layer)) stack.settle(layer.id, verdict, null);
  return stack.story(story);
}

/** The versions of a story while some of what lies between them is settled. */
class Stack {
  readonly versions: Version[];
  readonly layers: SuggestionLayer[];

  constructor(story: Suggested) {
    this.versions = versionsOf(story);
    this.layers = [...(story.suggestions ?? [])];
  }

  /** `keys` are those of the hunks to settle; null: all of them. */
  settle(id: LayerId, verdict: Verdict, keys: ReadonlySet<string> | null): void {
    const level = this.layers.findIndex((layer) => layer.id === id);
    const [before, after] = [this.versions[level], this.versions[level + 1]];
    if (!before || !after) return;
    const isNamed = ({ key }: { readonly key: string }) => keys === null || keys.has(key);
    if (verdict === 'accept') {
      const settled = keys ? mixVersions(before, after, isNamed, 'before') : after;
      this.#carry(0, level, before, settled);
      this.versions[level] = settled;
      if (hunksBetween(settled, after).length === 0) this.#drop(level);
    } else {
      const mixed = keys ? mixVersions(before, after, (hunk) => !isNamed(hunk), 'after') : before;
      const isDone = hunksBetween(before, mixed).length === 0;
      const settled = isDone ? before : mixed;
      this.#carry(level + 2, this.versions.length, after, settled);
      this.versions[level + 1] = settled;
      if (isDone) this.#drop(level);
    }
  }

  /** The story of what is left; a layer in which nothing is proposed any more, be it that a comment was begun, is none. */
  story<Content extends Suggested>(content: Content): Content {
    for (let level = this.layers.length - 1; level >= 0; level -= 1) {
      const [before, after] = [this.versions[level], this.versions[level + 1]];
      if (before && after && isOnlyTalk(before, after)) this.#drop(level);
    }
    return withVersions(content, this.versions, this.layers);
  }

  #carry(from: number, to: number, base: Version, settled: Version): void {
    for (let level = from; level < to; level += 1) {
      const version = this.versions[level];
      if (version) this.versions[level] = carryVersion(base, settled, version);
    }
  }

  #drop(level: number): void {
    this.versions.splice(level, 1);
    this.layers.splice(level, 1);
  }
}

/** Whether two versions differ in nothing but what is said about them. */
function isOnlyTalk(before: Version, after: Version): boolean {
  if (otherFields(before.fields, after.fields).length > 0) return false;
  return same(withoutThreads(before.blocks), withoutThreads(after.blocks));
}
