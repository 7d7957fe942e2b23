/** Verbs that say whose words stand in quote marks, in the forms reports use; English and French. */
const VERBS = [
  'said|says|told|tells|asked|asks|noted|notes|added|adds|stated|states|explained|explains|argued|argues|warned|warns',
  'insisted|insists|claimed|claims|concluded|concludes|continued|continues|stressed|stresses|emphasi[sz]ed|emphasi[sz]es',
  'pointed out|points out|declared|declares|announced|announces|admitted|admits|acknowledged|acknowledges|recalled|recalls',
  'remembered|remembers|observed|observes|remarked|remarks|commented|comments|replied|replies|responded|responds|answered',
  'answers|wrote|writes|maintained|maintains|asserted|asserts|contended|contends|confirmed|confirms|believed|believes',
  'suggested|suggests|predicted|predicts|vowed|vows|lamented|laments|complained|complains|cautioned|cautions|testified',
  'underlined|underscored|highlighted|joked|agreed|agrees|went on|goes on|put it|puts it|opined|opines|thinks|reckons',
  'a déclaré|déclare|a dit|dit|a expliqué|explique|a ajouté|ajoute|affirme|a affirmé|souligne|a souligné|précise|a précisé',
  'estime|raconte|a raconté|regrette|assure|a assuré|confie|a confié',
].join('|');

/**
 * Latin letters by range: these patterns are about languages written in them, and a class of all letters there are, a dozen
 * times in a pattern, takes longer to make ready than a whole story to read.
 */
const UPPER = 'A-Z\\u00c0-\\u00d6\\u00d8-\\u00de\\u0100-\\u024f\\u1e00-\\u1eff';
const LOWER = 'a-z\\u00df-\\u00f6\\u00f8-\\u00ff\\u0100-\\u024f\\u1e00-\\u1eff';
const LETTER = `${UPPER}${LOWER}`;

/** A capitalised word of a name, with its hyphens, apostrophes and the full stop of an initial or a rank. */
const CAPITAL = String.raw`[${UPPER}][${LETTER}’'\-‐‑]*(?:(?<=\b(?:[${UPPER}]|Dr|Mr|Mrs|Ms|Prof|Gen|Maj|Lt|Col|Brig|Capt|Sgt|St|Rev|Sen|Gov|Rep|Hon))\.)?`;
const PARTICLE =
  'al|el|ul|ur|un|ud|bin|bint|ibn|abu|bou|de|del|della|der|den|des|di|da|dos|du|la|le|van|von|ter|ben|bar|ould|af|y|e';
const SPACE = String.raw`[ \u00a0]`;

/** One name: capitalised words, with the small words names have between them. */
export const NAME = `${CAPITAL}(?:${SPACE}(?:(?:${PARTICLE})${SPACE})?(?:(?:al|el|ul|ur)[-‐‑])?${CAPITAL}){0,6}`;
/** Small words that say what somebody is, before a name: `security analyst`, `the group’s spokesman`. */
const ROLE_WORDS = String.raw`((?:(?!(?:that|if|as|when|in|on|at|to|by|for|with|from|and|but|who|which|it|he|she|they|there|we|I)\b)[${LETTER}0-9][${LETTER}0-9’'\-‐‑]*,?${SPACE}){0,7}?)`;
const ADVERB = String.raw`(?:(?:also|then|later|further|once|has|have|had|who|[${LOWER}]{3,}ly)${SPACE})?`;

const pattern = (source: string) => new RegExp(source, 'gu');

/** Capitalised words that begin a sentence and are nobody’s name. */
const NO_NAMES =
  'Selon|He|She|They|It|We|I|You|Who|This|That|These|Those|There|Here|What|But|And|Or|So|Yet|However|Then|Later|Still|Meanwhile|Moreover|Also|Today|Yesterday|On|In|At|As|When|While|After|Before|Since|For|From|If|Although|Though|Both|Many|Some|Most|Il|Elle|On|Mais|Et';
export const NO_NAME = new RegExp(`^(?:(?:${NO_NAMES})(?:,?${SPACE}|$))+`, 'u');

