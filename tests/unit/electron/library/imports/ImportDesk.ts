import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderHere } from '../../../../../electron/cli/renderHere.ts';
import { importFile } from '../../../../../electron/library/imports/importFile.ts';
import type { Imported } from '../../../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../../../shared/lang/result.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { makeWord, type WordParts } from '../../../../fixtures/documents/WordMaker.ts';
import { TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

type Taken = Imported & { readonly story: Story };

/** A real library in a folder of its own, and a folder of documents to take in. */
export class ImportDesk {
  readonly root = mkdtempSync(join(tmpdir(), 'stet-imports-'));
  readonly documents = join(this.root, 'documents');
  readonly library = new TestLibrary(join(this.root, 'library'), { renderer: renderHere });
  readonly access = this.library.library.access;

  constructor() {
    mkdirSync(this.documents);
  }

  /** Writes a file into the folder of documents and answers its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.documents, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Takes a document in and answers what came of it, with the story as it lies in the library. */
  async take(path: string): Promise<Taken> {
    const imported = await importFile(this.access, path);
    return { ...imported, story: this.access.readStory(imported.storyId) };
  }

  async takeText(name: string, content: string | Uint8Array): Promise<Taken> {
    return await this.take(this.write(name, content));
  }

  async takeWord(parts: WordParts, name = 'story.docx'): Promise<Taken> {
    return await this.takeText(name, await makeWord(parts));
  }

  /** The refusal of a document; fails if it was taken in, or if a story stayed behind. */
  async refusal(path: string): Promise<StetError> {
    const before = await this.storyCount();
    const outcome: unknown = await importFile(this.access, path).catch((error: unknown) => error);
    if ((await this.storyCount()) !== before) throw new Error('A story was stored.');
    if (outcome instanceof StetError) return outcome;
    throw new Error('It was not refused with a sentence.', { cause: outcome });
  }

  async storyCount(): Promise<number> {
    const list = { query: '', status: null, trashed: false, offset: 0, limit: 1 } as const;
    return (await this.library.ask('stories.list', list)).total;
  }

  close(): void {
    this.library.library.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}
