import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { revisionIdSchema } from '../../../shared/ipc/librarySchemas.ts';
import { assetIdSchema } from '../../../shared/story/block.ts';
import { storyIdSchema } from '../../../shared/story/story.ts';
import { SEAL_RECIPIENT } from './handoverFormat.ts';
import { damaged } from './PackageArchive.ts';
import { readSigned, writeSigned } from './signedFile.ts';

/** The format of a signed file that asks for media (`signedFile`); its body is JSON packed with Brotli. */
export const REQUEST_FORMAT = 4;
const MOST_BYTES = 4 * 1024 * 1024;

const requestSchema = z.strictObject({
  by: z.string().min(1).max(500),
  /** What to seal for whoever asks with (age1…). */
  seal: z.string().regex(SEAL_RECIPIENT),
  story: storyIdSchema,
  /** Versions of the story the asker has, the newest first: the answer is one of these, so that it changes no words. */
  revisions: z.array(revisionIdSchema).min(1).max(200),
  /** The hashes of the files that are asked for. */
  files: z.array(assetIdSchema).min(1).max(10_000),
});

/** What somebody asks for, and by which key (base64). */
export type MediaRequest = z.infer<typeof requestSchema> & { readonly key: string };

/** A request as a signed file. */
export function writeRequest({ key, ...said }: MediaRequest, sign: (bytes: Uint8Array) => string): Buffer {
  return writeSigned(REQUEST_FORMAT, { key, body: brotliCompressSync(JSON.stringify(said)) }, sign);
}

/** What a request says; sentences call it by `name`. Throws StetError `badSignature`, `damagedPackage`. */
export function readRequest(file: Buffer, name: string): MediaRequest {
  const { key, body } = readSigned(file, name);
  try {
    const said = brotliDecompressSync(body, { maxOutputLength: MOST_BYTES }).toString('utf8');
    return { ...requestSchema.parse(JSON.parse(said)), key };
  } catch {
    throw damaged(name, 'what it asks for');
  }
}
