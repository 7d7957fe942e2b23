// @vitest-environment jsdom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { ChecksTab } from '../../../../renderer/checks/ChecksTab.tsx';
import { ExportChecks } from '../../../../renderer/checks/ExportChecks.tsx';
import { FindingCard } from '../../../../renderer/checks/FindingCard.tsx';
import { StoryChecks, type Writer } from '../../../../renderer/checks/StoryChecks.ts';
import { Signal } from '../../../../renderer/ui/Signal.ts';
import type { Finding, Place } from '../../../../shared/checks/finding.ts';
import { parseHouseStyle } from '../../../../shared/checks/style/parseHouseStyle.ts';
import type { Override } from '../../../../shared/ipc/librarySchemas.ts';
import { fail } from '../../../../shared/lang/result.ts';
import type { Block } from '../../../../shared/story/block.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { copyStory } from '../../shared/checks/copyStory.ts';
import { button, click, field, render, type } from '../render.tsx';

const page = () => document.body.textContent ?? '';
const settle = (look: () => void) => act(async () => vi.waitFor(look, { timeout: 3000 }));

/** What the library answered is drawn. */
const answered = () => act(async () => new Promise<void>((done) => setTimeout(done, 20)));

/** A desk with a story on it. */
function desk(first: Story) {
  const story = new Signal<Story | null>(first);
  const library = new FakeLibrary();
  library.seed(first);
  const writer = new Signal<Writer>({ spelling: true, grammar: false, dictionary: [] });
  const revealed: Place[] = [];
  const fixed: (readonly Finding[])[] = [];
  const sheet = {
    reveal: (place: Place) => void revealed.push(place),
    fix: (findings: readonly Finding[]) => void fixed.push(findings),
  };
  const checks = new StoryChecks({
    readStory: () => story.value,
    onChange: (listener) => story.subscribe(listener),
    ...sheet,
    library,
    writer,
  });
  const tab = <ChecksTab checks={checks} library={library} by="" isMarking onMarking={() => {}} />;
  return { story, library, writer, checks, sheet, revealed, fixed, tab };
}

const WRONG = copyStory(['The TK boats  left.', 'The pilots  stayed.']);

describe('spelling', () => {
  it('comes in after the rest, and goes when a word is learnt or nobody wants it', async () => {
    const { library, writer, checks, tab } = desk(copyStory(['They inspcet  flimmers.']));
    library.misspelt.set('flimmers', []);
    await render(tab);
    await settle(() => expect(page()).toContain('“inspcet” is not in the dictionary (English).'));
    const finding = checks.checked.value?.findings.find(({ excerpt }) => excerpt === 'inspcet');
    expect(finding && (await checks.suggest(finding))).toEqual(['inspect', 'insect']);
    await act(async () => writer.set({ spelling: true, grammar: false, dictionary: ['inspcet'] }));
    await settle(() => expect(page()).not.toContain('“inspcet”'));
    expect(page()).toContain('“flimmers”');
    await act(() => checks.addHouseWord('flimmers'));
    await settle(() => expect(page()).not.toContain('“flimmers”'));
    await act(async () => writer.set({ spelling: false, grammar: false, dictionary: [] }));
    await settle(() => expect(page()).toContain('1 note'));
    expect(page()).not.toContain('“inspcet”');
  });
});

