import {
  AudioLines,
  Film,
  Heading2,
  Heading3,
  Image,
  Images,
  List,
  ListOrdered,
  Minus,
  Quote,
  Table,
  TextQuote,
  type LucideIcon,
} from 'lucide-react';
import type { ActionId } from '../../../shared/actions/actions.ts';

/** An entry of the insert menu. */
export interface SlashItem {
  readonly action: ActionId;
  readonly name: string;
  /** What it is for, in a few words. */
  readonly hint: string;
  readonly icon: LucideIcon;
  /** Other words people type for it, in lower case. */
  readonly synonyms: readonly string[];
}

/** What `/` offers, in the order correspondents need it. */
export const SLASH_ITEMS: readonly SlashItem[] = [
  {
    action: 'format.heading2',
    name: 'Heading',
    hint: 'A section of the story',
    icon: Heading2,
    synonyms: ['h2', 'title', 'section', 'crosshead'],
  },
  {
    action: 'format.heading3',
    name: 'Subheading',
    hint: 'A part of a section',
    icon: Heading3,
    synonyms: ['h3', 'heading 3', 'subtitle', 'subhead'],
  },
  {
    action: 'insert.pullQuote',
    name: 'Pull quote',
    hint: 'Words set large beside the copy',
    icon: Quote,
    synonyms: ['pullquote', 'pq', 'callout', 'aside', 'liftout'],
  },
  {
    action: 'insert.picture',
    name: 'Picture',
    hint: 'A photograph with caption and credit',
    icon: Image,
    synonyms: ['image', 'img', 'photo', 'photograph', 'figure', 'media'],
  },
  {
    action: 'insert.gallery',
    name: 'Gallery',
    hint: 'Several pictures that stand together',
    icon: Images,
    synonyms: ['slideshow', 'album', 'several pictures'],
  },
  {
    action: 'insert.video',
    name: 'Video',
    hint: 'A clip with caption, credit and poster',
    icon: Film,
    synonyms: ['clip', 'film', 'footage', 'movie', 'mp4'],
  },
  {
    action: 'insert.audio',
    name: 'Audio',
    hint: 'A voice recording with caption and credit',
    icon: AudioLines,
    synonyms: ['sound', 'recording', 'voice', 'interview', 'podcast', 'mp3'],
  },
  {
    action: 'format.quote',
    name: 'Block quote',
    hint: 'A passage quoted at length',
    icon: TextQuote,
    synonyms: ['blockquote', 'quotation', 'citation', 'indent'],
  },
  {
    action: 'format.bulletedList',
    name: 'Bulleted list',
    hint: 'Points in no order',
    icon: List,
    synonyms: ['bullets', 'ul', 'unordered', 'points'],
  },
  {
    action: 'format.numberedList',
    name: 'Numbered list',
    hint: 'Steps or a ranking',
    icon: ListOrdered,
    synonyms: ['ordered', 'ol', 'numbers', 'steps', '1.'],
  },
  {
    action: 'insert.table',
    name: 'Table',
    hint: 'Figures in rows and columns',
    icon: Table,
    synonyms: ['grid', 'rows', 'columns', 'spreadsheet'],
  },
  {
    action: 'insert.separator',
    name: 'Separator',
    hint: 'A break between two parts',
    icon: Minus,
    synonyms: ['divider', 'rule', 'line', 'hr', 'break', '---'],
  },
];

/** How well an entry answers what was typed: lower is better, null is not at all. */
function rank(item: SlashItem, typed: string): number | null {
  const name = item.name.toLowerCase();
  if (name.startsWith(typed)) return 0;
  if (name.split(' ').some((word) => word.startsWith(typed))) return 1;
  if (item.synonyms.some((synonym) => synonym.startsWith(typed))) return 2;
  // A letter or two inside a word says nothing yet.
  if (typed.length > 2 && name.includes(typed)) return 3;
  return null;
}

/** The entries for what was typed after `/`, best first; all of them when nothing was. */
export function filterSlashItems(typed: string): SlashItem[] {
  const query = typed.trim().toLowerCase();
  if (query === '') return [...SLASH_ITEMS];
  return SLASH_ITEMS.map((item) => ({ item, rank: rank(item, query) }))
    .filter((entry) => entry.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map((entry) => entry.item);
}
