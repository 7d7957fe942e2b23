import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isParagraphNode,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { Result } from '../../../shared/lang/result.ts';
import type { Asset } from '../../../shared/media/asset.ts';
import { newBlockId, type BlockId } from '../../../shared/story/ids.ts';
import { $insertBlock, $selectAfter } from '../blocks/insertBlock.ts';
import { $getBlockId, $setBlockId } from '../model/blockState.ts';
import { $findBlock } from '../model/topLevel.ts';
import { $createFigureNode, $isFigureNode, FIGURE_FIELDS, FigureNode } from '../nodes/FigureNode.ts';
import { $findSlot } from '../nodes/slots.ts';
import { PictureCrops } from './crop/PictureCrops.ts';
import { $fillFigure, $layOutFigure, PREFILL_TAG } from './fillFigure.ts';
import type { PictureFacts, Pictures } from './Pictures.ts';
import type { PictureRead, PictureReads } from './PictureReads.ts';

interface PagePicturesOptions {
  readonly editor: LexicalEditor;
  readonly reads: PictureReads;
  readonly addPicture: (file: File, ticket: string) => Promise<Result<Asset>>;
  readonly announce: (message: string, kind: 'note' | 'error') => void;
}

/** Where pictures go: at the caret, or beside a block. */
export type PictureSpot = { readonly key: NodeKey; readonly side: 'before' | 'after' } | null;

const NO_FACTS: PictureFacts = {
  blockId: null,
  assetId: null,
  fileName: '',
  framing: {},
  name: '',
  read: undefined,
  asset: undefined,
};

/**
 * The pictures of one open page: puts figures where files were dropped, pasted or chosen, has the files read aside, and
 * brings what was read into the figures. Typing goes on meanwhile; the reading is no step of the history.
 */
export class PagePictures implements Pictures {
  readonly crops: PictureCrops;
  readonly #facts = new Map<NodeKey, PictureFacts>();
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[];

  constructor(private readonly options: PagePicturesOptions) {
    const { editor, reads, announce } = options;
    this.crops = new PictureCrops({ editor, announce, facts: (key) => this.facts(key) });
    this.#stops = [
      reads.subscribe((id) => (id === null ? this.#tell() : this.#follow(id))),
      editor.registerMutationListener(FigureNode, (mutations) => {
        for (const [key, mutation] of mutations) if (mutation === 'destroyed') this.#facts.delete(key);
        this.#markOrigins(mutations.keys());
        this.#tell();
      }),
      editor.registerUpdateListener(({ dirtyElements, tags }) => {
        // The words in a figure name its picture.
        for (const key of this.#facts.keys()) if (dirtyElements.has(key)) this.#tell();
        // Undo may bring back a figure as it was before its picture had been read.
        if (tags.has(HISTORIC_TAG)) queueMicrotask(() => this.settleAll());
      }),
    ];
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.crops.stop();
  }

  /** Calls back whenever a picture's facts may have changed. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What the view of this figure's picture draws. */
  facts(key: NodeKey): PictureFacts {
    const { editor, reads } = this.options;
    const now = editor.getEditorState().read((): PictureFacts => {
      const figure = $getNodeByKey(key);
      if (!$isFigureNode(figure)) return NO_FACTS;
      const blockId = $getBlockId(figure);
      const fileName = figure.getFileName();
      const assetId = figure.getAssetId();
      const said = [figure.getAlt(), figure.getCaption()].map((slot) => slot?.getTextContent().trim() ?? '');
      return {
        blockId,
        assetId,
        fileName,
        framing: figure.getFraming(),
        name: said.find(Boolean) ?? (fileName || 'Picture'),
        read: blockId === null ? undefined : reads.get(blockId),
        asset: assetId === null ? undefined : reads.asset(assetId),
      };
    });
    const before = this.#facts.get(key);
    const names = Object.keys(now) as (keyof PictureFacts)[];
    if (before && names.every((name) => before[name] === now[name])) return before;
    this.#facts.set(key, now);
    return now;
  }

  /** Puts a figure for each file on the page and begins to read them. */
  insertFiles(files: readonly File[], spot: PictureSpot = null): void {
    const { editor, reads, addPicture } = this.options;
    const wanted = files.map((file) => ({ id: newBlockId(), file }));
    if (wanted.length === 0) return;
    editor.update(() => {
      const figures = wanted.map(({ id, file }) => {
        const figure = $layOutFigure($createFigureNode(null, file.name));
        $setBlockId(figure, id);
        return figure;
      });
      this.#$insert(figures, spot);
    });
    for (const { id, file } of wanted) reads.start(id, file, addPicture);
  }

  /** Places a picture that is in the library already. */
  insertAsset(asset: Asset): void {
    this.options.editor.update(
      () => {
        const figure = $layOutFigure($createFigureNode(asset.id, asset.fileName));
        $fillFigure(figure, asset);
        this.#$insert([figure], null);
      },
      { tag: PREFILL_TAG },
    );
  }

  /** Reads a file for a figure whose picture is missing or was refused. */
  replace(id: BlockId, file: File): void {
    this.options.reads.start(id, file, this.options.addPicture);
  }

  retry(id: BlockId): void {
    this.options.reads.retry(id, this.options.addPicture);
  }

  openCrop(id: BlockId): void {
    this.crops.open(id);
  }

  /** Takes a figure off the page; undo brings it back. */
  remove(id: BlockId): void {
    const { editor } = this.options;
    editor.update(() => {
      const block = $findBlock(id);
      if (!block) return;
      $selectAfter(block);
      block.remove();
    });
    editor.focus();
  }

  /** Brings everything that has been read into the figures that wait for it. */
  settleAll(): void {
    const { editor, reads } = this.options;
    const waiting = editor.getEditorState().read(() =>
      $getRoot()
        .getChildren()
        .filter((block) => $isFigureNode(block) && block.getAssetId() === null)
        .flatMap((block) => $getBlockId(block) ?? []),
    );
    for (const id of waiting) if (reads.get(id)?.kind === 'read') this.#follow(id);
  }

  #$insert(figures: readonly FigureNode[], spot: PictureSpot): void {
    const at = spot && $getNodeByKey(spot.key);
    let last: LexicalNode | null = at && spot.side === 'after' ? at : (at?.getPreviousSibling() ?? null);
    for (const figure of figures) {
      if (last) last.insertAfter(figure, false);
      else if (at) at.insertBefore(figure, false);
      else $insertBlock(figure);
      last = figure;
    }
    if (last && last.getNextSibling() === null) last.insertAfter($createParagraphNode(), false);
    // An empty line that the pictures landed beside is what the writer made room with.
    if ($isParagraphNode(at) && at.isEmpty() && at.getNextSibling() !== null) at.remove();
    if (last && $isElementNode(last) && spot === null) $selectAfter(last);
  }

  #follow(id: BlockId): void {
    const read = this.options.reads.get(id);
    if (read?.kind === 'read') this.#fill(id, read.asset);
    else if (read?.kind === 'failed') this.#refuse(id, read);
    this.#tell();
  }

