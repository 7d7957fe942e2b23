import { assertNever } from '../../shared/lang/assertNever.ts';
import type { Block, ListItem } from '../../shared/story/block.ts';
import { ReadMedium } from './ReadMedium.tsx';
import { ReadWords } from './ReadWords.tsx';

/** A block to read, set as on the page. */
export function ReadBlock({ block }: { readonly block: Block }) {
  const direction = { dir: block.direction ?? 'auto', lang: block.language };
  switch (block.type) {
    case 'paragraph':
      return (
        <p {...direction}>
          <ReadWords content={block.content} />
        </p>
      );
    case 'heading': {
      const Heading = block.level === 2 ? 'h4' : 'h5';
      return (
        <Heading {...direction}>
          <ReadWords content={block.content} />
        </Heading>
      );
    }
    case 'quote':
      return (
        <blockquote {...direction}>
          <ReadWords content={block.content} />
        </blockquote>
      );
    case 'list':
      return <ReadList kind={block.kind} items={block.items} start={block.start} />;
    case 'pullQuote':
      return (
        <blockquote className="reading-pull" {...direction}>
          <ReadWords content={block.content} />
          {block.attribution && <footer>{block.attribution}</footer>}
        </blockquote>
      );
    case 'figure':
      return (
        <figure {...direction}>
          <ReadMedium figure={block} />
          <figcaption>
            <ReadWords content={block.caption} /> {block.credit && <small>{block.credit}</small>}
          </figcaption>
        </figure>
      );
    case 'table':
      return (
        <table {...direction}>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => {
                  const Cell = cell.header ? 'th' : 'td';
                  return (
                    <Cell key={column} colSpan={cell.colSpan} rowSpan={cell.rowSpan}>
                      <ReadWords content={cell.content} />
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'separator':
      return <hr />;
    default:
      return assertNever(block, 'block');
  }
}

interface ReadListProps {
  readonly kind: 'bulleted' | 'numbered';
  readonly items: readonly ListItem[];
  readonly start?: number | undefined;
}

function ReadList({ kind, items, start }: ReadListProps) {
  const children = items.map((item, at) => (
    <li key={at} dir="auto">
      <ReadWords content={item.content} />
      {item.list && <ReadList kind={item.list.kind} items={item.list.items} />}
    </li>
  ));
  return kind === 'numbered' ? <ol start={start}>{children}</ol> : <ul>{children}</ul>;
}
