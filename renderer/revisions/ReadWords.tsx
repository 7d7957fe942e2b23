import type { Inline } from '../../shared/story/inline.ts';

const TAGS: Readonly<Record<string, 'strong' | 'em' | 'u' | 's' | 'sub' | 'sup' | 'code'>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
};

/** Words with their marks. Links are shown, not followed. */
export function ReadWords({ content }: { readonly content: readonly Inline[] }) {
  return content.map((inline, at) => {
    if (inline.type === 'lineBreak') return <br key={at} />;
    if (inline.type === 'link') {
      return (
        <span key={at} className="reading-link" title={inline.url}>
          <ReadWords content={inline.children} />
        </span>
      );
    }
    return (inline.marks ?? []).reduce<React.ReactNode>(
      (inner, mark) => {
        const Tag = TAGS[mark];
        return Tag ? <Tag key={at}>{inner}</Tag> : inner;
      },
      <span key={at}>{inline.text}</span>,
    );
  });
}