/** `Safvi noted`, `Imtiaz Gul, an analyst in Islamabad, told reporters`: 1 is the name. */
export const NAME_SPEAKS = pattern(
  `(?<![${LETTER}0-9’'-])(?!(?:${NO_NAMES})(?![${LETTER}’'-]))(${NAME})(?:,${SPACE}[^,.;“”]{2,150}(?:,[^,.;“”]{2,60})?,)?${SPACE}${ADVERB}(?:${VERBS})(?![${LETTER}-])`,
);
/** `…,” said security analyst Imtiaz Gul`: 1 is what comes before the name, 2 the name. */
export const SPEAKS_NAME = pattern(`”,?${SPACE}(?:${VERBS})${SPACE}${ROLE_WORDS}(${NAME})`);
/** `according to the analyst Imtiaz Gul`: 1 is what comes before the name, 2 the name. */
export const SOURCE_NAME = pattern(
  `(?:[Aa]ccording${SPACE}to|[Ii]n${SPACE}the${SPACE}words${SPACE}of|[Ss]elon|[Dd][’']après)${SPACE}${ROLE_WORDS}(${NAME})`,
);
/** `the warden told visitors`, `one resident said`: 1 is who. */
export const NOUN_SPEAKS = pattern(
  `(?<![${LETTER}-])((?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ll]e|[Ll]a|[Uu]ne?)${SPACE}(?:(?!that\\b)[${LETTER}’'-]+${SPACE}){1,5}?)${ADVERB}(?:${VERBS})(?![${LETTER}-])`,
);
/** `…,” said the warden`, `according to a spokesman for the port`: 1 is who. */
export const SPEAKS_NOUN = pattern(
  `(?:”,?${SPACE}(?:${VERBS})|[Aa]ccording${SPACE}to|[Ss]elon)${SPACE}((?:the|an?|one|another|le|la|une?)${SPACE}[${LOWER}’'-]+(?:${SPACE}(?:of|for|at|from|in|du|de|des)${SPACE}(?:the${SPACE})?[${LETTER}’'-]+|${SPACE}[${LOWER}’'-]+){0,4})`,
);
/** `he said`, `,” she added`. */
export const PRONOUN_SPEAKS = pattern(
  `(?<![${LETTER}-])(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]l|[Ee]lle)${SPACE}${ADVERB}(?:${VERBS})(?![${LETTER}-])|”,?${SPACE}(?:${VERBS})${SPACE}(?:he|she|they)(?![${LETTER}-])`,
);

/** Arabic, Urdu and Hebrew have no capitals: who speaks is what stands between these words and the next pause. */
const WHO = String.raw`((?:(?!(?:إن|أن|ان|إنه|أنه|إنها|في|خلال|على|عن|لـ|כי|ש|בשיחה|אמש|היום|אתמול)(?![\p{L}\p{M}]))[\p{L}\p{M}״"'’\-]+[ \u00a0]?){1,6})`;
export const ARABIC_SPEAKER = pattern(
  String.raw`(?<![\p{L}\p{M}])و?(?:قال|قالت|أضاف|أضافت|صرح|صرّح|صرحت|أوضح|أوضحت|أكد|أكدت|ذكر|ذكرت|تابع|تابعت|بحسب|حسب|وفق|وفقا لـ?|وفقًا لـ?)[ \u00a0]+${WHO}`,
);
export const URDU_SPEAKER = pattern(
  String.raw`([\p{L}\p{M}]+(?:[ \u00a0][\p{L}\p{M}]+){0,4})[ \u00a0](?:نے کہا|نے بتایا|کا کہنا|کے مطابق|کہتے ہیں|کہتی ہیں)`,
);
export const HEBREW_SPEAKER = pattern(
  String.raw`(?<![\p{L}\p{M}])(?:אמר|אמרה|הוסיף|הוסיפה|ציין|ציינה|טען|טענה|הסביר|הסבירה|הדגיש|הדגישה|סיפר|סיפרה|לדברי|לפי)[ \u00a0]+${WHO}`,
);

/** What comes before a name and is an office rather than part of it. */
export const OFFICE = new RegExp(
  `^((?:(?:Former|Deputy|Vice|Prime|Foreign|Defen[cs]e|Interior|Finance|Information|Health|Acting|Chief|Supreme|Assistant|Under|State|Federal|Provincial|Police|Army|Minister|President|Premier|Chancellor|Secretary|Senator|Governor|Mayor|Ambassador|Commissioner|Director|Chairman|Chairwoman|Chair|Spokesman|Spokeswoman|Spokesperson|Professor|Judge|Justice|Inspector|Officer|Bishop|Archbishop|Rabbi|Imam|Colonel|General|Captain|Major|Lieutenant|Sergeant|of|for)${SPACE})+)(?=\\p{Lu})`,
  'u',
);
/** Courtesies that an attribution does without. */
export const COURTESY = /^(?:Mr|Mrs|Ms|Mme|Mlle|M)\.?[ \u00a0]/u;
