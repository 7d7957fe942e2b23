import { z } from 'zod';
import { excerpt } from '../http/judgeAnswer.ts';

const nodeSchema = z.looseObject({ type: z.string() });
/** A node of a post’s text, whatever it is. */
export type LexicalNode = z.infer<typeof nodeSchema>;

const documentSchema = z.object({ root: z.looseObject({ children: z.array(nodeSchema) }) });

/** The nodes of the first level in a post’s text; none where it has no text that could be read. */
export function readNodes(lexical: string | null): LexicalNode[] {
  return parseDocument(lexical)?.root.children ?? [];
}

/** A post’s text with these nodes; what else `lexical` says of itself stays. */
export function writeNodes(nodes: readonly unknown[], lexical: string | null = null): string {
  const own = { direction: null, format: '', indent: 0, type: 'root', version: 1 };
  const empty = { children: [], direction: null, format: '', indent: 0, type: 'paragraph', version: 1 };
  return JSON.stringify({
    root: { ...own, ...parseDocument(lexical)?.root, children: nodes.length > 0 ? nodes : [empty] },
  });
}

function parseDocument(lexical: string | null): z.infer<typeof documentSchema> | null {
  if (lexical === null) return null;
  try {
    const read: unknown = JSON.parse(lexical);
    // As it was read: the schema would put its properties into another order.
    return isDocument(read) ? read : null;
  } catch {
    return null;
  }
}

function isDocument(value: unknown): value is z.infer<typeof documentSchema> {
  return documentSchema.safeParse(value).success;
}

const NAMES: Readonly<Record<string, string>> = {
  text: 'extended-text',
  heading: 'extended-heading',
  quote: 'extended-quote',
  autolink: 'link',
};
/** What Ghost’s editor writes anew whenever it saves, and readers never see. */
const PASSING = new Set([
  'version',
  'direction',
  'detail',
  'mode',
  'rel',
  'target',
  'value',
  'textFormat',
  'textStyle',
  'width',
  'height',
]);
/** What a property says when nobody chose anything. */
const ORDINARY: Readonly<Record<string, unknown>> = {
  cardWidth: 'regular',
  indent: 0,
  visibility: {
    web: { nonMember: true, memberSegment: 'status:free,status:-free' },
    email: { memberSegment: 'status:free,status:-free' },
  },
};

/**
 * What a node says, in one spelling: two that read the same have the same, though Ghost’s editor, saving, writes its properties in
 * another order, calls `heading` `extended-heading`, wraps captions and joins texts. It is for comparing only.
 */
export function nodeToken(node: LexicalNode): string {
  return JSON.stringify(plain(node));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return joinTexts(value.map(plain));
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, own] of Object.entries(sorted(value))) {
    if (PASSING.has(name) || own === null || own === '' || own === undefined) continue;
    const said = plainProperty(name, own);
    if (JSON.stringify(said) !== JSON.stringify(plain(ORDINARY[name]))) kept[name] = said;
  }
  return kept;
}

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function plainProperty(name: string, own: unknown): unknown {
  if (typeof own !== 'string') return plain(own);
  if (name === 'type') return NAMES[own] ?? own;
  // Its editor for captions knows no `cite` and puts a `span` around each run.
  return name === 'caption'
    ? own
        .replace(/<\/?(?:span|cite|p)\b[^>]*>/gi, '')
        .replaceAll('&nbsp;', '\u00a0')
        .trim()
    : own;
}

const textSchema = z.strictObject({
  type: z.literal('extended-text'),
  text: z.string(),
  format: z.int(),
  style: z.string().optional(),
});

function joinTexts(nodes: readonly unknown[]): unknown[] {
  const joined: unknown[] = [];
  for (const node of nodes) {
    const [last, next] = [textSchema.safeParse(joined.at(-1)).data, textSchema.safeParse(node).data];
    if (last && next && last.format === next.format && last.style === next.style)
      joined[joined.length - 1] = sorted({ ...last, text: last.text + next.text });
    else joined.push(node);
  }
  return joined;
}

/** The words of a token, or of several with blank lines between them; what is none is words already. */
export function sayToken(token: string, length = 160): string {
  const words = token
    .split('\n\n')
    .map((one) => {
      const node = one.startsWith('{') ? parseNode(one) : null;
      return node ? wordsOf(node).trim() : one;
    })
    .join('\n\n');
  return words.length > length ? `${words.slice(0, length)}…` : words;
}

function parseNode(token: string): LexicalNode | null {
  try {
    return nodeSchema.safeParse(JSON.parse(token)).data ?? null;
  } catch {
    return null;
  }
}

function wordsOf(node: LexicalNode): string {
  const { text, html, caption, alt, children } = node;
  if (node.type === 'linebreak') return '\n';
  if (typeof text === 'string') return text;
  if (Array.isArray(children)) {
    const inner = z.array(nodeSchema).safeParse(children).data ?? [];
    return inner.map(wordsOf).join(node.type === 'list' ? '\n' : '');
  }
  const said = [html, caption].find((one) => typeof one === 'string');
  return typeof said === 'string' ? excerpt(said, Infinity) : typeof alt === 'string' ? alt : '';
}
