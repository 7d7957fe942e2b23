/** A file that is no text, and what there is to read in it. */
export interface BinaryContent {
  readonly kind: 'binary';
  readonly bytes: Uint8Array;
  readonly words: string;
}
