/** Whether shortcuts are written and pressed the Mac's way. */
export const isMac = /^Mac/.test(navigator.platform);