describe('the Checks tab', () => {
  it('counts by level, names each kind, and follows the page', async () => {
    const { story, tab } = desk(WRONG);
    await render(tab);
    await settle(() => expect(page()).toContain('1 thing to settle before it goes out, 2 notes'));
    expect([...document.querySelectorAll('section')].map((one) => one.getAttribute('aria-label'))).toEqual([
      'Placeholder left',
      'Two spaces',
    ]);
    await act(async () => story.set(copyStory(['The boats left.'])));
    await settle(() => expect(page()).toContain('Facts are still yours to check.'));
  });

  it('asks whether links answer when it is told to, and not before', async () => {
    const link = (url: string, text: string): Block => ({
      id: 'l' as Block['id'],
      type: 'paragraph',
      content: [{ type: 'link', url, children: [{ type: 'text', text }] }],
    });
    const { story, library, checks, tab } = desk(copyStory([link('https://example.org/port', 'the port')]));
    const asked = vi.spyOn(library, 'request');
    await render(tab);
    await settle(() => expect(page()).toContain('Facts are still yours'));
    await answered();
    expect(page()).toContain('Waits to be checked');
    expect(asked.mock.calls.map(([name]) => name)).not.toContain('links.check');
    const release = library.holdNext('links.check');
    await click(button('Check links now'));
    await click(button('Checking links…'));
    release();
    await answered();
    expect(page()).toContain('Answers');
    expect(asked.mock.calls.filter(([name]) => name === 'links.check')).toHaveLength(1);
    library.failWith('links.check', fail('libraryAway', 'The library is away.', true));
    await click(button('Check links now'));
    await answered();
    expect(page()).toContain('The library is away.');
    await act(async () => story.set(copyStory(['No links.'])));
    await settle(() => expect(checks.checked.value?.addresses).toEqual([]));
    await answered();
    expect(page()).not.toContain('Check links now');
  });

  it('goes to the words by a press, and on from there', async () => {
    const { checks, revealed, tab } = desk(WRONG);
    await render(tab);
    await settle(() => expect(page()).toContain('“TK” looks like'));
    await click(button('“TK” looks like still to come.'));
    await act(async () => checks.step(1));
    await click(button('Next finding'));
    await act(async () => checks.step(1));
    await click(button('Previous finding'));
    expect(revealed.map((place) => (place.in === 'block' ? [place.blockId, place.start] : []))).toEqual([
      ['p0', 4],
      ['p0', 12],
      ['p1', 10],
      ['p0', 4],
      ['p1', 10],
    ]);
    expect(document.querySelectorAll('[aria-current="true"]')).toHaveLength(1);
  });

  it('fixes one, and all of a kind', async () => {
    const { fixed, tab } = desk(WRONG);
    await render(tab);
    await settle(() => expect(page()).toContain('Fix all 2'));
    await click(button('Fix all 2: Two spaces'));
    const [first] = document.querySelectorAll<HTMLButtonElement>('button[aria-label="Fix: Two spaces in a row."]');
    if (!first) throw new Error('no fix');
    await click(first);
    expect(fixed.map((findings) => findings.map(({ place }) => place.start))).toEqual([[12, 10], [12]]);
  });

  it('skips with a reason only, shows it, and brings it back', async () => {
    const { checks, tab } = desk(WRONG);
    await render(tab);
    await settle(() => expect(page()).toContain('Fix all 2'));
    await click(button('Skip: “TK” looks like still to come.'));
    expect(button('Skip').disabled).toBe(true);
    await type(field('Why it may stand'), 'The name of a ship');
    // What blocks is let stand by somebody with a name.
    expect(button('Skip').disabled).toBe(true);
    await type(field('Your name'), 'A. Khan');
    await click(button('Skip'));
    await settle(() => expect(checks.checked.value?.counts.block).toBe(0));
    expect(page()).toContain('The name of a ship — A. Khan');
    await click(button('Bring back: “TK” looks like still to come.'));
    await settle(() => expect(checks.checked.value?.counts.block).toBe(1));
  });

  it('knows after a restart what was skipped, and says why a skip could not be kept', async () => {
    const { library, checks, sheet, tab, writer } = desk(WRONG);
    await render(tab);
    await settle(() => expect(page()).toContain('Fix all 2'));
    const finding = checks.checked.value?.findings.find(({ level }) => level === 'block');
    if (!finding) throw new Error('nothing blocks');
    library.failWith('checks.skip', fail('disk', 'The disk is full.'));
    await act(() => checks.skip(finding, 'A ship', 'A. Khan'));
    expect(document.querySelector('[role="alert"]')?.textContent).toBe('The disk is full.');
    library.failWith('checks.skip', null);
    await act(() => checks.skip(finding, 'A ship', 'A. Khan'));

    const later = new StoryChecks({ readStory: () => WRONG, onChange: () => () => {}, ...sheet, library, writer });
    const stop = later.watch();
    await settle(() => expect(later.checked.value?.skipped).toHaveLength(1));
    stop();
  });

  it('follows the style file, and says what is wrong in it', async () => {
    const { library, tab } = desk(copyStory(['The fishermen left.']));
    await render(tab);
    await settle(() => expect(page()).toContain('Checked by Starter style.'));
    const file = parseHouseStyle('name: Port style\nentries: [{ term: fishermen, preferred: fishers }]');
    library.house = { fileName: 'style.yaml', file, problem: null, words: [] };
    await act(async () => window.dispatchEvent(new Event('focus')));
    await settle(() => expect(page()).toContain('“fishermen”: write “fishers”.'));
    library.house = {
      fileName: 'style.yaml',
      file: null,
      problem: 'The style file is wrong in line 2: no.',
      words: [],
    };
    await act(async () => window.dispatchEvent(new Event('focus')));
    await settle(() => expect(page()).toContain('wrong in line 2: no. The starter style is used instead.'));
    expect(page()).not.toContain('fishers');
  });

  it('says nothing of one story beside another', async () => {
    const { story, checks, tab } = desk(WRONG);
    await render(tab);
    await settle(() => expect(page()).toContain('“TK”'));
    await act(async () => story.set(null));
    await settle(() => expect(checks.checked.value).toBeNull());
  });
});

