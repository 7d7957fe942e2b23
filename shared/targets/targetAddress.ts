import { postAddress, siteAddress, type SiteAddress } from './siteAddress.ts';
import type { Target } from './target.ts';

/** A target's address brought to the form its kind has it in; or the sentence that says why it may not be. */
export function targetAddress({ kind, address }: Pick<Target, 'kind' | 'address'>): SiteAddress {
  if (kind === 'folder') return { ok: true, address };
  return kind === 'http' ? postAddress(address) : siteAddress(address);
}

/**
 * The address a receiver takes files at, brought to one form; empty where it takes none. It has to be on the site the stories
 * go to: the password goes along, and it is bound to that one.
 */
export function filesAddress({ kind, address, profile }: Pick<Target, 'kind' | 'address' | 'profile'>): SiteAddress {
  if (kind !== 'http' || profile.filesAddress === '') return { ok: true, address: '' };
  const read = postAddress(profile.filesAddress);
  const stories = postAddress(address);
  if (!read.ok || !stories.ok || new URL(read.address).origin === new URL(stories.address).origin) return read;
  return { ok: false, message: 'Files must go to the same site as the stories: the password is for that one only.' };
}

/** A target with its addresses in one form; or the sentence that says why they may not be. */
export function settleAddresses(
  target: Target,
): { readonly ok: true; readonly target: Target } | { readonly ok: false; readonly message: string } {
  const own = targetAddress(target);
  const files = filesAddress(target);
  if (!own.ok) return own;
  if (!files.ok) return files;
  const profile = { ...target.profile, filesAddress: files.address };
  return { ok: true, target: { ...target, address: own.address, profile } };
}
