import { attribute, classNames, type HtmlElement } from './htmlTree.ts';

/** What page furniture is called by those who build pages, and what it is called in an offer to remove it. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:newsletters?|signup|subscribe|subscription|subscriptions|mailinglist|optin)$/, 'an invitation to subscribe'],
  [/^(?:donate|donation|donations|appeal|fundraiser|fundraising|membership|contribute)$/, 'an appeal to donate'],
  [
    /^(?:ad|ads|adv|advert|adverts|advertisement|advertising|adslot|adunit|sponsored|promo|promotion|promoted)$/,
    'an advertisement',
  ],
  [
    /^(?:related|recommended|recommendations|readmore|morefrom|moreon|outbrain|taboola|trending|mostread|popular)$/,
    'links to other stories',
  ],
  [/^(?:share|sharing|sharebar|sharedaddy|addtoany|social|socials|followus)$/, 'buttons to share the page'],
  [/^(?:cookie|cookies|gdpr|consent|onetrust)$/, 'a notice about cookies'],
  [/^(?:comments|disqus|respond|replies)$/, "readers' comments"],
  [/^(?:breadcrumb|breadcrumbs|pagination|pager|toc|skiplink|jumplink)$/, 'a way around the page'],
  [/^(?:paywall|regwall|loginwall|piano)$/, 'a notice about access'],
  [/^(?:tags|taglist|posttags|categories|catlinks)$/, 'keywords of the page'],
];
const JOINED = /^(mailing|opt|read|more|most|follow|skip|jump|reg|login|tag|post|cat|ad|share)$/;
/** Names that say what state an element is in, or what a story is filed under. */
const STATE = /^(?:has|with|without|no|not|is|hide|show|supports|category|tag|type|format|single|layout|theme)[-_]/;
/** Elements that hold the page or the story itself: their classes say what else is on the page. */
const TOO_LARGE = new Set(['html', 'body', 'main', 'article']);

/** Why an element looks like page furniture by its name, in plain words; null if it does not. */
export function suspectElement(element: HtmlElement): string | null {
  if (TOO_LARGE.has(element.tagName)) return null;
  const names = [...classNames(element), (attribute(element, 'id') ?? '').toLowerCase()].filter(
    (name) => !STATE.test(name),
  );
  const words = names.flatMap((name) => {
    const parts = name.split(/[^a-z0-9]+/).filter(Boolean);
    // `read-more` and `readmore` are one name.
    const pairs = parts.flatMap((part, index) => (JOINED.test(part) ? [part + (parts[index + 1] ?? '')] : []));
    return [...parts, ...pairs];
  });
  for (const [pattern, reason] of NAMES) if (words.some((word) => pattern.test(word))) return reason;
  return null;
}
