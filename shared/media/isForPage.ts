import { PICTURE_TYPES } from './mediaTypes.ts';

const PICTURES: readonly string[] = PICTURE_TYPES;

/** Whether a file of this type belongs on a page: a picture Stet takes, or anything that plays. Everything else is a document. */
export function isForPage({ type }: { readonly type: string }): boolean {
  return PICTURES.includes(type) || /^(?:video|audio)\//.test(type);
}
