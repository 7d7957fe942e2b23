import { parse } from 'yaml';
import { z } from 'zod';
import { StetError } from '../../lang/result.ts';
import { HouseStyle, type HouseStyleFile } from './houseStyle.ts';

const entrySchema = z.strictObject({
  term: z.string().trim().min(1).max(500),
  preferred: z.string().max(500).optional(),
  why: z.string().max(500).optional(),
  level: z.enum(['note', 'warn', 'block']).default('warn'),
  case: z.enum(['exact', 'any']).default('any'),
  language: z.string().max(35).optional(),
  pattern: z.boolean().default(false),
});

const houseStyleSchema: z.ZodType<HouseStyleFile> = z.strictObject({
  name: z.string().max(200).default('House style'),
  language: z.string().max(35).default('en'),
  abbreviations: z.array(z.string().max(40)).max(10_000).default([]),
  words: z.array(z.string().max(100)).max(100_000).default([]),
  entries: z.array(entrySchema).max(20_000).default([]),
});

/** Reads a style file, YAML or JSON. Throws StetError `badStyle` or `badPattern` with a sentence that says what is wrong where. */
export function parseHouseStyle(text: string): HouseStyle {
  let data: unknown;
  try {
    // Aliases can make a small file huge.
    data = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StetError('badStyle', `The style file is not YAML: ${why}`);
  }
  const parsed = houseStyleSchema.safeParse(data ?? {});
  if (parsed.success) return new HouseStyle(parsed.data);
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') || 'its top';
  throw new StetError('badStyle', `The style file is wrong at ${where}: ${issue?.message ?? ''}`);
}
