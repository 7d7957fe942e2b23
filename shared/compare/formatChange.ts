import type { Inline } from '../story/inline.ts';

/** What changed about words that stayed: "now bold, no longer italic", "links elsewhere". */
export function formatChange(before: readonly Inline[], after: readonly Inline[]): string {
  const [old, now] = [marksIn(before), marksIn(after)];
  const changes = [
    ...[...now].filter((mark) => !old.has(mark)).map((mark) => `now ${mark}`),
    ...[...old].filter((mark) => !now.has(mark)).map((mark) => `no longer ${mark}`),
  ];
  const [oldLinks, newLinks] = [linksIn(before), linksIn(after)];
  if (oldLinks.join(' ') !== newLinks.join(' ')) {
    if (oldLinks.length === 0) changes.push(`now a link to ${newLinks.join(', ')}`);
    else changes.push(newLinks.length === 0 ? 'no longer a link' : `now links to ${newLinks.join(', ')}`);
  }
  return changes.join(', ') || 'set differently';
}

function marksIn(content: readonly Inline[]): Set<string> {
  return new Set(
    content.flatMap((inline) => {
      if (inline.type === 'link') return [...marksIn(inline.children)];
      return inline.type === 'text' ? (inline.marks ?? []) : [];
    }),
  );
}

function linksIn(content: readonly Inline[]): string[] {
  return content.flatMap((inline) => (inline.type === 'link' ? [inline.url] : []));
}
