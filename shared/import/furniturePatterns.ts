/** What a line of page furniture says, and what it is called in an offer to remove it. */
export interface FurniturePattern {
  readonly pattern: RegExp;
  readonly reason: string;
  /** Only a sign of furniture above the story or below it: inside, the same words can be the reporter's. */
  readonly atEdges?: boolean;
}

const DONATE = 'an appeal to donate';
const SUBSCRIBE = 'an invitation to subscribe';
const SHARE = 'buttons to share the page';
const RELATED = 'links to other stories';
const ACCOUNT = 'a way around the page';
const COOKIES = 'a notice about cookies';
const RIGHTS = "the page's legal notice";
const ADVERT = 'an advertisement';
const TIME = "the page's time stamp";

/** Whole lines first: they are furniture wherever they stand. Longer lines than any of these are never looked at. */
export const FURNITURE_PATTERNS: readonly FurniturePattern[] = [
  {
    reason: DONATE,
    pattern:
      /^(?:donate|donate now|give now|support us|support our work|become a (?:member|supporter)|make a (?:donation|gift))[!.…›»→ ]*$/iu,
  },
  {
    reason: SUBSCRIBE,
    pattern:
      /^(?:subscribe|subscribe now|sign up|sign up now|newsletter|newsletters|get the newsletter|free newsletter)[!.…›»→ ]*$/iu,
  },
  {
    reason: SHARE,
    pattern:
      /^(?:share|tweet|pin|pin it|e-?mail|print|copy link|whatsapp|facebook|twitter|x|telegram|linkedin|reddit|flipboard|follow|follow us|share this|share this (?:article|story|post|page)|share on .{1,30}|listen to this article|save|bookmark|gift this article)[!.…›»→: ]*$/iu,
  },
  { reason: RELATED, pattern: /^more (?:from|on|about) [^.!?]{1,50}[:»›→ ]*$/iu },
  {
    reason: RELATED,
    pattern:
      /^(?:related|related (?:stories|articles|posts|content|topics|news)|read more|read next|more stories|most read|most popular|trending|trending now|recommended|recommended for you|you may also like|also read|up next|editor'?s picks?|editors’ picks|latest news|top stories)[!.…›»→: ]*$/iu,
  },
  {
    reason: RELATED,
    pattern: /^(?:read (?:more|also)|also read|see also|related|watch|listen)\s*[:|»›→]\s*\S.{0,160}$/iu,
  },
  {
    reason: ACCOUNT,
    pattern:
      /^(?:menu|home|search|skip to (?:main )?content|back to top|log ?in|sign in|register|my account|next|previous|next (?:article|story|post)|previous (?:article|story|post)|load more|show more|view comments|leave a (?:comment|reply)|comments|\d+ comments?|loading|close|tags|topics|browse (?:categories|topics).{0,40})[!.…›»→: ]*$/iu,
  },
  {
    reason: ADVERT,
    pattern:
      /^(?:advertisement|advertisements|advertising|ad|sponsored|sponsored (?:content|post)|paid (?:content|post)|story continues below(?: advertisement)?|article continues (?:after|below).{0,40}|scroll to continue.{0,40})[!.…›»→: ]*$/iu,
  },
  { reason: RIGHTS, pattern: /^(?:©|\(c\)|copyright\b).{0,160}$|^.{0,120}\ball rights reserved\b.{0,60}$/iu },
  { reason: RIGHTS, pattern: /^the post .{1,120} (?:first appeared|appeared first) on .{1,80}$/iu },
  { reason: COOKIES, pattern: /^.{0,60}\b(?:uses?|use of|accept(?: all)?|manage|our) cookies\b.{0,160}$/iu },
  {
    reason: 'settings of the page',
    pattern:
      /^(?:personali[sz]e|customi[sz]e|upgrade) your (?:news|feed|experience|interests?|newsletter|homepage)\b.{0,120}$/iu,
  },
  {
    reason: 'settings of the page',
    pattern: /^click (?:here|on the (?:icon|button|link)|the (?:icon|button|link|bell))\b.{0,160}$/iu,
  },
  {
    reason: SHARE,
    pattern:
      /^(?:شارك|مشاركة|شارك المقال|شارك هذا|تابعنا.{0,40}|شیئر کریں|اشتراک‌گذاری|שתפו|שיתוף|שתפו את הכתבה|עקבו אחרינו.{0,40})[!.…: ]*$/u,
  },
  {
    reason: SUBSCRIBE,
    pattern: /^(?:اشترك|اشترك (?:الآن|في النشرة.{0,40})|سبسکرائب کریں|הירשמו.{0,60}|הרשמה לניוזלטר)[!.…: ]*$/u,
  },
  { reason: DONATE, pattern: /^(?:تبرع|تبرع الآن|ادعمنا|عطیہ کریں|תרמו|תרמו עכשיו|תמכו בנו)[!.…: ]*$/u },
  {
    reason: RELATED,
    pattern:
      /^(?:[اإ]قرأ أيض\p{L}*\p{M}*\p{L}*|مواضيع ذات صلة|یہ بھی پڑھیں|مزید پڑھیں|بیشتر بخوانید|קראו גם|כתבות נוספות|עוד בנושא)\s*:?.{0,160}$/u,
  },
  { reason: ADVERT, pattern: /^(?:إعلان|اعلان|اشتہار|آگهی|פרסומת|תוכן שיווקי)[!.…: ]*$/u },
  // Sentences that a reporter might write as well.
  {
    atEdges: true,
    reason: DONATE,
    pattern:
      /\b(?:please (?:support|donate|give|consider)|donate (?:to|today|now)|(?:make|with) (?:a|your) (?:tax-deductible )?(?:donation|gift|contribution)|support (?:our|independent|quality|TML)\b.{0,40}(?:journalism|work|reporting|ground|newsroom)|your (?:support|donation|contribution)|season,? give to|what would you give)\b/iu,
  },
  {
    atEdges: true,
    reason: SUBSCRIBE,
    pattern:
      /\b(?:sign up (?:for|to)|subscribe (?:to|for|today)|get (?:our|the) .{0,30}newsletter|(?:delivered|straight) to your inbox|enter your e-?mail)\b/iu,
  },
  {
    atEdges: true,
    reason: SHARE,
    pattern:
      /\b(?:follow (?:us|me) on|like us on|join (?:us on|our) (?:facebook|twitter|x|telegram|whatsapp|discord))\b/iu,
  },
  {
    atEdges: true,
    reason: RIGHTS,
    pattern:
      /\b(?:terms of (?:use|service)|privacy policy|may not be (?:published|reproduced|redistributed)|by (?:signing up|subscribing|clicking))\b/iu,
  },
  {
    atEdges: true,
    reason: TIME,
    pattern:
      /^(?:(?:published|updated|posted|last (?:updated|modified))\b.{0,80}\d.{0,40}|\d{1,3} min(?:ute)?s? (?:read|ago)|\d{1,2} (?:hours?|days?) ago)$/iu,
  },
];

/** Whether a line says by its words alone that it is furniture. */
export function isFurnitureLine(line: string): boolean {
  return FURNITURE_PATTERNS.some(({ pattern }) => pattern.test(line));
}
