import type { WordArchive } from './WordArchive.ts';

/** The path of the document itself, as the archive's relations name it. */
export async function mainPart(archive: WordArchive): Promise<string | null> {
  const relations = (await archive.readXml('_rels/.rels')) ?? '';
  for (const [tag] of relations.matchAll(/<Relationship\s[^<>]*>/g)) {
    if (!/Type="[^"]*\/officeDocument"/.test(tag)) continue;
    const target = /Target="([^"]*)"/.exec(tag)?.[1]?.replace(/^\//, '');
    if (target !== undefined && archive.paths.includes(target)) return target;
  }
  return archive.paths.includes('word/document.xml') ? 'word/document.xml' : null;
}
