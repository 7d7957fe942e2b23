import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupName, backupTime } from '../../../../../electron/library/backups/backupName.ts';
import { chooseBackups, type StoredBackup } from '../../../../../electron/library/backups/chooseBackups.ts';

const MB = 1024 ** 2;
const HOUR = 3_600_000;
const START = Date.parse('2026-03-10T12:30:00.000Z');

/** One backup an hour, newest first. */
function hourly(count: number, bytes = MB): StoredBackup[] {
  return Array.from({ length: count }, (_none, hours) => {
    const at = new Date(START - hours * HOUR).toISOString();
    return { path: `/backups/${backupName(at)}`, at, bytes };
  });
}

describe('of the backups', () => {
  it('the last four stay, and the last one of each of seven days', () => {
    const kept = chooseBackups(hourly(24 * 10)).map(({ at }) => at.slice(5, 13));
    expect(kept).toEqual([
      ...['03-10T12', '03-10T11', '03-10T10', '03-10T09'],
      ...['03-09T23', '03-08T23', '03-07T23', '03-06T23', '03-05T23', '03-04T23'],
    ]);
  });

  it('all stay while there are few', () => {
    expect(chooseBackups(hourly(3))).toHaveLength(3);
    expect(chooseBackups([])).toEqual([]);
  });

  it('of a large library fewer stay, but two at least', () => {
    expect(chooseBackups(hourly(240, 500 * MB)).length).toBe(4);
    expect(chooseBackups(hourly(240, 5000 * MB)).length).toBe(2);
  });

  it('the newest is never taken down, and choosing twice is choosing once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(2000), { minLength: 1, maxLength: 60 }), fc.nat(3000), (hours, megabytes) => {
        const all = hours
          .sort((a, b) => a - b)
          .map((hour) => ({ path: `${hour}`, at: new Date(START - hour * HOUR).toISOString(), bytes: megabytes * MB }));
        const kept = chooseBackups(all);
        expect(kept[0]).toBe(all[0]);
        expect(chooseBackups(kept)).toEqual(kept);
      }),
    );
  });
});

describe('a backup’s name', () => {
  it('says when it was made, and sorts by it', () => {
    const at = '2026-03-10T12:30:05.000Z';
    expect(backupName(at)).toBe('stet-20260310T123005Z.db');
    expect(backupTime(backupName(at))).toBe(at);
  });

  it.each(['stet.db', 'stet-20260310T123005Z.db.partial', 'stet-20260310T123005Z.db-wal', 'notes.txt'])(
    'is not %s',
    (name) => {
      expect(backupTime(name)).toBeNull();
    },
  );
});
