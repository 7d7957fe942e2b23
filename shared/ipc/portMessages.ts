import { z } from 'zod';
import type { Failure, Result } from '../lang/result.ts';
import { pictureCutSchema, RENDITION_FORMATS } from '../media/rendition.ts';

/*
 * What travels between processes, in full.
 *
 *   main ──fork──▶ library   ToLibrary / FromLibrary on the process's own channel (`child.postMessage`, `process.parentPort`)
 *   main ──fork──▶ images    ToImages on the process's own channel
 *   page ◀─port──▶ library   CallMessage / ReplyMessage; serves libraryRequests
 *   main ◀─port──▶ library   CallMessage / ReplyMessage; serves libraryRequests and hostRequests
 *   library ◀port▶ images    ImagesMessage / RenderedMessage
 *
 * Ports are made by main (MessageChannelMain) and travel in the transfer list, exactly one with each `connect`, `images`
 * and `serve`. A new port for a window that reloads, or for a helper that was started again, replaces the old one.
 */

/** One request over a port. `id` is the asker's own number and comes back in the answer. */
export const callMessageSchema = z.strictObject({
  kind: z.literal('request'),
  id: z.int().min(0),
  name: z.string().max(100),
  payload: z.unknown(),
});
export type CallMessage = z.infer<typeof callMessageSchema>;

/** What comes back over a port: exactly one answer a request, and events as they happen. */
export type ReplyMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly event: string; readonly data: unknown };

/** Whose port it is: `page` may ask libraryRequests, `host` (main) also hostRequests. */
export type PortRole = 'page' | 'host';

/** A page to be printed, and the pictures it shows, each at its path beside it. */
export interface PrintOrder {
  readonly html: string;
  readonly pictures: readonly { readonly path: string; readonly type: string; readonly bytes: Uint8Array }[];
}

/** `bytes` are the PDF's; null where it could not be printed. */
export interface PrintedMessage {
  readonly kind: 'printed';
  readonly id: number;
  readonly bytes: Uint8Array | null;
}

/** Main to the library process. */
export type ToLibrary =
  /** First of all, once: open the library in this folder (made if it is not there). */
  | { readonly kind: 'open'; readonly folder: string }
  /** Who is at work, as they call themselves. Before `open`, and whenever it changes. */
  | { readonly kind: 'meet'; readonly person: string }
  /** Serve the port in the transfer list. May come before `opened`: requests wait until the library is open. */
  | { readonly kind: 'connect'; readonly role: PortRole }
  /** The port in the transfer list leads to the images process; sent again after that was restarted. */
  | { readonly kind: 'images' }
  /** What became of a `print`. */
  | PrintedMessage;

/** The library process to main. */
export type FromLibrary =
  /** `sqlite` is the version in use; `notices` are sentences the user should read (recovered from a backup, …). */
  | { readonly kind: 'opened'; readonly sqlite: string; readonly notices: readonly string[] }
  /** The folder cannot be opened; the process ends by itself after this. `inUse` as code: another Stet has it. */
  | { readonly kind: 'openFailed'; readonly error: Failure }
  /** A picture is to be decoded and there is no port to the images process yet: start it, send `images`. */
  | { readonly kind: 'imagesWanted' }
  /** The images process does not answer: kill it, start it again, send `images` with a new port. */
  | { readonly kind: 'imagesStuck' }
  /** Print this page; answered by `printed` with the same id. */
  | { readonly kind: 'print'; readonly id: number; readonly order: PrintOrder };

/** Main to the images process: serve the port in the transfer list. */
export type ToImages = { readonly kind: 'serve' };

/** The library to the images process: decode the file at `path` and make one picture per edge (longest side, px). */
const renderMessageSchema = z.strictObject({
  kind: z.literal('render'),
  id: z.int().min(0),
  path: z.string().max(4096),
  edges: z.array(z.int().min(16).max(8192)).min(1).max(4),
});
export type RenderMessage = z.infer<typeof renderMessageSchema>;

const developOrderSchema = z.strictObject({
  cut: pictureCutSchema,
  /** Each with its longest side in pixels. */
  copies: z
    .array(z.strictObject({ edge: z.int().min(16).max(8192), format: z.enum(RENDITION_FORMATS) }))
    .min(1)
    .max(12),
});
/** What is to be made of a picture that goes out. */
export type DevelopOrder = z.infer<typeof developOrderSchema>;
/** The library to the images process: decode the file at `path`, turn and crop it, and make a picture for each copy. */
const developMessageSchema = z.strictObject({
  kind: z.literal('develop'),
  id: z.int().min(0),
  path: z.string().max(4096),
  order: developOrderSchema,
});

export const imagesMessageSchema = z.discriminatedUnion('kind', [renderMessageSchema, developMessageSchema]);
export type ImagesMessage = z.infer<typeof imagesMessageSchema>;

/** The images process to the library: pictures in the order they were asked for, or the code of a PictureRefusal (else: no decoder). */
export const renderedMessageSchema = z.strictObject({
  kind: z.literal('rendered'),
  id: z.int().min(0),
  pictures: z.array(z.instanceof(Uint8Array)),
  error: z.string().nullable(),
});
export type RenderedMessage = z.infer<typeof renderedMessageSchema>;
