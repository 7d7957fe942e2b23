// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBridge, type FakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import { DeskDialog, type DeskView } from '../../../../renderer/workflow/DeskDialog.tsx';
import type { StepTaken } from '../../../../renderer/workflow/StepDialog.tsx';
import { fail } from '../../../../shared/lang/result.ts';
import type { StoryFields } from '../../../../shared/story/fields.ts';
import type { StoryId } from '../../../../shared/story/ids.ts';
import type { Person } from '../../../../shared/workflow/waitsFor.ts';
import { button, click, field, press, render, the, type } from '../render.tsx';

let bridge: FakeBridge;
let opened: StoryId[];
let taken: StepTaken[];

const EDITOR: Person = { role: 'editor', name: 'Leila' };
const soon = () => new Date(Date.now() + 40 * 60_000).toISOString();
const late = () => new Date(Date.now() - 130 * 60_000).toISOString();

async function put(headline: string, fields: Partial<StoryFields>): Promise<StoryId> {
  const id = bridge.library.importText(headline, 'Two words.');
  await bridge.library.request('stories.put', { id, fields });
  return id;
}

beforeEach(() => {
  // jsdom has no top layer.
  HTMLElement.prototype.showPopover ??= () => {};
  HTMLElement.prototype.hidePopover ??= () => {};
  bridge = fakeBridge();
  [opened, taken] = [[], []];
});

async function open(view: DeskView, person = EDITOR): Promise<void> {
  await render(
    <DeskDialog
      view={view}
      library={bridge.library}
      person={person}
      names={[]}
      onOpen={(id) => opened.push(id)}
      onTake={async (storyId, step) => {
        taken.push(step);
        const answer = await bridge.library.request('review.change', { storyId, change: { kind: 'addStep', ...step } });
        return answer.ok ? null : answer.error.message;
      }}
      onRole={() => {}}
      onClose={() => {}}
    />,
  );
  await settle();
}

const settle = () => act(() => new Promise((done) => setTimeout(done, 50)));
const titles = () => [...document.querySelectorAll('.desk-title')].map((title) => title.textContent);
const waiting = () => the<HTMLInputElement>('input[type=checkbox]');
/** The columns that have cards, each with its cards. */
const columns = () =>
  [...document.querySelectorAll('.board-column')].flatMap((column) => {
    const cards = [...column.querySelectorAll('.desk-title')].map((title) => title.textContent);
    return cards.length > 0 ? [[column.getAttribute('aria-label'), ...cards]] : [];
  });

describe('the queue', () => {
  it('shows what waits for whoever sits here, first what is wanted first, and what is overdue in words', async () => {
    await put('Mine', { status: 'returned', assignee: 'leila', deadline: soon() });
    await put('Late', { status: 'submitted', deadline: late(), desk: 'World' });
    await put('Theirs', { status: 'submitted', assignee: 'Zain', deadline: late() });
    await put('Draft', {});
    await put('Killed', { status: 'killed' });
    await open('queue');
    expect(titles()).toEqual(['Late', 'Mine']);
    expect([...document.querySelectorAll('time')].map((time) => time.textContent)).toEqual([
      'Overdue by 2 h',
      expect.stringMatching(/^In (39|40) min$/u),
    ]);
    expect(the('.desk-count').textContent).toBe('2 stories, 1 overdue');
    await click(waiting());
    expect(titles().toSorted()).toEqual(['Draft', 'Late', 'Mine', 'Theirs']);
    const desk = field<HTMLSelectElement>('Desk');
    expect([...desk.options].map(({ text }) => text)).toEqual(['Any desk', 'World']);
  });

  it('is walked with arrows, and a story opens from it', async () => {
    const second = await put('Second', { status: 'submitted', deadline: soon() });
    await put('First', { status: 'submitted', deadline: late() });
    await open('queue');
    const focused = () => document.activeElement?.textContent;
    expect(focused()).toBe('First');
    await press(document.activeElement ?? document.body, 'ArrowDown');
    expect(focused()).toBe('Second');
    await press(document.activeElement ?? document.body, 'End');
    await click(document.activeElement as HTMLElement);
    expect(opened).toEqual([second]);
  });

  it('says what would wait for whom when nothing does, and shows the rest', async () => {
    await put('Draft', {});
    await open('queue');
    expect(document.body.textContent).toContain('Nothing waits for you');
    await click(button('Show every story'));
    expect(titles()).toEqual(['Draft']);
  });

  it('draws a hundred of many, and more when asked', async () => {
    for (let index = 0; index < 103; index += 1) await put(`Story ${index}`, { status: 'submitted' });
    await open('queue');
    expect(titles()).toHaveLength(100);
    await click(button('Show more (3 left)'));
    expect(titles()).toHaveLength(103);
  });

  it('says why it cannot be read', async () => {
    bridge.library.failWith('desk.list', fail('damaged', 'The library is damaged.'));
    await open('queue');
    expect(the('[role=alert]').textContent).toBe('The library is damaged.');
  });
});

