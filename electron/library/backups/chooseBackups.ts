/** A rolling backup as it lies on the disk. */
export interface StoredBackup {
  /** Absolute. */
  readonly path: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly bytes: number;
}

/** The newest ones are kept whatever they cost. */
const ALWAYS = 2;
const NEWEST = 4;
const DAYS = 7;
/** Beyond the newest, backups may take so much of the disk. */
const MOST_BYTES = 2 * 1024 ** 3;

/**
 * Which backups to keep, given all, newest first: the last four, and the last one of each of the seven days before; fewer
 * when they are large.
 */
export function chooseBackups(backups: readonly StoredBackup[]): StoredBackup[] {
  const days = new Set<string>();
  let bytes = 0;
  return backups.filter((backup, index) => {
    const day = backup.at.slice(0, 10);
    const isLastOfDay = !days.has(day) && days.size < DAYS;
    if (isLastOfDay) days.add(day);
    const fits = index < ALWAYS || bytes + backup.bytes <= MOST_BYTES;
    if (!fits || (index >= NEWEST && !isLastOfDay)) return false;
    bytes += backup.bytes;
    return true;
  });
}
