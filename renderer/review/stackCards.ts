/** A card, in the order of the texts they are about: where it would like to begin, and how tall it is. */
export interface StackedCard {
  readonly top: number;
  readonly height: number;
}

/**
 * Where cards beside a page go, top by top, none over another: each at its text or as near below as those before it allow. The
 * chosen one stands at its text always, and those before it make room upwards, beyond the page's top if they must.
 */
export function stackCards(cards: readonly StackedCard[], chosen: number | null, gap: number): number[] {
  const tops: number[] = [];
  const before = chosen ?? 0;
  let bottom = 0;
  for (const { top, height } of cards.slice(0, before)) {
    const at = Math.max(top, bottom);
    tops.push(at);
    bottom = at + height + gap;
  }
  let limit = cards[before]?.top ?? 0;
  for (let index = before; index < cards.length; index += 1) {
    const card = cards[index];
    if (!card) break;
    const at = index === before ? limit : Math.max(card.top, bottom);
    tops.push(at);
    bottom = at + card.height + gap;
  }
  for (let index = before - 1; index >= 0; index -= 1) {
    const at = Math.min(tops[index] ?? 0, limit - gap - (cards[index]?.height ?? 0));
    tops[index] = at;
    limit = at;
  }
  return tops;
}