describe('the board', () => {
  it('shows what is where, and a card moves by its menu, with the keyboard behind it', async () => {
    await put('Boats', { status: 'submitted' });
    await put('Prices', { status: 'draft' });
    await open('board');
    expect(columns()).toEqual([
      ['Draft: 1 story', 'Prices'],
      ['Submitted: 1 story', 'Boats'],
    ]);
    await press(document.activeElement ?? document.body, 'ArrowRight');
    expect(document.activeElement?.textContent).toContain('Boats');
    await click(button('Move “Boats”'));
    await click(button('Take into review'));
    await settle();
    expect(taken).toEqual([{ by: 'Leila', status: 'inReview', assignee: 'Leila', note: '' }]);
    expect(columns()).toEqual([
      ['Draft: 1 story', 'Prices'],
      ['In review: 1 story', 'Boats'],
    ]);
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('Boats'));
  });

  it('asks for a word where a step wants one, and says why one was not taken', async () => {
    await put('Boats', { status: 'inReview' });
    await open('board');
    await click(button('Move “Boats”'));
    await click(button('Return to the writer…'));
    await type(field<HTMLTextAreaElement>('Note'), 'Name the district.');
    await click(button('Return to the writer'));
    await settle();
    expect(columns()).toEqual([['Returned: 1 story', 'Boats']]);
    bridge.library.failWith('review.change', fail('disk', 'The disk is full.'));
    await click(button('Move “Boats”'));
    await click(button('Kill…'));
    await click(button('Kill'));
    await settle();
    expect(the('[role=alert]').textContent).toBe('The disk is full.');
    expect(columns()).toEqual([['Returned: 1 story', 'Boats']]);
  });

  it('takes the same step when a card is dragged to another column, and says where it cannot go', async () => {
    await put('Boats', { status: 'submitted' });
    await open('board');
    const column = (name: string) => the(`.board-column[aria-label^="${name}"]`);
    const drag = async (name: string) => {
      const fire = async (element: Element, kind: string) => {
        const event = new Event(kind, { bubbles: true, cancelable: true });
        await act(() => element.dispatchEvent(Object.assign(event, { dataTransfer: { setData: () => undefined } })));
        return event.defaultPrevented;
      };
      await fire(the('.board-card'), 'dragstart');
      expect(await fire(column(name), 'dragover')).toBe(true);
      await fire(column(name), 'drop');
      await fire(the('.board-card'), 'dragend');
      await settle();
    };
    await drag('Sent');
    expect(the('[role=alert]').textContent).toBe(
      '“Boats” cannot go from Submitted to Sent. From there it goes to Draft, In review, Approved, Returned, On hold, Killed.',
    );
    await drag('In review');
    expect(document.querySelector('[role=alert]')).toBeNull();
    expect(taken).toEqual([{ by: 'Leila', status: 'inReview', assignee: 'Leila', note: '' }]);
    await drag('Returned');
    await type(field<HTMLTextAreaElement>('Note'), 'Name the district.');
    await click(button('Return to the writer'));
    await settle();
    expect(columns()).toEqual([['Returned: 1 story', 'Boats']]);
  });

  it('has a place for those that are sent, whose deadline is over', async () => {
    await put('Out', { status: 'sent', deadline: late() });
    await open('board');
    expect(columns()).toEqual([['Sent: 1 story', 'Out']]);
    expect(document.querySelector('time')).toBeNull();
  });
});
