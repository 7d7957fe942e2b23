import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { settingsSchema } from '../../shared/ipc/mainContract.ts';

/** What the command line takes from the app's settings; the app keeps more in the same file. */
const settingsFileSchema = z.object({
  libraryFolder: settingsSchema.shape.libraryFolder.min(1).optional(),
  name: settingsSchema.shape.name.default(''),
  byline: settingsSchema.shape.byline.default(''),
  datelinePlace: settingsSchema.shape.datelinePlace.default(''),
  language: settingsSchema.shape.language.default('en'),
  dictionary: settingsSchema.shape.dictionary.default([]),
});

/** What holds where the command line says nothing else. */
export interface Defaults {
  readonly libraryFolder: string;
  /** What the user calls themselves. */
  readonly name: string;
  readonly byline: string;
  readonly datelinePlace: string;
  readonly language: string;
  /** The user's own words. */
  readonly dictionary: readonly string[];
  /** A sentence when the app's settings could not be read; null otherwise. */
  readonly notice: string | null;
}

/** The user's settings in the app's profile folder, or what the app itself would start with. Writes nothing. */
export function readDefaults(profile: string): Defaults {
  const file = join(profile, 'settings.json');
  const fresh = {
    libraryFolder: join(profile, 'library'),
    name: '',
    byline: '',
    datelinePlace: '',
    language: 'en',
    dictionary: [],
  };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { ...fresh, notice: isMissing ? null : unreadable(file, fresh.libraryFolder) };
  }
  try {
    const { libraryFolder = fresh.libraryFolder, ...rest } = settingsFileSchema.parse(JSON.parse(text));
    return { libraryFolder, ...rest, notice: null };
  } catch {
    return { ...fresh, notice: unreadable(file, fresh.libraryFolder) };
  }
}

function unreadable(file: string, library: string): string {
  return `The settings in ${file} cannot be read, so the library is taken to be ${library}. Name another with --library.`;
}
