import type { ActionId } from '../../shared/actions/actions.ts';
import type { Fix, Level, Place } from '../../shared/checks/finding.ts';
import type { TypedCode } from '../../shared/codes/CodeList.ts';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { OpenedStory } from '../../shared/ipc/librarySchemas.ts';
import type { Result } from '../../shared/lang/result.ts';
import type { Asset, PictureField } from '../../shared/media/asset.ts';
import type { Medium } from '../../shared/media/medium.ts';
import type { BroughtWords, PictureWords } from '../../shared/media/pictureWords.ts';
import type { Figure, Focus } from '../../shared/story/block.ts';
import type { AssetId, BlockId, ThreadId } from '../../shared/story/ids.ts';
import type { Anchor, Thread } from '../../shared/story/review.ts';
import type { StoryFields } from '../../shared/story/fields.ts';
import type { Story } from '../../shared/story/story.ts';
import type { Suggestion } from '../../shared/suggestions/listSuggestions.ts';
import type { SuggestionName, Verdict } from '../../shared/suggestions/settleSuggestions.ts';
import type { Signal } from '../ui/Signal.ts';

/** What "Save status" says. `saved` only after the durable acknowledgement of everything on the page. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unsaved'; readonly reason: string };

/** Figures of the story and of the selection, recomputed off the typing path. */
export interface StoryStats {
  readonly words: number;
  readonly characters: number;
  readonly readingMinutes: number;
  readonly targetWords: number | null;
  /** Words in pull-quotes: they are printed beside the others. */
  readonly pulledWords: number;
  /** null when nothing is selected. */
  readonly selection: { readonly words: number; readonly characters: number } | null;
}

/** A figure or pull-quote of the story, for the Media tab: where it is and what it says. */
export interface OutlineEntry {
  readonly blockId: BlockId;
  readonly type: 'heading' | 'figure' | 'pullQuote';
  readonly text: string;
  /** Of a figure only. */
  readonly picture?: FigureWords;
}

/** A figure's picture and what is said of it. */
export interface FigureWords {
  readonly assetId: AssetId | null;
  readonly words: PictureWords;
  readonly medium: Medium;
  /** What must stay in sight of the file's picture; null where nobody said. */
  readonly point: Focus | null;
  readonly origin: Figure['origin'];
}

/** What mends a place of the story, and the words that stand there now: where they do not, nothing is changed. */
export interface PlacedEdit {
  readonly place: Place;
  readonly words: string;
  readonly fix: Fix;
}

/** Something to mark on the page: words to underline, and a sign in the margin beside them. */
export interface PageMark {
  readonly place: Place;
  readonly level: Level;
  /** One sentence. */
  readonly message: string;
}

/** Somebody wants to know more of the marks with these indexes; `anchor` is their sign in the margin. */
export type OpenMarks = (indexes: readonly number[], anchor: HTMLElement, takesKeyboard: boolean) => void;

/**
 * Somebody asked, by the mouse or the keyboard, what can be done with the mark of this index; `at` is where in the window, and
 * `returnTo` had the keyboard. Answers whether there is anything.
 */
export type AskMark = (index: number, at: { readonly x: number; readonly y: number }, returnTo: HTMLElement) => boolean;

/** A thread that is being begun: its words are marked, nothing has been said yet. */
export interface BegunThread {
  readonly id: ThreadId;
  readonly about: Anchor;
}

/** Where the words of a thread are drawn, in pixels from the top of the sheet. */
export interface CommentSpot {
  readonly id: ThreadId;
  readonly top: number;
}

/** The threads of the story, and how they are to be seen. */
export interface FollowedThreads {
  readonly threads: readonly Pick<Thread, 'id' | 'about'>[];
  /** Those to be drawn. */
  readonly drawn: ReadonlySet<ThreadId>;
  /** Those of them that are settled. */
  readonly resolved: ReadonlySet<ThreadId>;
  readonly chosen: ThreadId | null;
  /** Somebody pressed on words of this thread. */
  readonly onPick: (id: ThreadId) => void;
}

/** The comments of the story on its page. */
export interface CommentsOnPage {
  /** An element of the sheet, for cards and signs; in the page while there is anything to draw. */
  readonly layer: HTMLElement;
  /** The threads whose words stand in the story, in reading order. What is not among them is about words that are gone. */
  readonly spots: Signal<readonly CommentSpot[]>;
  /** Shows these threads and no others, without touching the words. */
  follow(followed: FollowedThreads): void;
  /** Keeps the layer in the page for what else there is to draw in the margin. */
  keepLayer(isKept: boolean): void;
  /** Begins a thread on what is selected, else on the block or the field with the caret; null where there is nothing. */
  begin(): BegunThread | null;
  /** Takes the marks of a thread that came to nothing off its words. */
  drop(id: ThreadId): void;
  /** Selects the words of a thread, brings them into view and gives them the keyboard; false where they are gone. */
  reveal(id: ThreadId): boolean;
  /** The thread at the caret; else the next one from there, in this direction; null where there is none. */
  fromCaret(way: 1 | -1): ThreadId | null;
}

