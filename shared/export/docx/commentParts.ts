import { attributes, escapeText } from '../html/escapeHtml.ts';
import { element } from '../xml/element.ts';
import { RELATIONSHIPS, TYPE, WORD_NAMESPACES, XML, type ExtraPart } from './fixedParts.ts';

/** One thing said in the margin of a document. */
export interface WordComment {
  readonly number: number;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly text: string;
  readonly isResolved: boolean;
  /** The number of the comment it answers; null for one that begins a thread. */
  readonly answers: number | null;
}

const NAMES = {
  'xmlns:w': WORD_NAMESPACES['xmlns:w'],
  'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
  'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'mc:Ignorable': 'w14 w15',
};

/** The comments themselves, and which of them answer which and are resolved (MS-DOCX 2.5.4). */
export function commentParts(comments: readonly WordComment[]): ExtraPart[] {
  const said = element('w:comments', NAMES, comments.map(commentXml).join(''));
  const threads = element('w15:commentsEx', NAMES, comments.map(threadXml).join(''));
  return [
    {
      ...{ path: 'word/comments.xml', type: `${TYPE}.comments+xml`, relation: `${RELATIONSHIPS}/comments` },
      xml: XML + said,
    },
    {
      ...{ path: 'word/commentsExtended.xml', type: `${TYPE}.commentsExtended+xml` },
      relation: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
      xml: XML + threads,
    },
  ];
}

/** The last paragraph of a comment carries its name. */
function commentXml({ number, by, at, text }: WordComment): string {
  const lines = text.split('\n');
  const paragraphs = lines.map((line, index) => {
    const name = index === lines.length - 1 ? attributes({ 'w14:paraId': paragraphId(number) }) : '';
    return `<w:p${name}><w:r><w:t xml:space="preserve">${escapeText(line)}</w:t></w:r></w:p>`;
  });
  const facts = { 'w:id': number, 'w:author': by, 'w:date': at, 'w:initials': initials(by) };
  return element('w:comment', facts, paragraphs.join(''));
}

function threadXml({ number, answers, isResolved }: WordComment): string {
  const parent = answers === null ? undefined : paragraphId(answers);
  const facts = { 'w15:paraId': paragraphId(number), 'w15:paraIdParent': parent, 'w15:done': isResolved ? 1 : 0 };
  return element('w15:commentEx', facts, '');
}

/** Eight hexadecimal digits, below 80000000. */
function paragraphId(number: number): string {
  return (0x10000000 + number).toString(16).toUpperCase();
}

function initials(name: string): string {
  return Array.from(name.matchAll(/(?<!\S)\S/gu), ([letter]) => letter)
    .slice(0, 3)
    .join('');
}
