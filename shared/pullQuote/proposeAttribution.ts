import type { Block } from '../story/block.ts';
import { personOf } from './persons.ts';
import type { PassageRange } from './sourceText.ts';
import { phraseFor, speechOf, type SpeakerPhrase } from './speakerPhrases.ts';

/** Who a passage's words are likely by: a proposal, to be accepted by somebody who read the story. */
export interface AttributionProposal {
  /** As it would be printed: the name in full, then what they are. */
  readonly text: string;
  readonly name: string;
  /** In the story's own words, from where it first speaks of them; null if it does not say. */
  readonly role: string | null;
  /** The words of the story it was read from. */
  readonly evidence: string;
}

/** How many blocks back a `he said` is followed. */
const REACH = 4;

/** Proposes whose words stand at a place of the story, from the words around them; null if they do not say. */
export function proposeAttribution(range: PassageRange, blocks: readonly Block[]): AttributionProposal | null {
  const index = blocks.findIndex((block) => block.id === range.blockId);
  const block = blocks[index];
  if (!block) return null;
  const speech = speechOf(block);
  const phrase = phraseFor(speech, range.start, range.end);
  if (phrase && phrase.kind !== 'pronoun') return propose(phrase, phrase.words, blocks);
  // A speech that fills its paragraph goes on from the one before.
  const goesOn = !phrase && speech.quotations.some(({ start, end }) => start < range.end && range.start < end);
  if (!phrase && !goesOn) return null;
  const named = speech.phrases.findLast(({ kind, end }) => kind === 'name' && end <= (phrase?.start ?? 0));
  const before = named ?? nameBefore(index, blocks, phrase === null);
  return before && propose(before, phrase ? `${phrase.words} … ${before.words}` : before.words, blocks);
}

/** The last name that was said to speak before a block. */
function nameBefore(index: number, blocks: readonly Block[], isOpenSpeech: boolean): SpeakerPhrase | null {
  let back = 0;
  for (let at = index - 1; at >= 0 && back < REACH; at -= 1) {
    const block = blocks[at];
    if (!block || block.type === 'pullQuote' || block.type === 'figure' || block.type === 'separator') continue;
    back += 1;
    const { quotations, phrases } = speechOf(block);
    if (isOpenSpeech && quotations.at(-1)?.isClosed !== false) return null;
    const named = phrases.findLast(({ kind }) => kind === 'name');
    if (named) return named;
  }
  return null;
}

function propose({ kind, who, role }: SpeakerPhrase, evidence: string, blocks: readonly Block[]): AttributionProposal {
  if (kind === 'noun') {
    const name = who.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
    return { text: name, name, role: null, evidence };
  }
  const person = personOf(who, role, blocks);
  const text = person.role === null ? person.name : `${person.name}, ${person.role}`;
  return { text, ...person, evidence };
}