  #fill(id: BlockId, asset: Asset): void {
    this.options.editor.update(
      () => {
        const figure = $findBlock(id);
        if ($isFigureNode(figure)) $fillFigure(figure, asset);
      },
      { tag: [PREFILL_TAG, HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
    );
  }

  /** A file that is no picture leaves nothing behind; a figure somebody has written in stays, with the reason in it. */
  #refuse(id: BlockId, read: Extract<PictureRead, { kind: 'failed' }>): void {
    const { editor, announce } = this.options;
    announce(`${read.fileName || 'The picture'}: ${read.message}`, 'error');
    if (read.retryable) return;
    const isUntouched = editor.getEditorState().read(() => {
      const figure = $findBlock(id);
      const isBlank = (field: (typeof FIGURE_FIELDS)[number]) =>
        $isFigureNode(figure) && ($findSlot(figure, field)?.getTextContentSize() ?? 0) === 0;
      return $isFigureNode(figure) && figure.getAssetId() === null && FIGURE_FIELDS.every(isBlank);
    });
    if (!isUntouched) return;
    editor.update(
      () => {
        const figure = $findBlock(id);
        if (figure && $getRoot().getChildrenSize() > 1) figure.remove();
      },
      { tag: [HISTORY_MERGE_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
    );
    this.options.reads.forget(id);
  }

  /** Shows at each field where its words came from. */
  #markOrigins(keys: Iterable<NodeKey>): void {
    const { editor } = this.options;
    editor.getEditorState().read(() => {
      for (const key of keys) {
        const figure = $getNodeByKey(key);
        if (!$isFigureNode(figure)) continue;
        const origin = figure.getOrigin();
        for (const field of FIGURE_FIELDS) {
          const slot = $findSlot(figure, field);
          const element = slot && editor.getElementByKey(slot.getKey());
          if (!element) continue;
          if (origin[field] === 'embedded') element.dataset['origin'] = 'From the picture file';
          else delete element.dataset['origin'];
        }
      }
    });
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
