import { asksFor } from '../DeliveryError.ts';
import type { FileName, ShippedFile } from '../Connection.ts';
import { sendEach } from '../sendEach.ts';
import { updateWords, wordsOf } from './fileWords.ts';
import type { KeptFile, PostBase } from './post.ts';
import { sendFile, type SendFileParts } from './sendFile.ts';
import { siteMeta } from './siteMeta.ts';

/** What the site is known to have for a file: one that came from there, the same bytes, or the same picture with other words in it. */
function keptAs({ sha256, whole, likeness }: FileName, base: PostBase | null): KeptFile | undefined {
  const { files = {} } = base ?? {};
  const brought = whole === null ? undefined : files[whole];
  return brought ?? files[sha256] ?? Object.values(files).find((file) => file.likeness === likeness);
}

/** Whether the site has a file already, as far as is known without asking. */
export function isThere(file: FileName, base: PostBase | null): boolean {
  return keptAs(file, base) !== undefined;
}

/** What the site is known to have, by the hash of what would be sent; what it had before is not forgotten. */
export function knownFiles(files: readonly FileName[], base: PostBase | null): Map<string, KeptFile> {
  const known = new Map(Object.entries(base?.files ?? {}));
  for (const file of files) {
    const kept = keptAs(file, base);
    if (kept) known.set(file.sha256, kept);
  }
  return known;
}

export interface SendFilesParts extends Pick<SendFileParts, 'api' | 'journal'> {
  readonly known: PostBase | null;
  /** Takes sentences about what the site has otherwise. */
  readonly differences: string[];
}

/**
 * Has the site keep what goes along, each picture once: one whose caption was changed does not go again, the site is told its new
 * words. Answers where everything is.
 */
export async function sendFiles(
  files: readonly ShippedFile[],
  { api, journal, known, differences }: SendFilesParts,
): Promise<Map<string, KeptFile>> {
  const there = knownFiles(files, known);
  if (files.length === 0) return there;
  const creditKey = (await siteMeta(api, 'media')).credit ?? null;
  const sent = await sendEach(files, journal, (file, onSent) =>
    settle(file, { api, journal, known, differences, creditKey, onSent }),
  );
  return new Map([...there, ...sent]);
}

type SettleParts = SendFilesParts & SendFileParts;

async function settle(file: ShippedFile, parts: SettleParts): Promise<KeptFile> {
  const { api, known, differences, creditKey, onSent } = parts;
  const was = keptAs(file, known);
  const isSame = was !== undefined && was === known?.files[file.sha256];
  // The same bytes are looked up before they would go again.
  const kept =
    was === undefined || isSame ? { ...(await sendFile(file, parts)), ...(isSame && { words: was.words }) } : was;
  const now = wordsOf(file);
  if (!kept.words || (kept.words.caption === now.caption && kept.words.alt === now.alt)) return kept;
  try {
    const told = await updateWords(kept.id, { was: kept.words, now }, { api, creditKey });
    if (told !== null) differences.push(told);
    onSent(file.bytes);
    return { ...kept, words: now };
  } catch (error) {
    if (!asksFor(error, 'gone')) throw error;
    return sendFile(file, parts);
  }
}
