import { cutInlines } from '../../../shared/import/cutInlines.ts';
import { readDateline } from '../../../shared/import/readDateline.ts';
import type { Block } from '../../../shared/story/block.ts';
import { inlineText } from '../../../shared/story/plainText.ts';

/** The dateline a paragraph begins with, and the paragraph without it; null where it begins with none. */
export function takeDateline(
  block: Block | null | undefined,
): { readonly place: string; readonly block: Block } | null {
  if (block?.type !== 'paragraph') return null;
  const dateline = readDateline(inlineText(block.content));
  return (
    dateline && { place: dateline.place, block: { ...block, content: cutInlines(block.content, dateline.length) } }
  );
}
