import type { Crop, Focus, Framing } from './block.ts';

/** How a figure shows its picture, without what is left out: an empty object for a picture that is shown as it came. */
export function framingOf({ crop, turn, focus }: Framing): Framing {
  return {
    ...(crop === undefined ? {} : { crop }),
    ...(turn === undefined ? {} : { turn }),
    ...(focus === undefined ? {} : { focus }),
  };
}

function isSameCrop(a: Crop | undefined, b: Crop | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y && a?.width === b?.width && a?.height === b?.height;
}

function isSameFocus(a: Focus | undefined, b: Focus | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y;
}

/** Whether two figures show their pictures in the same way. */
export function isSameFraming(a: Framing, b: Framing): boolean {
  return a.turn === b.turn && isSameCrop(a.crop, b.crop) && isSameFocus(a.focus, b.focus);
}
