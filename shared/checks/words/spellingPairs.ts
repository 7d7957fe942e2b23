/**
 * Which English a spelling belongs to. `ize` is American and also good British, `ise` is British only; words that both
 * sides use (program, license, practice, check, tire) are left out.
 */
export type SpellingSide = 'us' | 'uk' | 'ize' | 'ise';

export interface SpellingVariant {
  readonly side: SpellingSide;
  readonly counterpart: string;
}

const OUR =
  'armour behaviour candour clamour colour demeanour endeavour favour flavour harbour honour humour labour neighbour odour parlour rancour rigour rumour saviour savour splendour tumour valour vapour vigour';
const OUR_ENDINGS = [
  '',
  's',
  'ed',
  'ing',
  'able',
  'ably',
  'ful',
  'hood',
  'hoods',
  'ite',
  'ites',
  'er',
  'ers',
  'al',
  'ly',
  'less',
  'y',
];
const RE =
  'calibre centimetre centre fibre kilometre litre lustre manoeuvre meagre metre millimetre ochre sabre sombre spectre theatre';
const ISE =
  'apologise authorise capitalise categorise centralise characterise civilise colonise criticise criminalise democratise demobilise demonise demoralise destabilise economise emphasise equalise fertilise finalise formalise generalise globalise hospitalise idealise industrialise jeopardise legalise legitimise liberalise marginalise maximise militarise minimise mobilise modernise nationalise neutralise normalise optimise organise ostracise paralyse analyse penalise personalise polarise politicise popularise prioritise privatise publicise radicalise rationalise realise recognise reorganise revolutionise scandalise scrutinise socialise specialise stabilise standardise stigmatise summarise symbolise sympathise terrorise traumatise utilise vandalise victimise visualise';
const LL =
  'cancel channel counsel dial enamel equal fuel funnel grovel label level libel marshal marvel model panel pedal quarrel refuel rival shovel shrivel signal snivel spiral stencil swivel total travel tunnel unravel yodel';
const LL_ENDINGS = ['ed', 'ing', 'er', 'ers', 'ings', 'ous'];
/** British, American. */
const OTHERS =
  'aeroplane airplane, aeroplanes airplanes, ageing aging, aluminium aluminum, anaemia anemia, anaesthetic anesthetic, artefact artifact, artefacts artifacts, cosy cozy, defence defense, defences defenses, defenceless defenseless, enrol enroll, enrolment enrollment, encyclopaedia encyclopedia, foetus fetus, fulfil fulfill, fulfilment fulfillment, grey gray, greyish grayish, gynaecologist gynecologist, haemorrhage hemorrhage, haemorrhaging hemorrhaging, instalment installment, instalments installments, jewellery jewelry, leukaemia leukemia, mould mold, mouldy moldy, moustache mustache, offence offense, offences offenses, oestrogen estrogen, paediatric pediatric, paediatrician pediatrician, plough plow, ploughed plowed, ploughing plowing, pretence pretense, pyjamas pajamas, sceptic skeptic, sceptics skeptics, sceptical skeptical, scepticism skepticism, skilful skillful, skilfully skillfully, smoulder smolder, smouldering smoldering, sulphur sulfur, tranquillity tranquility, wilful willful, wilfully willfully, woollen woolen';

const VARIANTS: ReadonlyMap<string, SpellingVariant> = buildVariants();

/** Which English a word in small letters belongs to, and how the other spells it; null if both spell it so. */
export function spellingVariant(word: string): SpellingVariant | null {
  return VARIANTS.get(word) ?? null;
}

function buildVariants(): Map<string, SpellingVariant> {
  const variants = new Map<string, SpellingVariant>();
  const add = (british: string, american: string, sides: readonly [SpellingSide, SpellingSide] = ['uk', 'us']) => {
    variants.set(british, { side: sides[0], counterpart: american });
    variants.set(american, { side: sides[1], counterpart: british });
  };
  for (const word of OUR.split(' ')) {
    const stem = word.slice(0, -3);
    for (const ending of OUR_ENDINGS) add(`${stem}our${ending}`, `${stem}or${ending}`);
  }
  for (const word of RE.split(' ')) {
    const stem = word.slice(0, -2);
    add(`${stem}re`, `${stem}er`);
    add(`${stem}res`, `${stem}ers`);
    add(`${stem}red`, `${stem}ered`);
  }
  // “meters” read electricity on both sides, “laborer” and “honorary” are built without the u anyway.
  for (const word of ['meter', 'meters', 'metered', 'metre', 'metres'])
    if (word.startsWith('meter')) variants.delete(word);
  for (const word of ['honory', 'rigorous', 'rigourous', 'vigourous']) variants.delete(word);
  for (const word of ISE.split(' ')) {
    const stem = word.slice(0, -1);
    const letter = word.endsWith('yse') ? 'yz' : 'iz';
    const root = word.slice(0, -3);
    // analyse is British beyond doubt, and analyze American.
    const sides: readonly [SpellingSide, SpellingSide] = letter === 'yz' ? ['uk', 'us'] : ['ise', 'ize'];
    for (const ending of letter === 'yz'
      ? ['e', 'ed', 'ing']
      : ['e', 'es', 'ed', 'ing', 'ation', 'ations', 'er', 'ers'])
      add(`${stem}${ending}`, `${root}${letter}${ending}`, sides);
  }
  for (const stem of LL.split(' ')) for (const ending of LL_ENDINGS) add(`${stem}l${ending}`, `${stem}${ending}`);
  for (const pair of OTHERS.split(', ')) {
    const [british = '', american = ''] = pair.split(' ');
    add(british, american);
  }
  return variants;
}
