/** A bar beside a whole block, `top` pixels down the sheet. */
export function blockBar(className: string, top: number, height: number, isChosen: boolean): HTMLElement {
  const bar = document.createElement('div');
  bar.className = className;
  bar.style.top = `${Math.round(top)}px`;
  bar.style.height = `${Math.round(height)}px`;
  bar.toggleAttribute('data-chosen', isChosen);
  return bar;
}