describe('the card of a finding', () => {
  const open = async () => {
    HTMLElement.prototype.showPopover ??= () => {};
    HTMLElement.prototype.hidePopover ??= () => {};
    const { checks, fixed, revealed, sheet, library } = desk(WRONG);
    await act(async () => void checks.watch());
    await settle(() => expect(checks.checked.value?.findings).toHaveLength(3));
    const onClose = vi.fn<() => void>();
    const findings = checks.checked.value?.findings.slice(0, 2) ?? [];
    const props = { checks, findings, by: 'A. Khan', anchor: document.body, takesKeyboard: true, onClose };
    await render(<FindingCard {...props} />);
    return { checks, fixed, revealed, sheet, library, onClose };
  };

  it('says what is wrong at one place, has the keyboard, and leads to the words', async () => {
    const { revealed, onClose } = await open();
    expect(document.activeElement).toBe(button('“TK” looks like still to come.'));
    await click(button('Two spaces in a row.'));
    expect(revealed).toHaveLength(1);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('fixes, skips, and makes room for whoever writes on', async () => {
    const { checks, fixed, onClose } = await open();
    await click(button('Fix: Two spaces in a row.'));
    expect(fixed).toHaveLength(1);
    await click(button('Skip: “TK” looks like still to come.'));
    await type(field('Why it may stand'), 'A ship');
    await click(button('Skip'));
    await settle(() => expect(checks.checked.value?.skipped).toHaveLength(1));
    onClose.mockClear();
    document.body.dispatchEvent(new Event('beforeinput', { bubbles: true }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('the checks of an export', () => {
  it('names what must be settled, and leads to the rest', async () => {
    const { checks } = desk(WRONG);
    const onShow = vi.fn<() => void>();
    await render(<ExportChecks checks={checks} target="html" by="" onGate={() => {}} onShow={onShow} />);
    await settle(() => expect(page()).toContain('1 thing to settle'));
    expect(page()).toContain('“TK” looks like still to come.');
    expect(page()).not.toContain('Two spaces');
    await click(button('Show in Checks'));
    expect(onShow).toHaveBeenCalledOnce();
  });

  it('stops what is blocked until somebody with a name gives a reason', async () => {
    const { checks } = desk(WRONG);
    const onGate = vi.fn<(gate: { isStopped: boolean; override: Override | null }) => void>();
    await render(<ExportChecks checks={checks} target="html" by="" onGate={onGate} onShow={() => {}} />);
    await settle(() => expect(onGate).toHaveBeenLastCalledWith({ isStopped: true, override: null }));
    await type(field('Reason'), 'The ship is called so');
    expect(onGate).toHaveBeenLastCalledWith({ isStopped: true, override: null });
    await type(field('Your name'), 'A. Khan');
    const override = { reason: 'The ship is called so', by: 'A. Khan' };
    expect(onGate).toHaveBeenLastCalledWith({ isStopped: false, override });
  });

  it('stops a story that lacks what the house requires for its target, and for no other', async () => {
    const { checks, library } = desk(copyStory(['The boats left.']));
    const file = parseHouseStyle('required: { wordpress: [topics] }');
    library.house = { fileName: 'style.yaml', file, problem: null, words: [] };
    const onGate = vi.fn<(gate: { isStopped: boolean; override: Override | null }) => void>();
    const props = { checks, by: '', onGate, onShow: () => {} };
    await render(<ExportChecks {...props} target="wordpress" />);
    await settle(() => expect(page()).toContain('The house wants a topic for WordPress block markup.'));
    expect(onGate).toHaveBeenLastCalledWith({ isStopped: true, override: null });
    await render(<ExportChecks {...props} target="html" />);
    await settle(() => expect(onGate).toHaveBeenLastCalledWith({ isStopped: false, override: null }));
  });

  it('stops neither a package nor a story without a finding that blocks', async () => {
    const onGate = vi.fn<(gate: { isStopped: boolean; override: Override | null }) => void>();
    const props = { by: '', onGate, onShow: () => {} };
    await render(<ExportChecks checks={desk(WRONG).checks} target="package" {...props} />);
    await settle(() => expect(page()).toContain('1 thing to settle'));
    await render(<ExportChecks checks={desk(copyStory(['The boats  left.'])).checks} target="html" {...props} />);
    await settle(() => expect(page()).toContain('1 note'));
    expect(onGate.mock.calls.every(([{ isStopped }]) => !isStopped)).toBe(true);
  });
});
