import { zoneOfPlace } from '../../shared/lang/placeZones.ts';
import { wallTime } from '../../shared/lang/zoneTime.ts';

/** This computer's time zone, by its IANA name. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A zone that is likely to be meant, and why; empty where it needs no reason. */
interface LikelyZone {
  readonly name: string;
  readonly why: string;
}

/** The zones to choose from: the one in use, this computer's, the dateline's and UTC first, then all others by name. */
export function zoneChoices(zone: string, dateline: string): { likely: LikelyZone[]; others: string[] } {
  const own = ownZone();
  const there = zoneOfPlace(dateline);
  const whys = new Map([[zone, '']]);
  whys.set(own, 'this computer');
  if (there !== null) whys.set(there, there === own ? 'this computer and the dateline' : 'the dateline');
  whys.set('UTC', '');
  const likely = Array.from(whys, ([name, why]) => ({ name, why }));
  return { likely, others: Intl.supportedValuesOf('timeZone').filter((name) => !whys.has(name)) };
}

/**
 * What a moment told in `zone` is here and in UTC: `Asia/Karachi; 01:00 UTC`, or `04:00 here; 01:00 UTC` where the zone
 * stands in a box of its own; with the day where that is another.
 */
export function elsewhereText(iso: string, zone: string, own = ownZone()): string {
  const told = wallTime(iso, zone);
  const at = (other: string) => {
    const [day = '', time = ''] = wallTime(iso, other).split('T');
    return told.startsWith(day) ? time : `${day} ${time}`;
  };
  const here = zone === own ? own : `${at(own)} here`;
  if (zone === 'UTC') return zone === own ? 'UTC' : here;
  return own === 'UTC' && zone !== own ? `${at('UTC')} UTC` : `${here}; ${at('UTC')} UTC`;
}
