const NAME = /^stet-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/;

/** The file name of a backup made at this moment (ISO 8601, UTC); such names sort by time. */
export function backupName(at: string): string {
  return `stet-${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z.db`;
}

/** When the backup of this name was made, or null if that is no backup's name. */
export function backupTime(name: string): string | null {
  const parts = NAME.exec(name);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}
