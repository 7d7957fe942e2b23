/**
 * Shows a popover in the browser's own top layer, where a click elsewhere and Escape close it without our help; `onClose` is
 * told when they did. Answers how to hide it: that gives the keyboard back if it was inside, or nowhere.
 */
export function openInTopLayer(
  element: HTMLElement,
  onClose: () => void,
  giveBack: (wasInside: boolean) => void,
): () => void {
  const onToggle = (event: ToggleEvent) => {
    if (event.newState === 'closed') onClose();
  };
  element.addEventListener('toggle', onToggle);
  element.showPopover();
  return () => {
    element.removeEventListener('toggle', onToggle);
    const wasInside = element.contains(document.activeElement);
    const isNowhere = document.activeElement === document.body;
    element.hidePopover();
    if (wasInside || isNowhere) giveBack(wasInside);
  };
}
