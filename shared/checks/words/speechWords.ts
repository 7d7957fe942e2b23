/** Words that tell, in a paragraph, whose the quoted words are. */
export const SPEECH_WORDS = new RegExp(
  `\\b(?:${[
    'according to|in the words of|in (?:his|her|its|their) (?:words|view|opinion)|quot(?:es?|ed|ing)|put it|puts it',
    'sa(?:id|ys?|ying)|t(?:old|ells?|elling)|ask(?:s|ed|ing)?|answer(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)?',
    'not(?:e|es|ed|ing)|add(?:s|ed|ing)?|stat(?:e|es|ed|ing)|statement|explain(?:s|ed|ing)?|argu(?:e|es|ed|ing)|warn(?:s|ed|ing)?|warning',
    'insist(?:s|ed|ing)?|claim(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|continu(?:e|es|ed|ing)|emphasi[sz](?:e|es|ed|ing)|stress(?:es|ed|ing)?|underlin(?:e|es|ed|ing)|underscor(?:e|es|ed|ing)',
    'point(?:s|ed|ing)? out|highlight(?:s|ed|ing)?|describ(?:e|es|ed|ing)|call(?:s|ed|ing)?|declar(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|admit(?:s|ted|ting)?|acknowledg(?:e|es|ed|ing)',
    'recall(?:s|ed|ing)?|remember(?:s|ed|ing)?|observ(?:e|es|ed|ing)|remark(?:s|ed|ing)?|comment(?:s|ed|ing)?|mention(?:s|ed|ing)?|reveal(?:s|ed|ing)?|suggest(?:s|ed|ing)?|predict(?:s|ed|ing)?',
    'urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|promis(?:e|es|ed|ing)|vow(?:s|ed|ing)?|threaten(?:s|ed|ing)?|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|criticis?z?(?:e|es|ed|ing)',
    'wr(?:ote|ites?|iting|itten)|read(?:s|ing)?|post(?:s|ed|ing)?|tweet(?:s|ed|ing)?|publish(?:es|ed|ing)?|sings?|sang|chant(?:s|ed|ing)?|shout(?:s|ed|ing)?|whisper(?:s|ed|ing)?|joke[sd]?|laugh(?:s|ed|ing)?|sigh(?:s|ed)?|cried|cries',
    'agree(?:s|d|ing)?|disagree(?:s|d|ing)?|maintain(?:s|ed|ing)?|assert(?:s|ed|ing)?|alleg(?:e|es|ed|ing)|contend(?:s|ed|ing)?|confirm(?:s|ed|ing)?|believ(?:e|es|ed|ing)|th(?:inks?|ought|inking)|hop(?:e|es|ed|ing)|fear(?:s|ed|ing)?',
    'express(?:es|ed|ing)?|report(?:s|ed|ing)?|cit(?:e|es|ed|ing)|testif(?:y|ies|ied)|summari[sz]ed|lament(?:s|ed|ing)?|complain(?:s|ed|ing)?|caution(?:s|ed|ing)?|reflect(?:s|ed|ing)?|began|begins|went on|goes on|titled|entitled|headlined|slogan|caption(?:ed)?|banner|inscription|sign',
  ].join('|')})\\b`,
  // Without Unicode's rules for capitals, which take longer to make ready than a whole story to read.
  'i',
);
