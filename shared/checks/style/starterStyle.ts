import { DEFAULT_PICTURES } from '../../media/pictureProfile.ts';
import type { HouseStyleFile, StyleEntry } from './houseStyle.ts';

/** Readers know these; nobody expands them. */
const KNOWN_ABBREVIATIONS =
  'US USA UK UN EU UAE USSR NATO UNESCO UNICEF OPEC FIFA UEFA NASA FBI CIA NSA MI5 MI6 KGB BBC CNN ABC ' +
  'NBC CBS AFP AP UPI DPA ITV NPR PBS AIDS HIV DNA RNA COVID COVID-19 SARS PTSD CCTV GPS SMS PDF USB TV ' +
  'DVD IT AI PC CD ATM PIN CEO CFO GDP VAT IPO PhD MD MP MPs VIP NGO NGOs PR HR IQ ID IDs RSVP VIPs Q&A ' +
  'DJ FAQ OK BC AD BCE CE AM PM GMT UTC EST PST CET EDT ET mph kph km SUV RPG IED SEAL SEALs AK-47 F-16 F-35 IBM ' +
  'NHS KC QC OBE CBE MBE GP GPs RAF RSPCA S&P GOP NAACP SWAT DUI HBO MTV ESPN MSNBC PGA ATP WTA MLS UFC WWE FC AFC AC PSG SOS DIY ' +
  'LED LCD QR PVC MRI CT ICU ER IVF PCR HPV HTML URL SIM VPN TB RIP POW POWs TNT B-52 BA MA MBA PhDs MSc NY NJ EV EVs USD EUR GBP ' +
  'KPMG BP HP LG H&M M&S AT&T P&O BASF GM VW UPS AOL CNBC KLM TWA UFO UFOs R&B LP LPs EP MC MCs KO XL ' +
  'BMW IKEA HSBC UBS ING DHL YMCA NBA NFL NHL MLB LGBT LGBTQ D.C. NYC LA II III IV VI VII VIII';

function slip(term: string, preferred: string, more: Partial<Omit<StyleEntry, 'term' | 'preferred'>> = {}): StyleEntry {
  return { term, preferred, level: 'warn', case: 'any', pattern: false, ...more };
}

