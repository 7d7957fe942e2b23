import type { FigureField, Plays } from '../../nodes/FigureNode.ts';
import { SLOT_LOOKS } from '../../nodes/SlotNode.ts';

interface Look {
  readonly label: string;
  readonly placeholder: string;
}

type Looks = Readonly<Record<FigureField, Look>>;

const VIDEO: Looks = {
  caption: { label: 'Caption', placeholder: 'What the video shows' },
  credit: { label: 'Credit', placeholder: 'Who filmed it / Agency' },
  alt: { label: 'Description', placeholder: 'What happens and what is said, for those who cannot see or hear it' },
};
const AUDIO: Looks = {
  caption: { label: 'Caption', placeholder: 'What the recording is' },
  credit: { label: 'Credit', placeholder: 'Who recorded it / Agency' },
  alt: { label: 'Description', placeholder: 'What is heard or said, for those who cannot hear it' },
};

/** Calls a field of a figure, and says in it when it is empty, what it is for a picture, a video or a sound. */
export function labelSlot(field: FigureField, slot: HTMLElement, { medium }: Plays): void {
  const looks = medium === undefined ? SLOT_LOOKS : medium === 'video' ? VIDEO : AUDIO;
  const { label, placeholder } = looks[field];
  if (slot.dataset['placeholder'] === placeholder) return;
  slot.setAttribute('aria-label', label);
  slot.dataset['label'] = label;
  slot.dataset['placeholder'] = placeholder;
}
