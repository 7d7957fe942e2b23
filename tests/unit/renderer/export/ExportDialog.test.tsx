// @vitest-environment jsdom
import { act, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBridge, type FakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import { ExportDialog, type ExportGate } from '../../../../renderer/export/ExportDialog.tsx';
import { fail } from '../../../../shared/lang/result.ts';
import type { ExportTarget, HistoryEntry } from '../../../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../../../shared/story/ids.ts';
import { button, click, field, render } from '../render.tsx';

let bridge: FakeBridge;
let storyId: StoryId;
let unsaved: string | null;
let receipts: HistoryEntry[];

let gate: ExportGate;

function Screen() {
  const [target, setTarget] = useState<ExportTarget>('html');
  return (
    <ExportDialog
      bridge={bridge}
      storyId={storyId}
      target={target}
      onTarget={setTarget}
      flush={flush}
      gate={gate}
      checks={<p>Two notes</p>}
      onWritten={(receipt) => receipts.push(receipt)}
      onReveal={() => {}}
      onSend={() => {}}
      onClose={() => {}}
    />
  );
}
const open = () => render(<Screen />);
const flush = () => Promise.resolve(unsaved);
const page = () => document.body.textContent ?? '';
const settle = (look: () => void) => act(async () => vi.waitFor(look));

beforeEach(() => {
  bridge = fakeBridge();
  storyId = bridge.library.importText('Floods', 'The river rose.');
  unsaved = null;
  receipts = [];
  gate = { isStopped: false, override: null };
});

describe('Export story', () => {
  it('shows what will be written, and changes it with the target', async () => {
    await open();
    await settle(() => expect(page()).toContain('story.html'));
    await click(field('Plain text'));
    await settle(() => expect(page()).toContain('story.txt'));
    expect(page()).toContain('The river rose.');
  });

  it('shows nothing that is not on the disk', async () => {
    unsaved = 'The disk is full.';
    await open();
    await settle(() => expect(page()).toContain('The disk is full.'));
    expect(button('Save…').disabled).toBe(true);
  });

  it('writes, gives the receipt, and offers the folder', async () => {
    await open();
    await settle(() => expect(button('Save…').disabled).toBe(false));
    await click(button('Save…'));
    await settle(() => expect(page()).toContain('Exported as html'));
    expect(receipts).toHaveLength(1);
    expect(button('Show in folder')).toBeTruthy();
  });

  it('says why an export failed, and can be tried again', async () => {
    bridge.failMain('exports.save', fail('disk', 'There is no room on this disk.'));
    await open();
    await settle(() => expect(button('Save…').disabled).toBe(false));
    await click(button('Save…'));
    await settle(() => expect(page()).toContain('There is no room on this disk.'));
    bridge.failMain('exports.save', null);
    await click(button('Save…'));
    await settle(() => expect(receipts).toHaveLength(1));
  });

  it('writes nothing while the gate is shut, and hands on whose word opens it', async () => {
    gate = { isStopped: true, override: null };
    await open();
    await settle(() => expect(page()).toContain('story.html'));
    expect(button('Save…').disabled).toBe(true);
    gate = { isStopped: false, override: { reason: 'The ship is called so', by: 'A. Editor' } };
    await click(field('Plain text'));
    await settle(() => expect(button('Save…').disabled).toBe(false));
    await click(button('Save…'));
    await settle(() => expect(receipts).toHaveLength(1));
    expect(bridge.asked.at(-1)).toMatchObject({
      name: 'exports.save',
      payload: { target: 'text', override: gate.override },
    });
  });

  it('sends comments out with a Word document alone, and only if asked', async () => {
    await open();
    await settle(() => expect(button('Save…').disabled).toBe(false));
    expect(page()).not.toContain('Comments');
    await click(field('Word'));
    await settle(() => expect(button('Save…').disabled).toBe(false));
    await click(button('Save…'));
    await settle(() => expect(receipts).toHaveLength(1));
    expect(bridge.asked.at(-1)).toMatchObject({ payload: { target: 'docx', review: 'none' } });
    await click(field('Comments'));
    await settle(() => expect(button('Save…').disabled).toBe(false));
    await click(button('Save…'));
    await settle(() => expect(receipts).toHaveLength(2));
    expect(bridge.asked.at(-1)).toMatchObject({ payload: { target: 'docx', review: 'comments' } });
    await click(field('Suggestions, with comments'));
    await settle(() => expect(button('Save…').disabled).toBe(false));
    await click(button('Save…'));
    await settle(() => expect(receipts).toHaveLength(3));
    expect(bridge.asked.at(-1)).toMatchObject({ payload: { target: 'docx', review: 'suggestions' } });
    await click(field('Plain text'));
    await settle(() => expect(page()).not.toContain('Comments'));
  });

  it('says what is missing before it is written', async () => {
    const request = bridge.library.request.bind(bridge.library);
    vi.spyOn(bridge.library, 'request').mockImplementation(async (name, payload) => {
      const answer = await request(name, payload);
      if (name === 'exports.preview' && answer.ok)
        Object.assign(answer.value as object, { warnings: ['bridge.jpg is missing.'] });
      return answer;
    });
    await open();
    await settle(() => expect(page()).toContain('bridge.jpg is missing.'));
  });
});
