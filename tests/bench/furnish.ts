import type { DebuggedPage } from './DebuggedApp.ts';

/**
 * Puts a bare Lexical into a still copy of Stet's window: its panes, its type, its sheet, with nothing behind them, and one
 * message to another thread and back for each change. What that costs is what any editor would have to pay for standing where
 * Stet's stands and keeping what is typed; what Stet costs beyond it is Stet's own.
 */
export async function furnish(peer: DebuggedPage, stet: DebuggedPage): Promise<void> {
  const { html, css } = await stet.evaluate<{ readonly html: string; readonly css: string }>(`(() => {
    const copy = document.body.cloneNode(true);
    copy.querySelector('.story-body').replaceChildren();
    for (const script of copy.querySelectorAll('script')) script.remove();
    const sheets = [...document.styleSheets, ...document.adoptedStyleSheets];
    const css = sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\\n');
    return { html: copy.innerHTML, css };
  })()`);
  await peer.evaluate(`(() => {
    const box = document.querySelector('[contenteditable="true"]');
    for (const link of document.querySelectorAll('link, style')) link.remove();
    const style = document.createElement('style');
    style.textContent = ${JSON.stringify(css)};
    document.head.append(style);
    document.body.innerHTML = ${JSON.stringify(html)};
    box.className = 'story-body';
    document.querySelector('.story-body').replaceWith(box);
    const answer = 'onmessage = ({ data }) => postMessage(data.length)';
    const worker = new Worker(URL.createObjectURL(new Blob([answer], { type: 'text/javascript' })));
    const status = document.querySelector('.save-status');
    worker.onmessage = () => { status.dataset.answered = ''; };
    box.__lexicalEditor.registerUpdateListener(({ dirtyLeaves, editorState }) => {
      for (const key of dirtyLeaves) worker.postMessage(editorState._nodeMap.get(key)?.__text ?? '');
    });
  })()`);
}
