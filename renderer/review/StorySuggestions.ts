import type { Suggestion } from '../../shared/suggestions/listSuggestions.ts';
import type { SuggestionName, Verdict } from '../../shared/suggestions/settleSuggestions.ts';
import { countText } from '../ui/countText.ts';
import { Signal } from '../ui/Signal.ts';

export type SuggestionsView = 'marks' | 'accepted';

/** What suggestions need of the page they are on. */
export interface SuggestedPage {
  readonly list: Signal<readonly Suggestion[]>;
  readonly spots: Signal<readonly { readonly id: string; readonly top: number }[]>;
  suggestAs(person: string | null): void;
  show(view: SuggestionsView, chosen: string | null): void;
  settle(verdict: Verdict, names: readonly SuggestionName[]): void;
  settleAll(verdict: Verdict, by: string | null): void;
  reveal(id: string): boolean;
  within(): readonly Suggestion[];
  fromCaret(way: 1 | -1): Suggestion | null;
}

interface SuggestionsHost {
  /** The page, once there is one. */
  readonly page: () => SuggestedPage | null;
  /** Calls back whenever it may be another, or whoever sits here goes by another name. */
  readonly onChange: (listener: () => void) => () => void;
  /** What whoever sits here calls themselves. */
  readonly person: () => string;
  readonly focusPage: () => void;
  readonly announce: (message: string) => void;
}

/** What is proposed in the story on the page, and whether what is written there is proposed, too. */
export class StorySuggestions {
  readonly page = new Signal<SuggestedPage | null>(null);
  /** Whether what is written is a suggestion. */
  readonly isSuggesting = new Signal(false);
  readonly view = new Signal<SuggestionsView>('marks');
  readonly chosen = new Signal<string | null>(null);
  /** Grows when the chosen card is to have the keyboard. */
  readonly keyboardAsked = new Signal(0);
  #isWatched = false;

  constructor(private readonly host: SuggestionsHost) {}

  /** Follows the page from now on; once for all. */
  watch(): void {
    if (this.#isWatched) return;
    this.#isWatched = true;
    this.host.onChange(() => this.#settle());
    this.#settle();
  }

  toggle(): void {
    this.watch();
    this.isSuggesting.set(!this.isSuggesting.value);
    this.#settle();
    this.host.announce(
      this.isSuggesting.value
        ? 'What you write now is a suggestion, until you switch it off.'
        : 'What you write now is written outright.',
    );
  }

  setView(view: SuggestionsView): void {
    this.watch();
    this.view.set(view);
    this.#show();
  }

  choose(id: string | null, takesKeyboard = false): void {
    this.chosen.set(id);
    this.#show();
    if (takesKeyboard) this.keyboardAsked.set(this.keyboardAsked.value + 1);
  }

  /** Goes to the suggestion at the caret, or to the next one. */
  step(way: 1 | -1): void {
    this.watch();
    const suggestion = this.page.value?.fromCaret(way);
    if (!suggestion) {
      this.host.announce('Nothing is suggested here.');
      return;
    }
    this.page.value?.reveal(suggestion.id);
    this.choose(suggestion.id);
  }

  /** Settles what is selected, else the chosen one, else the one at the caret. */
  settleHere(verdict: Verdict): void {
    this.watch();
    const page = this.page.value;
    const within = page?.within() ?? [];
    const chosen = page?.list.value.find(({ id }) => id === this.chosen.value);
    const some = within.length > 0 ? within : chosen ? [chosen] : [];
    if (!page || some.length === 0) this.host.announce('There is no suggestion here.');
    else this.settle(verdict, some);
  }

  /** `takesKeyboard`: the card that is pressed on goes, and the next one has the keyboard, else the page. */
  settle(verdict: Verdict, suggestions: readonly Suggestion[], takesKeyboard = false): void {
    const page = this.page.value;
    if (!page) return;
    const at = page.list.value.findIndex(({ id }) => id === suggestions[0]?.id);
    page.settle(verdict, suggestions);
    const next = page.list.value[Math.min(Math.max(at, 0), page.list.value.length - 1)];
    this.choose(next?.id ?? null, takesKeyboard);
    if (!next && takesKeyboard) this.host.focusPage();
  }

  settleAll(verdict: Verdict, by: string | null = null): void {
    this.watch();
    const page = this.page.value;
    const count = page?.list.value.filter((one) => by === null || one.by === by).length ?? 0;
    if (!page || count === 0) {
      this.host.announce('Nothing is suggested here.');
      return;
    }
    page.settleAll(verdict, by);
    this.choose(null);
    const done = verdict === 'accept' ? 'accepted' : 'rejected';
    this.host.announce(`${countText(count, 'suggestion', 'suggestions')} ${done}. Undo brings them back.`);
  }

  /** Gives the keyboard to the words of a suggestion, or to the page. */
  returnToWords(id: string): void {
    if (!this.page.value?.reveal(id)) this.host.focusPage();
  }

  #settle(): void {
    const page = this.host.page();
    if (page !== this.page.value) {
      this.chosen.set(null);
      this.page.set(page);
    }
    page?.suggestAs(this.isSuggesting.value ? this.host.person() : null);
    this.#show();
  }

  #show(): void {
    this.page.value?.show(this.view.value, this.chosen.value);
  }
}
