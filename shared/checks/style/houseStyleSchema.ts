import { z } from 'zod';
import { DEFAULT_PICTURES, pictureProfileSchema } from '../../media/pictureProfile.ts';
import { GATES } from './gates.ts';
import { REQUIRED_FIELDS } from './requiredFields.ts';
import type { HouseStyleFile } from './houseStyle.ts';

const level = z.enum(['note', 'warn', 'block']);

const entrySchema = z.strictObject({
  term: z.string().trim().min(1).max(500),
  preferred: z.string().max(500).optional(),
  why: z.string().max(500).optional(),
  level: level.default('warn'),
  case: z.enum(['exact', 'any']).default('any'),
  language: z.string().max(35).optional(),
  pattern: z.boolean().default(false),
});

const name = z.string().trim().min(1).max(500);
const termSchema = z.union([
  name.transform((only) => ({ name: only, also: [] })),
  z.strictObject({ name, also: z.array(name).max(100).default([]) }),
]);
const vocabulary = z.array(termSchema).max(5_000).default([]);

const wanted = z.array(z.enum(REQUIRED_FIELDS)).max(20).optional();

/** A house's style file once it is read: what is not said in it is filled in. */
export const houseStyleSchema: z.ZodType<HouseStyleFile> = z.strictObject({
  name: z.string().max(200).default('House style'),
  language: z.string().max(35).default('en'),
  starter: z.boolean().default(false),
  gate: z.enum(GATES).default('window'),
  rules: z.record(z.string().max(60), z.enum(['off', 'note', 'warn', 'block'])).default({}),
  abbreviations: z.array(z.string().max(40)).max(10_000).default([]),
  words: z.array(z.string().max(100)).max(100_000).default([]),
  names: z.array(z.string().max(200)).max(50_000).default([]),
  entries: z.array(entrySchema).max(20_000).default([]),
  required: z
    .strictObject({
      all: wanted,
      html: wanted,
      markdown: wanted,
      wordpress: wanted,
      text: wanted,
      docx: wanted,
      pdf: wanted,
      ninjs: wanted,
      'ninjs-3.1': wanted,
      'ninjs-superdesk': wanted,
      newsml: wanted,
      nitf: wanted,
      'nitf-superdesk': wanted,
    })
    .default({}),
  categories: vocabulary,
  topics: vocabulary,
  pictures: pictureProfileSchema.default(DEFAULT_PICTURES),
});
