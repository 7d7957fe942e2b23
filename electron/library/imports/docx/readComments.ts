import type { Element } from '@xmldom/xmldom';
import { allOf, attributeOf, childrenOf, plainTextOf } from './wordXml.ts';

/** A comment in a document's margin. */
export interface MarginComment {
  /** By which the text refers to it. */
  readonly number: string;
  readonly by: string;
  /** ISO 8601; empty where the document does not say. */
  readonly at: string;
  readonly text: string;
  /** The number of the comment it answers; null: none, or not told. */
  readonly answers: string | null;
  /** null where the document does not say. */
  readonly isResolved: boolean | null;
}

/** Reads `comments.xml`, and `commentsExtended.xml` for what answers what and is resolved (MS-DOCX 2.5.4). */
export function readComments(comments: Element | null, extended: Element | null): MarginComment[] {
  const facts = new Map(
    allOf(extended, 'w15:commentEx').map((entry) => [
      attributeOf(entry, 'w15:paraId') ?? '',
      { parent: attributeOf(entry, 'w15:paraIdParent'), isDone: attributeOf(entry, 'w15:done') === '1' },
    ]),
  );
  const read = allOf(comments, 'w:comment').map((element) => {
    const names = childrenOf(element).flatMap((child) => attributeOf(child, 'w14:paraId') ?? []);
    const fact = names.map((name) => facts.get(name)).find((known) => known !== undefined);
    return {
      ...{ names, parent: fact?.parent ?? null, number: attributeOf(element, 'w:id') ?? '' },
      ...{ by: (attributeOf(element, 'w:author') ?? '').trim(), at: attributeOf(element, 'w:date') ?? '' },
      ...{ text: plainTextOf(element).trim(), isResolved: fact?.isDone ?? null },
    };
  });
  const numberOf = (name: string | null) =>
    name === null ? null : (read.find(({ names }) => names.includes(name))?.number ?? null);
  return read.map(({ names: _, parent, ...comment }) => ({ ...comment, answers: numberOf(parent) }));
}
