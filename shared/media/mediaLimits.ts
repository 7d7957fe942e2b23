/** Largest picture file and largest picture taken in: beyond them a decoder can be made to eat the machine. */
export const MAX_PICTURE_BYTES = 100 * 1024 * 1024;
export const MAX_PICTURE_PIXELS = 200_000_000;

/** Largest video or audio file taken in. It is only ever copied a piece at a time; a package can hold nothing larger. */
export const MAX_RECORDING_BYTES = 2 * 1024 ** 3;
