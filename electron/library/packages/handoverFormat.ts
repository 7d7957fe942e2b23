import { z } from 'zod';
import { revisionIdSchema } from '../../../shared/ipc/librarySchemas.ts';

/** Under this name a package holds the signature (Ed25519, base64) of its manifest, byte for byte. */
export const SIGNATURE = 'signature';
/** The story of a package that is handed over: canonical JSON, packed with Brotli (RFC 7932). */
export const PACKED_STORY = 'story.json.br';
/** How many of the revisions it comes from a package names: enough for years of work. */
export const MOST_ANCESTORS = 2000;

/** What to seal for somebody with, as `age` writes it. */
export const SEAL_RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;

/** What the manifest of a package says that was handed over by a colleague, and not just exported. */
export const handoverSchema = z.strictObject({
  /** The revision that was sent. */
  revision: z.strictObject({
    id: revisionIdSchema,
    createdAt: z.iso.datetime(),
    parents: z.array(revisionIdSchema).max(20),
  }),
  /** The revisions it comes from beyond its parents, the newest first: among them is where the receiver's own version parted from it. */
  ancestors: z.array(revisionIdSchema).max(MOST_ANCESTORS),
  by: z.string().min(1).max(500),
  /** The sender's public key, 32 bytes, base64. */
  key: z.string().max(100),
  /** What to seal for the sender with (age1…). */
  seal: z.string().regex(SEAL_RECIPIENT).optional(),
  /** Whether pictures and recordings are in it, smaller copies of the pictures, or nothing: then they are to be asked for. */
  media: z.enum(['all', 'renditions', 'none']),
});
export type Handover = z.infer<typeof handoverSchema>;
