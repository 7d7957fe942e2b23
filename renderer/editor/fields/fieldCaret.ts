/** Where two spellings of a field begin to differ at their ends: the caret's place after an undo, in `now`. */
export function changeEnd(before: string, now: string): number {
  let same = 0;
  const most = Math.min(before.length, now.length);
  while (same < most && before[before.length - 1 - same] === now[now.length - 1 - same]) same += 1;
  return now.length - same;
}
