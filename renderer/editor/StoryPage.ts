import { mergeRegister } from '@lexical/utils';
import { SKIP_SCROLL_INTO_VIEW_TAG, type LexicalEditor } from 'lexical';
import type { TemplateFacts } from '../../shared/codes/fillTemplate.ts';
import { languageDirection } from '../../shared/lang/languageDirection.ts';
import type { AssetId } from '../../shared/story/ids.ts';
import { Autosave } from './autosave/Autosave.ts';
import { $restorePlace, $startPlace } from './autosave/caretPlace.ts';
import { returnCaret } from './autosave/returnCaret.ts';
import { $selectStoryEnd } from './blocks/insertBlock.ts';
import { DropLine } from './blocks/DropLine.ts';
import { registerBlockLooks } from './blocks/registerBlockLooks.ts';
import { registerDragHandle } from './blocks/registerDragHandle.ts';
import { insertCode } from './codes/insertCode.ts';
import { registerCodes } from './codes/registerCodes.ts';
import { templateFacts } from './codes/templateFacts.ts';
import { openStory } from './createStoryEditor.ts';
import { createHandle } from './editorHandle.ts';
import { registerBodyBorder } from './fields/bodyBorder.ts';
import { FieldEdits } from './fields/FieldEdits.ts';
import { isPageField } from './fields/pageFields.ts';
import { watchFields } from './fields/watchFields.ts';
import { PagePictures } from './figure/PagePictures.ts';
import { PictureReads } from './figure/PictureReads.ts';
import { registerFigures } from './figure/registerFigures.ts';
import { registerGalleries } from './figure/registerGalleries.ts';
import { registerLinks } from './link/registerLinks.ts';
import { registerConflictMarks } from './conflicts/registerConflictMarks.ts';
import { PageMarks } from './marks/PageMarks.ts';
import { $getFields } from './model/storyFields.ts';
import { furnitureSentence, removeBlocks } from './paste/pastedFurniture.ts';
import { registerClipboard } from './paste/registerClipboard.ts';
import { PageQuotes } from './pullquote/PageQuotes.ts';
import { QuoteActions } from './pullquote/QuoteActions.ts';
import { registerQuietCaret } from './registerQuietCaret.ts';
import { registerEditing } from './registerEditing.ts';
import { PageComments } from './review/PageComments.ts';
import { keepSuggestions } from './suggestions/keepSuggestions.ts';
import { PageSuggestions, type Proposer } from './suggestions/PageSuggestions.ts';
import { StoryFigures } from './stats/StoryFigures.ts';
import type { StoryEditorProps } from './storyEditorApi.ts';
import { registerDrawnTables } from './table/registerDrawnTables.ts';

/**
 * One story open on one page: the editor with its features, the saver and whatever else follows the words. React draws
 * around it and hears of it only when it must.
 */
export class StoryPage {
  readonly edits: FieldEdits;
  readonly pictures: PagePictures;
  readonly quotes: PageQuotes;
  readonly quoteActions: QuoteActions;
  readonly #marks: PageMarks;
  readonly #comments: PageComments;
  readonly #suggestions: PageSuggestions;
  readonly #autosave: Autosave;
  readonly #figures: StoryFigures;
  readonly #sheet: HTMLElement;
  readonly #scroller: HTMLElement | null;
  readonly #stop: () => void;
  #scroll = 0;
  #lastField: HTMLElement | null = null;

