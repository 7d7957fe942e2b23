import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Notices } from '../../../../renderer/app/Notices.ts';

let notices: Notices;
const messages = () => notices.list.value.map((notice) => notice.message);

beforeEach(() => {
  vi.useFakeTimers();
  notices = new Notices();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('Notices', () => {
  it('lets notes go by themselves and keeps errors', () => {
    notices.show('Moved to the trash.');
    notices.show('The disk is full.', 'error');
    vi.advanceTimersByTime(60_000);
    expect(messages()).toEqual(['The disk is full.']);
  });

  it('keeps a note that is being read', () => {
    notices.show('Moved to the trash.');
    const [note] = notices.list.value;
    if (note) notices.hold(note.id);
    vi.advanceTimersByTime(60_000);
    expect(messages()).toEqual(['Moved to the trash.']);
  });

  it('says the same thing once, and three things at most', () => {
    for (const text of ['a', 'a', 'b', 'c', 'd']) notices.show(text, 'error');
    expect(messages()).toEqual(['b', 'c', 'd']);
  });

  it('shows a problem, and nothing for none', () => {
    notices.showProblem(null);
    notices.showProblem('Why not.');
    expect(notices.list.value).toMatchObject([{ kind: 'error', message: 'Why not.' }]);
  });
});
