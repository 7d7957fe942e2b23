import { parse } from 'yaml';
import { StetError } from '../../lang/result.ts';
import { HouseStyle, houseStyleSchema } from './houseStyle.ts';

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