  constructor(
    private readonly editor: LexicalEditor,
    private readonly body: HTMLElement,
    private readonly props: StoryEditorProps,
  ) {
    const { opened, library, addPicture, announce } = props;
    this.#sheet = body.closest<HTMLElement>('.sheet') ?? body;
    this.#scroller = body.closest<HTMLElement>('.page-scroll');
    this.pictures = new PagePictures({ editor, reads: PictureReads.of(library), addPicture, announce });
    // Before the words are there: Lexical marks all nodes a new transform is about as touched, and they would all be saved.
    const proposer: Proposer = { name: null };
    const unregister = mergeRegister(
      registerEditing(editor),
      keepSuggestions(editor, () => proposer.name),
      registerDrawnTables(editor),
      ...this.#registerPointer(),
    );
    openStory(editor, opened.story);
    editor.setRootElement(body);

    this.edits = new FieldEdits(editor);
    this.#marks = new PageMarks(editor, body);
    this.#comments = new PageComments(editor, body, () => this.#fieldInUse());
    this.#suggestions = new PageSuggestions(editor, body, proposer);
    this.#figures = new StoryFigures(editor, props);
    this.quotes = new PageQuotes(editor);
    this.quoteActions = new QuoteActions({ editor, quotes: this.quotes, announce, signature: props.signature });
    this.#autosave = new Autosave({
      editor,
      storyId: opened.story.id,
      library,
      scroll: () => this.#scroll,
      onState: props.onSaveState,
      onChange: (change) => {
        this.#figures.changed(change);
        this.quotes.changed(change);
      },
    });
    // One line a feature that needs the page; features of the words alone go into registerEditing.
    this.#stop = mergeRegister(
      unregister,
      registerLinks(editor, props.openLink),
      registerCodes(editor, { find: props.codeAtEnd, $facts: (picture) => this.#$templateFacts(picture) }),
      this.#registerClipboard(),
      registerBodyBorder(editor),
      registerBlockLooks(editor),
      registerGalleries(editor, announce),
      registerConflictMarks(editor),
      this.#followFields(),
      this.#followCaret(),
      returnCaret(editor),
      registerQuietCaret(editor),
    );
    this.pictures.settleAll();
  }

  /** The page is drawn: back to where the writer was, and open for the shell. */
  enter(): void {
    this.#returnToPlace();
    this.#figures.count();
    this.quotes.ask();
    this.props.onSaveState({ kind: 'saved', at: null });
    this.props.onReady(
      createHandle({
        editor: this.editor,
        story: this.props.opened.story,
        autosave: this.#autosave,
        edits: this.edits,
        pictures: this.pictures,
        quotes: this.quotes,
        marks: this.#marks,
        comments: this.#comments,
        suggestions: this.#suggestions,
        focus: () => this.focus(),
        insertCode: (text) => this.#insertCode(text),
      }),
    );
  }

  /** Gives the keyboard back to the field or the body that had it last. */
  focus(): void {
    if (this.#lastField?.isConnected) this.#lastField.focus();
    else this.editor.focus();
  }

  close(): void {
    this.#autosave.stop();
    this.#figures.stop();
    this.quoteActions.stop();
    this.quotes.stop();
    this.#marks.stop();
    this.#comments.stop();
    this.#suggestions.stop();
    this.pictures.stop();
    this.edits.stop();
    this.#stop();
    this.editor.setRootElement(null);
  }

  #$templateFacts(picture: AssetId): TemplateFacts {
    const asset = PictureReads.of(this.props.library).asset(picture);
    return asset ? templateFacts(asset, $getFields().language) : {};
  }

  /** The field above the body that had the keyboard last; null where the body had it. */
  #fieldInUse(): HTMLTextAreaElement | null {
    return this.#lastField instanceof HTMLTextAreaElement ? this.#lastField : null;
  }

  #insertCode(text: string): void {
    insertCode(
      {
        editor: this.editor,
        edits: this.edits,
        field: this.#fieldInUse(),
        $facts: (picture) => this.#$templateFacts(picture),
      },
      text,
    );
  }

  #registerClipboard(): () => void {
    const { editor, pictures } = this;
    const { opened, announce } = this.props;
    return registerClipboard({
      editor,
      storyId: opened.story.id,
      readPicture: (id, file) => pictures.replace(id, file),
      announce,
      offerRemoval: (furniture) => {
        const ids = furniture.flatMap(({ blockIds }) => blockIds);
        const label = ids.length === 1 ? 'Remove it' : `Remove ${ids.length} blocks`;
        announce(furnitureSentence(furniture), 'note', { label, run: () => removeBlocks(editor, ids) });
      },
    });
  }

  /** What the pointer drags: pictures from outside, blocks from one place to another. */
  #registerPointer(): (() => void)[] {
    const line = new DropLine(this.#sheet);
    return [
      registerFigures(this.editor, this.pictures, line),
      registerDragHandle(this.editor, this.#sheet, line),
      () => line.remove(),
      this.#takeClicksBelow(),
    ];
  }

  /** A click under the last line means: go on writing there. */
  #takeClicksBelow(): () => void {
    const press = (event: MouseEvent) => {
      const isBare = event.target === this.#sheet || event.target === this.#scroller;
      const body = this.body.getBoundingClientRect();
      const isBelow = event.clientY > body.bottom && event.clientX > body.left && event.clientX < body.right;
      if (!isBare || !isBelow || event.button !== 0) return;
      event.preventDefault();
      this.editor.update($selectStoryEnd);
      this.body.focus({ preventScroll: true });
    };
    this.#scroller?.addEventListener('mousedown', press);
    return () => this.#scroller?.removeEventListener('mousedown', press);
  }

  #returnToPlace(): void {
    const { place, story } = this.props.opened;
    // A dialog over the page has the keyboard.
    const isHeld = document.activeElement?.closest('[role="dialog"]') != null;
    if (this.#scroller && place) this.#scroller.scrollTop = place.scroll;
    const name = place?.field === 'body' || !place ? null : place.field;
    const isNew = !place && story.fields.headline === '';
    const field = this.#field(isNew ? 'headline' : name);
    if (field) {
      if (isHeld) return;
      field.focus({ preventScroll: place !== null });
      field.setSelectionRange(place?.offset ?? 0, place?.offset ?? 0);
      return;
    }
    const tag = SKIP_SCROLL_INTO_VIEW_TAG;
    this.editor.update(
      () => {
        if (!place || !$restorePlace(place)) $startPlace();
      },
      { discrete: true, tag },
    );
    if (!isHeld) this.body.focus({ preventScroll: true });
  }

  #field(name: string | null): HTMLTextAreaElement | null {
    return this.#sheet.querySelector<HTMLTextAreaElement>(`[data-story-field="${name}"]`) ?? null;
  }

  /** The sheet speaks the story's language and runs its way. */
  #followFields(): () => void {
    return watchFields(this.editor, ({ language, direction }) => {
      for (const element of [this.#sheet, this.body]) if (element && element.lang !== language) element.lang = language;
      // The furniture stands the way the language runs; each line of words still runs by its own first letter.
      if (this.#sheet) this.#sheet.dir = direction === 'auto' ? languageDirection(language) : direction;
    });
  }

  /** Notes where the writer goes without writing. */
  #followCaret(): () => void {
    const onScroll = () => {
      this.#scroll = this.#scroller?.scrollTop ?? 0;
      this.#autosave.moved();
    };
    const onFocus = (event: FocusEvent) => {
      const element = event.target instanceof HTMLElement ? event.target : null;
      const field = element?.dataset['storyField'];
      this.#lastField = field && isPageField(field as 'headline') ? element : null;
      this.#autosave.moved();
    };
    const onSelect = () => {
      if (!this.#sheet.contains(document.activeElement)) return;
      this.#autosave.moved();
    };
    this.#scroller?.addEventListener('scroll', onScroll, { passive: true });
    this.#sheet.addEventListener('focusin', onFocus);
    document.addEventListener('selectionchange', onSelect);
    return mergeRegister(
      // A selection that changed without words is counted, too.
      this.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) this.#figures.ask();
      }),
      () => {
        this.#scroller?.removeEventListener('scroll', onScroll);
        this.#sheet.removeEventListener('focusin', onFocus);
        document.removeEventListener('selectionchange', onSelect);
      },
    );
  }
}
