import type { Block } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';

/**
 * A body with passages of an earlier version brought back: in the place of what became of them, else behind the nearest one
 * that stood before them there. Those in `remove` are what became of them beside (the other half of what was cut).
 */
export function bringBack(
  now: readonly Block[],
  earlier: readonly Block[],
  bring: readonly BlockId[],
  remove: readonly BlockId[],
): Block[] {
  const wanted = new Set<string>(bring);
  const gone = new Set<string>(remove.filter((id) => !wanted.has(id)));
  const body = [...now];
  for (const [place, block] of earlier.entries()) {
    if (!wanted.has(block.id)) continue;
    const at = body.findIndex(({ id }) => id === block.id);
    if (at >= 0) body[at] = block;
    else body.splice(placeFor(body, earlier.slice(0, place), gone), 0, block);
  }
  return body.filter(({ id }) => !gone.has(id));
}

function placeFor(body: readonly Block[], before: readonly Block[], gone: ReadonlySet<string>): number {
  const successor = body.findIndex(({ id }) => gone.has(id));
  if (successor >= 0) return successor;
  for (const { id } of before.toReversed()) {
    const at = body.findIndex((block) => block.id === id);
    if (at >= 0) return at + 1;
  }
  return 0;
}
