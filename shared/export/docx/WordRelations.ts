import { fileEnding } from '../../media/fileEnding.ts';
import type { PictureOutside } from '../exportPicture.ts';
import { element } from '../xml/element.ts';
import { DOCUMENT_RELATIONS, relationsPart, relationType, type ExtraPart } from './fixedParts.ts';

/** What a document names outside its text: pictures in the package, and addresses of links. Each is named once. */
export class WordRelations {
  readonly #links = new Map<string, string>();
  readonly #pictures = new Map<string, string>();
  readonly #places = new Map<string, string>();
  #shown = 0;

  /** The name of a picture, by which the text shows it; `bookmark` is that of the paragraph it stands in. */
  picture({ sha256, type }: PictureOutside, bookmark: string): string {
    this.#places.set(bookmark, sha256);
    const path = `media/${sha256.slice(0, 12)}.${fileEnding(type)}`;
    this.#pictures.set(sha256, path);
    return `rIdPicture${[...this.#pictures.keys()].indexOf(sha256) + 1}`;
  }

  /** A number for a picture each time it is shown. */
  nextNumber(): number {
    this.#shown += 1;
    return this.#shown;
  }

  /** The name of an address, by which the text leads to it. */
  link(url: string): string {
    const id = this.#links.get(url) ?? `rIdLink${this.#links.size + 1}`;
    this.#links.set(url, id);
    return id;
  }

  /** Where each picture lies in the package, by its hash. */
  get pictures(): ReadonlyMap<string, string> {
    return new Map(Array.from(this.#pictures, ([sha256, path]) => [sha256, `word/${path}`]));
  }

  /** Which picture each paragraph shows: its hash, by the paragraph's bookmark. */
  get places(): ReadonlyMap<string, string> {
    return this.#places;
  }

  /** `extra` are parts in the document's own folder. */
  xml(extra: readonly ExtraPart[]): string {
    const parts = extra.map(({ path, relation }, index) =>
      element('Relationship', { Id: `rIdExtra${index + 1}`, Type: relation, Target: path.replace('word/', '') }, ''),
    );
    const pictures = [...this.#pictures.values()].map((path, index) =>
      element('Relationship', { Id: `rIdPicture${index + 1}`, Type: relationType('image'), Target: path }, ''),
    );
    const links = Array.from(this.#links, ([url, id]) =>
      element('Relationship', { Id: id, Type: relationType('hyperlink'), Target: url, TargetMode: 'External' }, ''),
    );
    return relationsPart([...DOCUMENT_RELATIONS, ...parts, ...pictures, ...links]);
  }
}
