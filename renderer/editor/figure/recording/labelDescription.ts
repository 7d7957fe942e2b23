import type { Plays } from '../../nodes/FigureNode.ts';

interface Look {
  readonly label: string;
  readonly placeholder: string;
}

const PICTURE: Look = { label: 'Alt text', placeholder: 'For readers who cannot see it' };
const VIDEO: Look = {
  label: 'Description',
  placeholder: 'What happens and what is said, for those who cannot see or hear it',
};
const AUDIO: Look = { label: 'Description', placeholder: 'What is heard or said, for those who cannot hear it' };

/** Calls the field for those who cannot see a picture what it is for a recording, or back. */
export function labelDescription(slot: HTMLElement, { medium }: Plays): void {
  const { label, placeholder } = medium === undefined ? PICTURE : medium === 'video' ? VIDEO : AUDIO;
  if (slot.dataset['placeholder'] === placeholder) return;
  slot.setAttribute('aria-label', label);
  slot.dataset['label'] = label;
  slot.dataset['placeholder'] = placeholder;
}
