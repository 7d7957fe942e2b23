import type { Focus, Framing } from '../story/block.ts';
import { tidyFraming, turnFraming, WHOLE } from './cropGeometry.ts';

/**
 * What must stay in sight where the file itself is shown small and cut: the focal point, or else the middle of the crop, in
 * fractions of the picture as its file has it. null where nobody has said anything.
 */
export function pointOfFile({ crop, turn, focus }: Framing): Focus | null {
  const point = focus ?? (crop && { x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 });
  if (!point) return null;
  let framing: Framing = { focus: point, ...(turn && { turn }) };
  while (framing.turn) framing = turnFraming(framing, 'left');
  return tidyFraming(framing).focus ?? null;
}

/** The focal point in fractions of the part that is shown; null without one, or where it was cropped away. */
export function pointOfShown({ crop = WHOLE, focus }: Framing): Focus | null {
  if (!focus) return null;
  const x = (focus.x - crop.x) / crop.width;
  const y = (focus.y - crop.y) / crop.height;
  return x < 0 || x > 1 || y < 0 || y > 1 ? null : { x, y };
}

/** The point as the `object-position` of a style: a picture that is cut to fit its room keeps it in sight. */
export function objectPosition({ x, y }: Focus): string {
  const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
  return `${percent(x)} ${percent(y)}`;
}
