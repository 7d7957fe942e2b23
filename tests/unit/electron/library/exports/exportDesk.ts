import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Library } from '../../../../../electron/library/Library.ts';
import type { LibraryAccess } from '../../../../../electron/library/libraryAccess.ts';
import type { PictureFile } from '../../../../../electron/library/packages/PictureCopy.ts';
import type { Rendition } from '../../../../../electron/library/renditions/Rendition.ts';
import { StetError } from '../../../../../shared/lang/result.ts';
import type { PictureAsset } from '../../../../../shared/media/asset.ts';
import { newBlockId, newStoryId, type AssetId } from '../../../../../shared/story/ids.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import { blankFields, type StoryFields } from '../../../../../shared/story/fields.ts';
import { STORY_FORMAT, type Story } from '../../../../../shared/story/story.ts';
import { storedPicture, type StoredPicture } from '../../../../fixtures/export/storedPictures.ts';

const notHere = (): Promise<never> => Promise.reject(new Error('not part of this test'));

/** A real library in a folder of its own, a place to export to, and pictures that need not be decodable. */
export class ExportDesk {
  readonly root = mkdtempSync(join(tmpdir(), 'stet-exports-'));
  readonly out = join(this.root, 'out');
  readonly progress: [written: number, total: number][] = [];
  readonly #pictures = new Map<AssetId, StoredPicture>();
  readonly #store = join(this.root, 'pictures');
  readonly library: Library;

  constructor() {
    mkdirSync(this.out);
    mkdirSync(this.#store);
    this.library = new Library({
      folder: join(this.root, 'library'),
      formats: { importFile: notHere, previewExport: notHere, writeExport: notHere },
      renderer: { render: notHere, develop: notHere },
    });
  }

  /** `onProgress` runs as an export goes on, as whatever else happens in the library would. */
  access(onProgress: () => unknown = () => undefined): LibraryAccess {
    return {
      ...this.library.access,
      media: {
        add: notHere,
        addStandIn: notHere,
        standIn: () => null,
        // As the original is: nothing here can be decoded. What is made of real pictures is tested with those.
        makeRenditions: (id) => this.#asItIs(id),
        find: (id) => this.#pictures.get(id)?.asset ?? null,
        pathOf: (id) => this.#pictures.get(id)?.file ?? null,
      },
      reportExport: (_id, written, total) => {
        this.progress.push([written, total]);
        onProgress();
      },
    };
  }

  async #asItIs(id: AssetId): Promise<Rendition[]> {
    const picture = this.#pictures.get(id);
    if (!picture) throw new StetError('notFound', 'This picture is not in the library.');
    const { type, width, height, fileName } = picture.asset;
    const bytes = await readFile(picture.file);
    if (createHash('sha256').update(bytes).digest('hex') !== id)
      throw new StetError('damagedPicture', `The picture “${fileName}” is damaged.`);
    return [{ bytes, type, width, height, report: { kept: [], removed: [], moves: false } }];
  }

  addPicture(bytes: Uint8Array | string, known: Partial<PictureAsset> = {}): StoredPicture {
    const picture = storedPicture(this.#store, typeof bytes === 'string' ? Buffer.from(bytes) : bytes, known);
    this.#pictures.set(picture.asset.id, picture);
    return picture;
  }

  addStory(fields: Partial<StoryFields>, ...blocks: Block[]): Story {
    const now = new Date().toISOString();
    const story: Story = {
      ...{ format: STORY_FORMAT, id: newStoryId(), createdAt: now, updatedAt: now },
      ...{ fields: { ...blankFields(), headline: 'Tide', slug: 'tide', ...fields }, blocks },
    };
    this.library.access.createStory(story, { reason: 'created', summary: 'Made for a test.' });
    return story;
  }

  /** Everything in the export folder, each file with its bytes. */
  files(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const name of readdirSync(this.out, { recursive: true, encoding: 'utf8' })) {
      const path = join(this.out, name);
      if (statSync(path).isFile()) found[relative(this.out, path)] = readFileSync(path, 'latin1');
      else if (readdirSync(path).length === 0) found[`${relative(this.out, path)}/`] = '';
    }
    return found;
  }

  close(): void {
    this.library.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}

export function paragraph(text: string): Block {
  return { id: newBlockId(), type: 'paragraph', content: [{ type: 'text', text }] };
}

export function figure({ asset }: Pick<PictureFile, 'asset'>, caption: string): Block {
  return {
    ...{ id: newBlockId(), type: 'figure', assetId: asset.id, fileName: asset.fileName, credit: 'A. Photographer' },
    ...{ caption: caption === '' ? [] : [{ type: 'text', text: caption }], alt: '', origin: {} },
  };
}
