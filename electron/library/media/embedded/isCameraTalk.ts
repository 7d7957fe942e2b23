const PATTERNS = [
  /^(?:olympus|samsung|kodak|(?:konica )?minolta|nikon|pentax|panasonic|fujifilm|casio|ricoh|polaroid|vivitar) (?:digital (?:still )?camera|dsc|picture)$/i,
  /^(?:sony dsc|exif_jpeg_picture|digital image|default|untitled|image|picture|screenshot|camera)$/i,
  // Names of files and folders.
  /^(?:img|dsc|dscn|dscf|pict|pxl)[-_ ]?\d+(?:[-_ ]\d+)?(?:\.\w{3,4})?$/i,
  /^(?:[a-z]:|dcim|\\)\\/i,
  // How a phone took it.
  /^(?:sdr|hdr|rhdr|mde|fbt|rbt|oznor|cof|dav|edf|ptr)(?:_\w*)?$/i,
];

/** Whether a description is what cameras, phones and programs write by themselves, and so no caption. */
export function isCameraTalk(description: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(description));
}
