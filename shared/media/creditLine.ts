import type { EmbeddedMetadata } from './asset.ts';

/** Who took a picture and for whom, each said once; empty when its file says neither. */
export function creditLine({ creator = '', credit = '', source = '' }: EmbeddedMetadata): string {
  const who = creator.trim();
  const forWhom = credit.trim() || source.trim();
  const says = (whole: string, part: string) => whole.toLowerCase().includes(part.toLowerCase());
  if (says(who, forWhom)) return who;
  return says(forWhom, who) ? forWhom : `${who} / ${forWhom}`;
}
