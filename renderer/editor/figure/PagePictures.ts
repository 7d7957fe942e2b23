import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isParagraphNode,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { ActionId } from '../../../shared/actions/actions.ts';
import type { Result } from '../../../shared/lang/result.ts';
import type { Asset } from '../../../shared/media/asset.ts';
import { figureMedium, MEDIUM_NAMES } from '../../../shared/media/medium.ts';
import { broughtWords, type BroughtWords } from '../../../shared/media/pictureWords.ts';
import { newBlockId, type AssetId, type BlockId } from '../../../shared/story/ids.ts';
import { $insertBlock, $selectAfter } from '../blocks/insertBlock.ts';
import { $selectBlock } from '../blocks/selectBlock.ts';
import { $getBlockId, $setBlockId } from '../model/blockState.ts';
import { $galleryAround, $joinGallery, $makeGallery, $picturesAround } from '../model/galleries.ts';
import { $caretBlock, $findBlock } from '../model/topLevel.ts';
import { $createFigureNode, $isFigureNode, FIGURE_FIELDS, FigureNode, type FigureField } from '../nodes/FigureNode.ts';
import { $findSlot } from '../nodes/slots.ts';
import { RUN_ACTION_COMMAND } from '../runActionCommand.ts';
import type { WayOn } from '../storyEditorApi.ts';
import { chooseFiles } from './chooseFiles.ts';
import { announcedPlays } from './recording/announcedPlays.ts';
import { markOrigins } from './markOrigins.ts';
import { Posters } from './recording/Posters.ts';
import { PictureCrops } from './crop/PictureCrops.ts';
import { $fillFigure, $layOutFigure, $setFigureWords, PREFILL_TAG } from './fillFigure.ts';
import type { PictureFacts, Pictures } from './Pictures.ts';
import type { PictureRead, PictureReads } from './PictureReads.ts';

interface PagePicturesOptions {
  readonly editor: LexicalEditor;
  readonly reads: PictureReads;
  readonly addPicture: (file: File, ticket: string) => Promise<Result<Asset>>;
  readonly announce: (message: string, kind: 'note' | 'error', way?: WayOn) => void;
}

/** What is changed without the keyboard's doing moves neither the caret nor the page. */
const STILL = [SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG];

const FIELD_NAMES: Readonly<Record<FigureField, string>> = { caption: 'caption', credit: 'credit', alt: 'alt text' };

/** Where pictures go: at the caret, or beside a block; `inRow` beside a picture of a gallery, which they join. */
export type PictureSpot = {
  readonly key: NodeKey;
  readonly side: 'before' | 'after';
  readonly inRow?: unknown;
} | null;

function $howItStands(figure: FigureNode): PictureFacts['stands'] {
  if ($galleryAround(figure).length > 1) return 'gallery';
  return $picturesAround(figure).length > 1 ? 'beside' : 'alone';
}