/** How suggestions are shown: marked, or as if all were accepted. */
export type SuggestionsView = 'marks' | 'accepted';

/** Where a suggestion is drawn, in pixels from the top of the sheet. */
export interface SuggestionSpot {
  readonly id: string;
  readonly top: number;
}

/** What is proposed in the story on the page. */
export interface SuggestionsOnPage {
  /** In reading order; follows what is written when the keys rest. */
  readonly list: Signal<readonly Suggestion[]>;
  readonly spots: Signal<readonly SuggestionSpot[]>;
  /** Whoever proposes what is written from now on; null: it is written outright. */
  suggestAs(person: string | null): void;
  show(view: SuggestionsView, chosen: string | null): void;
  /** Settles some, as one step that can be undone. */
  settle(verdict: Verdict, names: readonly SuggestionName[]): void;
  /** Settles all of one person, or (null) of everybody, as one step that can be undone. */
  settleAll(verdict: Verdict, by: string | null): void;
  /** Selects its words, brings them into view and gives them the keyboard; false where they are gone. */
  reveal(id: string): boolean;
  /** Those in the selection; at a caret the chosen one of those it touches, else all of them. */
  within(): readonly Suggestion[];
  /** The one at the caret, or the next from there or from the chosen one; null where there is none. */
  fromCaret(way: 1 | -1): Suggestion | null;
}

/** What the shell may do with an open story. */
export interface StoryEditorHandle {
  /** Runs an editing action; false when it means nothing to the editor (the shell handles it then). */
  run(action: ActionId): boolean;
  /** Puts everything on disk; null when done, else the sentence why not. */
  flush(): Promise<string | null>;
  focus(): void;
  /** Selects a block and scrolls it into view. */
  reveal(blockId: BlockId): void;
  /** Selects the words at a place, scrolls them into view and gives them the keyboard; false where the page has no such place. */
  revealPlace(place: Place): boolean;
  /** Changes words in several places as one step that can be undone; answers how many were changed. */
  replacePlaces(edits: readonly PlacedEdit[]): number;
  /** Marks these places and no others, without touching the words. */
  showMarks(marks: readonly PageMark[], onOpen: OpenMarks, onAsk: AskMark): void;
  /** Opens the marks of a place's block or field, or (null) of the one with the caret; false where there are none. */
  openMarks(place: Place | null): boolean;
  readonly comments: CommentsOnPage;
  readonly suggestions: SuggestionsOnPage;
  /** The story as it stands on the page, saved or not. */
  readStory(): Story;
  /** `isStep`: undone by itself, whatever was typed just before. */
  setField<Name extends keyof StoryFields>(name: Name, value: StoryFields[Name], isStep?: boolean): void;
  /** Calls back now and at every change of the fields, until the returned function is called. */
  onFields(listener: (fields: StoryFields) => void): () => void;
  /** Puts words of the picture's own into a field of its figure, as one step that can be undone. */
  takePictureWords(blockId: BlockId, field: PictureField, words: BroughtWords): void;
  /** Asks for another file for a figure; what was typed about the picture stays. */
  replacePicture(blockId: BlockId): void;
  insertPictures(files: readonly File[]): void;
  /** Places a picture that is in the library already. */
  insertAsset(asset: Asset): void;
  /** Types what a code stands for where the writer was, as one step that can be undone. */
  insertCode(text: string): void;
  /** Gives the picture the caret is in this caption and credit, as one step that can be undone; false where it is in none. */
  putCaption(words: Pick<Figure, 'caption' | 'credit'>): boolean;
}

/** What a sentence offers to do. */
export interface WayOn {
  readonly label: string;
  readonly run: () => void;
}

/** What the editor needs from outside; given by the shell, so that the editor imports no other screen. */
export interface StoryEditorProps {
  readonly opened: OpenedStory;
  readonly library: LibraryClient;
  readonly addPicture: (file: File, ticket: string) => Promise<Result<Asset>>;
  /** What whoever sits here calls themselves, for what is recorded in their name; may be empty. */
  readonly signature: () => string;
  /** The code that the last character of these words has just closed, and what it stands for; null where there is none. */
  readonly codeAtEnd: (before: string) => TypedCode | null;
  /** Opens a link in the user's browser. */
  readonly openLink: (url: string) => void;
  /** Runs an action that belongs to the shell (toolbar buttons call the same actions as the menus). */
  readonly runAction: (action: ActionId) => void;
  readonly onReady: (handle: StoryEditorHandle) => void;
  readonly onSaveState: (state: SaveState) => void;
  readonly onStats: (stats: StoryStats) => void;
  readonly onOutline: (outline: readonly OutlineEntry[]) => void;
  /** Which formatting is on where the caret is, for pressed toolbar buttons and menus. */
  readonly onActiveFormats?: (active: readonly ActionId[]) => void;
  /** A sentence for the user that is no dialog (a refused picture, a paste with furniture), with what can be done about it. */
  readonly announce: (message: string, kind: 'note' | 'error', way?: WayOn) => void;
}
