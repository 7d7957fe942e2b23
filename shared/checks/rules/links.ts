import type { Fix } from '../finding.ts';
import { addressProblem, showsOtherAddress, withoutTracking } from '../linkAddress.ts';
import { storyRule, type Rule, type StorySpot, type StoryView } from '../rule.ts';
import { linksOf, type PlacedLink } from '../storyLinks.ts';
import { isEmptyLinkText } from '../words/emptyLinkTexts.ts';

interface Said {
  readonly message: string;
  /** The address that mends it. */
  readonly better?: string | undefined;
}

function eachLink({ texts, story }: StoryView, say: (link: PlacedLink) => Said | null): StorySpot[] {
  const copies = new Map(texts.map((copy) => [copy.key, copy]));
  return story.blocks.flatMap((block) =>
    linksOf(block).flatMap((link): StorySpot[] => {
      const said = say(link);
      if (said === null) return [];
      const { message, better } = said;
      const fix: Fix | undefined = better === undefined ? undefined : { address: { from: link.url, to: better } };
      const copy = copies.get(`${block.id}/${link.slot}`);
      const [start, end] = [link.start, link.start + link.text.length];
      return copy
        ? [{ copy, start, end, message, fix }]
        : [{ place: { in: 'block', blockId: block.id, slot: link.slot, start, end }, message }];
    }),
  );
}

/** Links that lead somewhere and say where. Whether the page still answers is asked elsewhere, when somebody asks. */
export const LINK_RULES: readonly Rule[] = [
  storyRule({
    id: 'link-broken',
    level: 'warn',
    title: 'Link with a broken address',
    why: 'An address with a slip in it leads nowhere, or somewhere else.',
    judge: (_, view) => eachLink(view, ({ url }) => addressProblem(url)),
  }),
  storyRule({
    id: 'link-no-words',
    level: 'warn',
    title: 'Link without words',
    why: 'Nobody can see or press a link that has no words; it is often what is left of a deleted one.',
    judge: (_, view) =>
      eachLink(view, ({ text, url }) => (text.trim() === '' ? { message: `A link to “${url}” has no words.` } : null)),
  }),
  storyRule({
    id: 'link-other-address',
    level: 'warn',
    title: 'Link text shows another address',
    why: 'Readers trust the address they read; a link that leads elsewhere is a slip or a trick.',
    judge: (_, view) =>
      eachLink(view, ({ text, url }) =>
        showsOtherAddress(text, url) ? { message: `The link says “${text.trim()}” but leads to “${url}”.` } : null,
      ),
  }),
  storyRule({
    id: 'link-text',
    level: 'note',
    title: 'Link text that says nothing',
    why: 'Readers, and screen readers, jump from link to link: “here” tells them nothing.',
    judge: (_, view) =>
      eachLink(view, ({ text }) =>
        isEmptyLinkText(text) ? { message: `The link text “${text.trim()}” does not say where it leads.` } : null,
      ),
  }),
  storyRule({
    id: 'link-tracking',
    level: 'note',
    title: 'Link that follows its readers',
    why: 'Parameters such as utm_source tell the other site how its reader came; the page is the same without them.',
    judge: (_, view) =>
      eachLink(view, ({ url }) => {
        const better = withoutTracking(url);
        return better === url ? null : { message: 'The address carries tracking parameters.', better };
      }),
  }),
];
