import type { TextPart } from '../../shared/compare/comparison.ts';
import { formatChange } from '../../shared/compare/formatChange.ts';
import { ReadWords } from './ReadWords.tsx';

/** A text with what was taken out struck and what was put in underlined, where it stands. */
export function ComparedWords({ text }: { readonly text: readonly TextPart[] }) {
  return text.map((part, at) => {
    const words = <ReadWords content={part.content} />;
    switch (part.kind) {
      case 'added':
        return <ins key={at}>{words}</ins>;
      case 'removed':
        return <del key={at}>{words}</del>;
      case 'reformatted': {
        const change = formatChange(part.before, part.content);
        return (
          <span key={at} className="compare-format" title={change}>
            {words}
            <span className="visually-hidden"> ({change})</span>
          </span>
        );
      }
      default:
        return <span key={at}>{words}</span>;
    }
  });
}
