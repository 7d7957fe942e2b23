import type { BlockComparison, PieceKind, TextPart } from '../../shared/compare/comparison.ts';
import { assertNever } from '../../shared/lang/assertNever.ts';
import type { Block, Figure } from '../../shared/story/block.ts';
import { ComparedWords } from './ComparedWords.tsx';
import { ReadMedium } from './ReadMedium.tsx';

interface ComparedBlockProps {
  readonly change: BlockComparison;
  readonly before: Block | null;
  readonly after: Block | null;
}

/** A block with what was taken out and put in, set as on the page. */
export function ComparedBlock({ change, before, after }: ComparedBlockProps) {
  const block = after ?? before;
  const direction = { dir: block?.direction ?? 'auto', lang: block?.language };
  switch (change.shape) {
    case 'words': {
      const Tag =
        block?.type === 'heading' ? (block.level === 2 ? 'h4' : 'h5') : block?.type === 'quote' ? 'blockquote' : 'p';
      return (
        <Tag {...direction}>
          <ComparedWords text={change.text} />
        </Tag>
      );
    }
    case 'pullQuote':
      return (
        <blockquote className="reading-pull" {...direction}>
          <ComparedWords text={change.text} />
          {change.attribution.length > 0 && (
            <footer>
              <ComparedWords text={change.attribution} />
            </footer>
          )}
        </blockquote>
      );
    case 'list':
      return (
        <ul className="compare-list">
          {change.items.map((item, at) => (
            <li key={at} dir="auto" data-list={item.list} style={{ marginInlineStart: `${item.depth * 24}px` }}>
              <Whole kind={item.kind}>
                <ComparedWords text={item.text} />
              </Whole>
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <table {...direction}>
          <tbody>
            {change.rows.map((row, at) => (
              <tr key={at}>
                {row.cells.map((cell, column) => {
                  const Cell = cell.header ? 'th' : 'td';
                  return (
                    <Cell key={column} colSpan={cell.colSpan} rowSpan={cell.rowSpan} data-change={cell.kind}>
                      <Whole kind={cell.kind}>
                        <ComparedWords text={cell.text} />
                      </Whole>
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'figure':
      return <ComparedFigure before={asFigure(before)} after={asFigure(after)} {...change} />;
    case 'separator':
      return <hr />;
    default:
      return assertNever(change, 'shape');
  }
}

function asFigure(block: Block | null): Figure | null {
  return block?.type === 'figure' ? block : null;
}

/** An item or a cell that is in one version only may have no words to tell so. */
function Whole({ kind, children }: { readonly kind: PieceKind; readonly children: React.ReactNode }) {
  if (kind === 'added') return <ins className="compare-whole">{children}</ins>;
  return kind === 'removed' ? <del className="compare-whole">{children}</del> : children;
}

interface ComparedFigureProps {
  readonly before: Figure | null;
  readonly after: Figure | null;
  readonly traits: BlockComparison['traits'];
  readonly caption: readonly TextPart[];
  readonly credit: readonly TextPart[];
  readonly alt: readonly TextPart[];
}

/** Both pictures where the picture or its frame changed; the words one by one. */
function ComparedFigure({ before, after, traits, caption, credit, alt }: ComparedFigureProps) {
  const isOther = !before || !after || traits.some(({ name }) => ['picture', 'crop', 'turn', 'poster'].includes(name));
  const isAltChanged = alt.some(({ kind }) => kind !== 'same');
  return (
    <figure>
      {isOther ? (
        <div className="compare-pictures">
          {before?.assetId && (
            <del>
              <ReadMedium figure={before} />
            </del>
          )}
          {after?.assetId && (
            <ins>
              <ReadMedium figure={after} />
            </ins>
          )}
        </div>
      ) : (
        <ReadMedium figure={after} />
      )}
      <figcaption dir="auto">
        <ComparedWords text={caption} />{' '}
        {credit.length > 0 && (
          <small>
            <ComparedWords text={credit} />
          </small>
        )}
        {isAltChanged && (
          <p className="compare-alt" dir="auto">
            <span className="compare-label">Alt text</span> <ComparedWords text={alt} />
          </p>
        )}
      </figcaption>
    </figure>
  );
}
