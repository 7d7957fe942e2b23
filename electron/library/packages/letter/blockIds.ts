import type { BlockId, StoryId } from '../../../../shared/story/ids.ts';
import { seriesBlockId } from '../../derivedIds.ts';
import { short } from './short.ts';

/*
 * The ids of the blocks of a letter (`letterFile`): 2 bytes say how many runs follow. A run is where it begins in the story's series
 * (`derivedIds`), and its length, 2 bytes each. Two places are none: of FFFF the ids follow, numbers of 8 bytes; of FFFE (in letters of
 * format 5) follows how far the first is from where the last such run ended, in groups of seven bits, the lowest first, its sign in
 * the lowest of all; the others come one after the other. Ids are read as numbers to the base 36.
 */
const LISTED = 0xffff;
const COUNTED = 0xfffe;
/** More than two bytes say, of one run and of all. */
const MOST = 0xfffe;
const NAMES = 36n ** 12n;
const SHORT_ID = /^[0-9a-z]{12}$/;

/** Reads the next bytes of a letter; throws where it ends. */
export type Take = (length: number) => Buffer;

interface Run {
  readonly from: number;
  readonly ids: BlockId[];
}

/** The ids as bytes, and whether some are counted; null where they cannot be. */
export function writeIds(
  ids: readonly BlockId[],
  storyId: StoryId,
): { readonly bytes: Buffer; readonly isCounted: boolean } | null {
  if (ids.length > MOST || !ids.every((id) => SHORT_ID.test(id))) return null;
  const series = Array.from({ length: Math.min(2 * ids.length, COUNTED) }, (_, at) => seriesBlockId(storyId, at));
  const places = new Map(series.map((id, place) => [id, place]));
  const listed = writeRuns(runsOf(ids, places, LISTED));
  const counted = writeRuns(runsOf(ids, places, COUNTED));
  const isCounted = counted.length < listed.length;
  return { bytes: isCounted ? counted : listed, isCounted };
}

/** The ids a letter names, `isCounted` if it may count them. Throws RangeError. */
export function readIds(storyId: StoryId, take: Take, isCounted: boolean): BlockId[] {
  const ids: BlockId[] = [];
  let after = 0n;
  for (let runs = take(2).readUInt16BE(); runs > 0; runs -= 1) {
    const from = take(2).readUInt16BE();
    const length = take(2).readUInt16BE();
    if (ids.length + length > MOST) throw new RangeError('More blocks than any story has.');
    const isRun = isCounted && from === COUNTED;
    const first = isRun ? after + takeSigned(take) : 0n;
    if (isRun) after = first + BigInt(length);
    if (first < 0n || after > NAMES) throw new RangeError('No id of a block.');
    for (let place = 0; place < length; place += 1) {
      if (isRun) ids.push(idOf(first + BigInt(place)));
      else ids.push(from === LISTED ? idOf(take(8).readBigUInt64BE()) : seriesBlockId(storyId, from + place));
    }
  }
  if (new Set(ids).size !== ids.length) throw new RangeError('Two blocks with one id.');
  return ids;
}

/** Runs of ids that follow each other; those in no series are `listed` together, or counted. */
function runsOf(ids: readonly BlockId[], places: ReadonlyMap<BlockId, number>, strange: number): Run[] {
  const runs: Run[] = [];
  for (const id of ids) {
    const place = places.get(id) ?? strange;
    const last = runs.at(-1);
    if (last && follows(last, id, place)) last.ids.push(id);
    else runs.push({ from: place, ids: [id] });
  }
  return runs;
}

function follows({ from, ids }: Run, id: BlockId, place: number): boolean {
  const last = ids.at(-1);
  if (from === LISTED) return place === LISTED;
  if (from === COUNTED) return place === COUNTED && last !== undefined && numberOf(id) === numberOf(last) + 1n;
  return place === from + ids.length;
}

function writeRuns(runs: readonly Run[]): Buffer {
  let after = 0n;
  const written = runs.flatMap(({ from, ids }) => {
    const head = [short(from), short(ids.length)];
    if (from === LISTED) return [...head, ...ids.map((id) => long(numberOf(id)))];
    if (from !== COUNTED) return head;
    const first = ids[0] ? numberOf(ids[0]) : after;
    const step = signed(first - after);
    after = first + BigInt(ids.length);
    return [...head, step];
  });
  return Buffer.concat([short(runs.length), ...written]);
}

function signed(step: bigint): Buffer {
  const groups: number[] = [];
  let rest = step < 0n ? -2n * step - 1n : 2n * step;
  do {
    const group = Number(rest & 127n);
    rest >>= 7n;
    groups.push(rest > 0n ? group | 128 : group);
  } while (rest > 0n);
  return Buffer.from(groups);
}

function takeSigned(take: Take): bigint {
  let rest = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const group = take(1)[0] ?? 0;
    rest |= BigInt(group & 127) << shift;
    if (group < 128) return rest % 2n === 0n ? rest / 2n : -(rest + 1n) / 2n;
  }
  throw new RangeError('A number without end.');
}

function numberOf(id: BlockId): bigint {
  return Array.from(id).reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
}

function idOf(number: bigint): BlockId {
  return number.toString(36).padStart(12, '0') as BlockId;
}

function long(number: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(number);
  return bytes;
}