const SLIPS: readonly StyleEntry[] = [
  // Names that keep being misspelt
  slip('US Seals', 'US Navy SEALs', { why: 'The unit belongs to the Navy and is written SEALs.' }),
  slip('Navy Seals', 'Navy SEALs', { case: 'exact', why: 'SEAL stands for sea, air and land.' }),
  slip('Shite', 'Shiite', { case: 'exact', why: 'A dropped letter makes this an insult.' }),
  slip('Ghandi', 'Gandhi'),
  slip('Phillipines', 'Philippines'),
  slip('Isreal', 'Israel'),
  slip('Afganistan', 'Afghanistan'),
  slip('Saudia Arabia', 'Saudi Arabia'),
  slip('Netanyahoo', 'Netanyahu'),
  slip('Jerusalam', 'Jerusalem'),
  slip('Carribean', 'Caribbean'),
  slip('Mediterranian', 'Mediterranean'),
  slip('the Ukraine', 'Ukraine', { why: 'The country has no article.' }),
  slip('Kiev', 'Kyiv', { case: 'exact', level: 'note', why: "The city's own spelling." }),
  slip('Untied States', 'United States', { case: 'exact' }),
  slip('Untied Nations', 'United Nations', { case: 'exact' }),
  slip('Columbian president', 'Colombian president', { why: 'The country is Colombia.' }),
  slip('Capital Hill', 'Capitol Hill', { case: 'exact' }),
  // One word for another
  slip('free reign', 'free rein'),
  slip('reign in', 'rein in', { why: 'Horses are reined in; kings reign.' }),
  slip('tow the line', 'toe the line'),
  slip('sneak peak', 'sneak peek'),
  slip('peaked my interest', 'piqued my interest'),
  slip('baited breath', 'bated breath'),
  slip('beckon call', 'beck and call'),
  slip('deep-seeded', 'deep-seated'),
  slip('mute point', 'moot point'),
  slip('case and point', 'case in point'),
  slip('escape goat', 'scapegoat'),
  slip('one in the same', 'one and the same'),
  slip('statue of limitations', 'statute of limitations'),
  slip('extract revenge', 'exact revenge'),
  slip('for all intensive purposes', 'for all intents and purposes'),
  slip('hone in on', 'home in on'),
  slip('wreck havoc', 'wreak havoc'),
  slip('shoe-in', 'shoo-in'),
  slip('waive off', 'wave off'),
  slip('could care less', "couldn't care less"),
  slip('irregardless', 'regardless'),
  slip('(could|would|should|might|must) of (been|had|gone|done|seen|come|known|taken|made)', '$1 have $2', {
    pattern: true,
  }),
  slip('amount of (people|children|women|men|soldiers|civilians|refugees|victims|families)', 'number of $1', {
    pattern: true,
    why: 'People are counted.',
  }),
  slip('less (people|children|women|men|soldiers|civilians|refugees|victims|families)', 'fewer $1', {
    pattern: true,
    level: 'note',
    why: 'People are counted.',
  }),
  slip('\\b(\\d{1,2}(?::\\d\\d)? ?a\\.?m\\.?) in the morning', '$1', { pattern: true, why: 'a.m. is the morning.' }),
  slip('12 noon', 'noon'),
  slip('12 midnight', 'midnight'),
  slip('ATM machine', 'ATM'),
  slip('HIV virus', 'HIV'),
  slip('PIN number', 'PIN'),
  slip('very unique', 'unique'),
  slip('comprised of', 'composed of', { level: 'note', why: 'The whole comprises its parts.' }),
  // Spelling that is wrong on both sides of the Atlantic
  slip('accomodate', 'accommodate'),
  slip('accomodation', 'accommodation'),
  slip('acheive', 'achieve'),
  slip('adress', 'address'),
  slip('agressive', 'aggressive'),
  slip('alot', 'a lot'),
  slip('arguement', 'argument'),
  slip('beleive', 'believe'),
  slip('calender year', 'calendar year'),
  slip('comittee', 'committee'),
  slip('commitee', 'committee'),
  slip('concensus', 'consensus'),
  slip('definately', 'definitely'),
  slip('dissapear', 'disappear'),
  slip('dissapointed', 'disappointed'),
  slip('embarass', 'embarrass'),
  slip('embarassment', 'embarrassment'),
  slip('existance', 'existence'),
  slip('foriegn', 'foreign'),
  slip('goverment', 'government'),
  slip('govenor', 'governor'),
  slip('harrass', 'harass'),
  slip('harrassment', 'harassment'),
  slip('independant', 'independent'),
  slip('liason', 'liaison'),
  slip('maintainance', 'maintenance'),
  slip('millenium', 'millennium'),
  slip('neccessary', 'necessary'),
  slip('occured', 'occurred'),
  slip('occurence', 'occurrence'),
  slip('parliment', 'parliament'),
  slip('persistant', 'persistent'),
  slip('posession', 'possession'),
  slip('priviledge', 'privilege'),
  slip('publically', 'publicly'),
  slip('recieve', 'receive'),
  slip('recieved', 'received'),
  slip('refered', 'referred'),
  slip('resistence', 'resistance'),
  slip('seperate', 'separate'),
  slip('seperatist', 'separatist'),
  slip('seperatists', 'separatists'),
  slip('seige', 'siege'),
  slip('sieze', 'seize'),
  slip('soliders', 'soldiers'),
  slip('succesful', 'successful'),
  slip('supercede', 'supersede'),
  slip('suprise', 'surprise'),
  slip('teh', 'the'),
  slip('threshhold', 'threshold'),
  slip('tommorow', 'tomorrow'),
  slip('truely', 'truly'),
  slip('untill', 'until'),
  slip('wich', 'which', { case: 'exact' }),
  slip('wierd', 'weird'),
  slip('withold', 'withhold'),
];

/**
 * The style a new house starts from: slips that are slips in any newsroom, and the abbreviations its readers know. Of our own
 * writing.
 */
export const STARTER_STYLE: HouseStyleFile = {
  name: 'Starter style',
  language: 'en',
  starter: false,
  gate: 'window',
  rules: {},
  abbreviations: KNOWN_ABBREVIATIONS.split(' '),
  words: [],
  names: [],
  entries: SLIPS,
  required: {},
  categories: [],
  topics: [],
  pictures: DEFAULT_PICTURES,
};
