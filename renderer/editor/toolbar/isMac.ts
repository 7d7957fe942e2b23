/** Whether shortcuts are written and pressed the Mac's way; a page that nobody sees has none. */
export const isMac = typeof navigator !== 'undefined' && /^Mac/.test(navigator.platform);
