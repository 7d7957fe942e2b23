import type { DiffPart } from '../../../shared/lang/diffWords.ts';

/** How a pull-quote and its source differ, word by word: struck out what only the quote says, underlined what the source does. */
export function QuoteDiff({ diff }: { readonly diff: readonly DiffPart[] }) {
  return (
    <figure className="quote-diff">
      <p dir="auto">
        {diff.map(({ kind, text }, at) => {
          const key = `${at}${kind}`;
          const gap = at === 0 ? '' : ' ';
          if (kind === 'same') return <span key={key}>{gap + text}</span>;
          return (
            <span key={key}>
              {gap}
              {kind === 'removed' ? <del>{text}</del> : <ins>{text}</ins>}
            </span>
          );
        })}
      </p>
      <figcaption>
        <del>Struck out</del> only in the quote, <ins>underlined</ins> only in the story
      </figcaption>
    </figure>
  );
}
