// @vitest-environment jsdom
import { act, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Root } from 'react-dom/client';
import { beforeEach, describe, expect, it } from 'vitest';
import { createQuietRoot } from '../../../../renderer/app/quietRoot.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let heard: string[];
let root: Root;

const hear = (event: { readonly type: string }) => void heard.push(event.type);

async function draw(inside: ReactNode) {
  const around = (
    <div onKeyDown={hear} onKeyUp={hear}>
      {inside}
    </div>
  );
  await act(async () => root.render(around));
}

function press(element: Element | null) {
  for (const type of ['keydown', 'keyup']) element?.dispatchEvent(new KeyboardEvent(type, { key: 'a', bubbles: true }));
}

beforeEach(() => {
  heard = [];
  const container = document.createElement('div');
  document.body.replaceChildren(container);
  root = createQuietRoot(container);
});

describe('a quiet root', () => {
  it('hears no key that is typed in an editor, which shortcuts of the window do', async () => {
    const onWindow: string[] = [];
    window.addEventListener('keydown', (event) => onWindow.push(event.type), { once: true });
    await draw(<div id="body" contentEditable suppressContentEditableWarning />);
    press(document.querySelector('#body'));
    expect([heard, onWindow]).toEqual([[], ['keydown']]);
  });

  it('hears all others, on their way down, too', async () => {
    await draw(
      <div onKeyDownCapture={hear}>
        <input />
      </div>,
    );
    press(document.querySelector('input'));
    expect(heard).toEqual(['keydown', 'keydown', 'keyup']);
  });

  it('hears what is written in a field that stands in an editor', async () => {
    const body = document.createElement('div');
    body.setAttribute('contenteditable', 'true');
    document.body.append(body);
    await draw(createPortal(<input onInput={hear} />, body));
    const field = document.querySelector('input');
    field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(heard).toEqual(['input']);
  });
});
