// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NearBlocks } from '../../../../../renderer/editor/blocks/NearBlocks.ts';
import { $getBlockId } from '../../../../../renderer/editor/model/blockState.ts';
import { openOnPage, paragraph } from '../editorRig.ts';

afterEach(() => vi.restoreAllMocks());

/** A page of 100 paragraphs, each 100 px tall, in a window of 500 px; the heights are made up, as nothing is laid out here. */
function openTall() {
  const editor = openOnPage(Array.from({ length: 100 }, (_, at) => paragraph(`p${at}`, `Paragraph ${at}`)));
  const scroller = document.createElement('div');
  document.body.append(scroller);
  scroller.getBoundingClientRect = () => new DOMRect(0, 0, 600, 500);
  for (const [at, block] of [...(editor.getRootElement()?.children ?? [])].entries())
    block.getBoundingClientRect = () => new DOMRect(0, at * 100 - scroller.scrollTop, 600, 100);
  const onLeave = vi.fn<() => void>();
  const near = new NearBlocks(editor, scroller, onLeave);
  const look = () => {
    const blocks = near.look();
    return editor.getEditorState().read(() => blocks.map($getBlockId));
  };
  const scroll = async (top: number) => {
    scroller.scrollTop = top;
    scroller.dispatchEvent(new Event('scroll'));
    await new Promise(requestAnimationFrame);
  };
  return { near, look, scroll, onLeave };
}

describe('the blocks near the screen', () => {
  it('are those on it and a little beyond, and no others', async () => {
    const { look, scroll } = openTall();
    expect(look()).toEqual(Array.from({ length: 9 }, (_, at) => `p${at}`));
    await scroll(5_000);
    expect([look().at(0), look().at(-1)]).toEqual(['p47', 'p58']);
  });

  it('are others before the page is scrolled to what was not near, which is said once', async () => {
    const { near, look, scroll, onLeave } = openTall();
    look();
    await scroll(100);
    expect(onLeave).not.toHaveBeenCalled();
    await scroll(160);
    expect(onLeave).toHaveBeenCalledTimes(1);
    look();
    await scroll(200);
    expect(onLeave).toHaveBeenCalledTimes(1);
    near.stop();
    await scroll(5_000);
    expect(onLeave).toHaveBeenCalledTimes(1);
  });
});