const NO_FACTS: PictureFacts = {
  blockId: null,
  assetId: null,
  fileName: '',
  framing: {},
  stands: 'alone',
  medium: 'picture',
  poster: null,
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
  readonly #posters: Posters;
  readonly #facts = new Map<NodeKey, PictureFacts>();
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[];

  constructor(private readonly options: PagePicturesOptions) {
    const { editor, reads, announce } = options;
    this.#posters = new Posters(options);
    this.crops = new PictureCrops({ editor, announce, facts: (key) => this.facts(key) });
    this.#stops = [
      reads.subscribe((id) => (id === null ? this.#tell() : this.#follow(id))),
      editor.registerMutationListener(FigureNode, (mutations) => {
        for (const [key, mutation] of mutations) if (mutation === 'destroyed') this.#facts.delete(key);
        markOrigins(editor, mutations.keys());
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
      const plays = figure.getPlays();
      const medium = figureMedium(plays);
      const said = [figure.getAlt(), figure.getCaption()].map((slot) => slot?.getTextContent().trim() ?? '');
      return {
        blockId,
        assetId,
        fileName,
        framing: figure.getFraming(),
        stands: $howItStands(figure),
        medium,
        poster: plays.poster ?? null,
        name: said.find(Boolean) ?? (fileName || MEDIUM_NAMES[medium]),
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

  /** Puts a figure for each file on the page, several as a gallery, and begins to read them. */
  insertFiles(files: readonly File[], spot: PictureSpot = null): void {
    const { editor, reads, addPicture } = this.options;
    const wanted = files.map((file) => ({ id: newBlockId(), file }));
    if (wanted.length === 0) return;
    editor.update(() => {
      const figures = wanted.map(({ id, file }) => {
        const figure = $layOutFigure($createFigureNode(null, file.name)).setPlays(announcedPlays(file));
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

  /** Asks for a file to put into the figure; what was typed about the picture stays. */
  chooseReplacement(id: BlockId): void {
    const medium = this.options.editor.getEditorState().read(() => {
      const figure = $findBlock(id);
      return $isFigureNode(figure) ? figureMedium(figure.getPlays()) : 'picture';
    });
    chooseFiles(([file]) => file && this.replace(id, file), false, medium);
  }

  choosePoster(id: BlockId): void {
    chooseFiles(([file]) => file && this.setPoster(id, file), false);
  }

  setPoster(id: BlockId, file: File | null): void {
    void this.#posters.set(id, file);
  }

  isThere(id: AssetId): Promise<boolean> {
    return this.options.reads.isThere(id);
  }

  tell(message: string): void {
    this.options.announce(message, 'note');
  }

  /** Says that an action needs a picture to act on. */
  askForPicture(): void {
    this.options.announce('Select a picture first: click it, or put the caret into its caption.', 'note');
  }

  retry(id: BlockId): void {
    this.options.reads.retry(id, this.options.addPicture);
  }

  openCrop(id: BlockId): void {
    this.crops.open(id);
  }

  runOn(id: BlockId, action: ActionId): void {
    const { editor } = this.options;
    editor.update(() => {
      const block = $findBlock(id);
      if (!block) return;
      $selectBlock(block);
      editor.dispatchCommand(RUN_ACTION_COMMAND, action);
    });
    editor.focus();
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
    // At the caret in a picture of a gallery, or dropped beside one, they join it.
    const beside = spot === null ? $caretBlock() : spot.inRow ? at : null;
    let last: LexicalNode | null = at && spot.side === 'after' ? at : (at?.getPreviousSibling() ?? null);
    for (const figure of figures) {
      if (last) last.insertAfter(figure, false);
      else if (at) at.insertBefore(figure, false);
      else $insertBlock(figure);
      last = figure;
    }
    if (figures.length > 1) $makeGallery(figures);
    $joinGallery(figures, $isFigureNode(beside) && $galleryAround(beside).length > 1 ? beside : null);
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
    const { editor } = this.options;
    const before = editor.getEditorState().read(() => {
      const figure = $findBlock(id);
      return $isFigureNode(figure) ? figure.getAssetId() : null;
    });
    const isOther = before !== null && before !== asset.id;
    editor.update(
      () => {
        const figure = $findBlock(id);
        if ($isFigureNode(figure)) $fillFigure(figure, asset);
      },
      {
        discrete: true,
        // Reading a picture is no step of the history; putting another in its place is one.
        tag: [PREFILL_TAG, isOther ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG, ...STILL],
      },
    );
    if (isOther) this.#offerWords(id, asset);
  }

  /** After another picture took the place of one: words that were the old file's are not the new one's. */
  #offerWords(id: BlockId, asset: Asset): void {
    const { editor, announce } = this.options;
    const stale = editor.getEditorState().read(() => {
      const figure = $findBlock(id);
      if (!$isFigureNode(figure)) return [];
      const origin = figure.getOrigin();
      const brought = broughtWords(asset);
      return FIGURE_FIELDS.flatMap((field) => {
        const words = $findSlot(figure, field)?.getTextContent() ?? '';
        const next = brought.get(field) ?? { text: '', origin: 'embedded' as const };
        const isOldFiles = words !== '' && origin[field] !== undefined && origin[field] !== 'typed';
        return isOldFiles && next.text !== words ? [{ field, ...next }] : [];
      });
    });
    if (stale.length === 0) return;
    const names = stale.map(({ field }) => FIELD_NAMES[field]);
    const listed = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join();
    announce(`The picture was replaced. Its ${listed} still come from the old file.`, 'note', {
      label: 'Use the new file’s words',
      run: () => this.#takeWords(id, stale),
    });
  }

  /** Puts words of the picture's own into a field of its figure, as one step to undo. */
  takeWords(id: BlockId, field: FigureField, words: BroughtWords): void {
    this.#takeWords(id, [{ field, ...words }]);
  }

  #takeWords(id: BlockId, taken: readonly (BroughtWords & { readonly field: FigureField })[]): void {
    this.options.editor.update(
      () => {
        const figure = $findBlock(id);
        if (!$isFigureNode(figure)) return;
        for (const { field, text, origin } of taken) $setFigureWords(figure, field, text, origin);
      },
      { tag: [PREFILL_TAG, HISTORY_PUSH_TAG, ...STILL] },
    );
  }

  /** A file that is no picture leaves nothing behind; a figure somebody has written in stays, with the reason in it. */
  #refuse(id: BlockId, read: Extract<PictureRead, { kind: 'failed' }>): void {
    const { editor, announce } = this.options;
    announce(`${read.fileName || 'The picture'}: ${read.message}`, 'error');
    const hasPicture = editor.getEditorState().read(() => {
      const figure = $findBlock(id);
      return $isFigureNode(figure) && figure.getAssetId() !== null;
    });
    // What was to take its place was refused: it stays.
    if (hasPicture) this.options.reads.forget(id);
    if (hasPicture || read.retryable) return;
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

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
