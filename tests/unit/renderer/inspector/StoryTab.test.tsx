// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FieldsSource, Vocabulary } from '../../../../renderer/inspector/FieldsSource.ts';
import { loadTopics } from '../../../../renderer/inspector/termChoices.ts';
import { StoryTab } from '../../../../renderer/inspector/StoryTab.tsx';
import { Signal } from '../../../../renderer/ui/Signal.ts';
import { CodeList } from '../../../../shared/codes/CodeList.ts';
import { blankFields, fieldsSchema, type StoryFields } from '../../../../shared/story/fields.ts';
import { button, click, field, press, render, type } from '../render.tsx';

const CODES = new CodeList([{ code: 'kb', texts: ['Keti Bandar'] }]);

let fields: Signal<StoryFields | null>;
let undone: number;
let source: FieldsSource;

beforeEach(() => {
  // jsdom has no top layer.
  HTMLElement.prototype.showPopover ??= () => {};
  Element.prototype.scrollIntoView ??= () => {};
  fields = new Signal<StoryFields | null>(blankFields());
  undone = 0;
  source = {
    fields,
    setField: (name, value) => {
      if (fields.value) fields.set({ ...fields.value, [name]: value });
    },
    replaceCode: (words, caret) => CODES.replaceAt(words, caret),
    vocabulary: new Signal<Vocabulary>({ categories: [], topics: [] }),
    undo: () => {
      undone += 1;
    },
    redo: () => {},
  };
});

const offered = () => [...document.querySelectorAll('[role=option]')].map((option) => option.textContent);

describe('the Story tab', () => {
  it('shows the story’s fields and writes what is typed', async () => {
    await render(<StoryTab source={source} status={null} assignee={null} />);
    await type(field('Slug'), 'floods');
    await type(field('Target words'), '1,200');
    expect(fields.value).toMatchObject({ slug: 'floods', targetWords: 1200 });
    expect(fieldsSchema.safeParse(fields.value).success).toBe(true);
  });

  it('puts what a code stands for in its place, in lines and in terms', async () => {
    await render(<StoryTab source={source} status={null} assignee={null} />);
    await type(field('Desk'), 'Port of \\kb\\');
    await type(field('Keywords'), '\\kb\\');
    await press(field('Keywords'), 'Enter');
    expect(fields.value).toMatchObject({ desk: 'Port of Keti Bandar', keywords: ['Keti Bandar'] });
  });

  it('follows an undo on the page', async () => {
    await render(<StoryTab source={source} status={null} assignee={null} />);
    await type(field('Slug'), 'floods');
    await act(async () => fields.set({ ...blankFields(), slug: 'before' }));
    expect(field('Slug').value).toBe('before');
  });

  it('undoes in the page’s history, not in the box', async () => {
    await render(<StoryTab source={source} status={null} assignee={null} />);
    await press(field('Slug'), 'z', { ctrlKey: true });
    expect(undone).toBe(1);
  });

  it('adds keywords by Enter, by a comma of either script, and on leaving; never twice', async () => {
    await render(<StoryTab source={source} status={null} assignee={null} />);
    await type(field('Keywords'), 'floods');
    await press(field('Keywords'), 'Enter');
    await type(field('Keywords'), 'غزة، القدس،');
    await type(field('Keywords'), 'floods,');
    await type(field('Keywords'), 'Indus');
    await act(async () => {
      field('Keywords').focus();
      field('Keywords').blur();
    });
    expect(fields.value?.keywords).toEqual(['floods', 'غزة', 'القدس', 'Indus']);
  });

  it('takes keywords away by their button and by Backspace in an empty box', async () => {
    fields.set({ ...blankFields(), keywords: ['one', 'two', 'three'] });
    await render(<StoryTab source={source} status={null} assignee={null} />);
    await click(button('Remove two'));
    await press(field('Keywords'), 'Backspace');
    expect(fields.value?.keywords).toEqual(['one']);
  });

  it('offers the house’s topics, and calls each what the house calls it', async () => {
    const topics = [
      { name: 'Weather, storms', also: ['طقس'] },
      { name: 'Ports', also: ['موانئ', 'Harbours'] },
    ];
    source.vocabulary.set({ categories: [], topics });
    await render(<StoryTab source={source} status={null} assignee={null} />);
    await type(field('Topics'), 'storm');
    expect(offered()).toEqual(['Weather, stormsطقس']);
    await press(field('Topics'), 'ArrowDown');
    await press(field('Topics'), 'Enter');
    await type(field('Topics'), 'harbours');
    await press(field('Topics'), 'Enter');
    await type(field('Topics'), 'موانئ،');
    await type(field('Topics'), 'Tides,');
    expect(fields.value?.topics).toEqual(['Weather, storms', 'Ports', 'Tides']);
  });

  it('offers the IPTC’s topics in any language, by the keyboard alone, and keeps code and label', async () => {
    fields.set({ ...blankFields(), language: 'fr' });
    await render(<StoryTab source={source} status={null} assignee={null} />);
    const box = field('Topics');
    await act(async () => box.focus());
    await act(loadTopics);
    await type(box, 'حرب');
    expect(box.getAttribute('aria-expanded')).toBe('true');
    expect(offered()[0]).toBe('guerreحرب · conflit armé');
    await press(box, 'ArrowDown');
    expect(document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('guerre');
    await press(box, 'Enter');
    await type(box, 'ELECCIONES');
    await press(box, 'Enter');
    await type(box, 'Notre sujet');
    await press(box, 'Escape');
    expect(offered()).toEqual([]);
    await press(box, 'Enter');
    expect(fields.value?.topics).toEqual(['medtop:20000062 guerre', 'medtop:20000574 élections', 'Notre sujet']);
    expect([...document.querySelectorAll('.term')].map((term) => term.textContent)).toEqual([
      'guerre',
      'élections',
      'Notre sujet',
    ]);
    await press(box, 'ArrowDown');
    expect(offered()).toHaveLength(17);
    await click(button('Remove guerre'));
    expect(fields.value?.topics).toHaveLength(2);
  });

  it('says in which zone a time is, and what it is in UTC', async () => {
    fields.set({ ...blankFields(), embargo: '2025-06-04T04:30:00.000Z' });
    await render(<StoryTab source={source} status={null} assignee={null} />);
    const zone = document.getElementById(field('Embargo').getAttribute('aria-describedby') ?? '');
    expect(zone?.textContent).toMatch(/^(?:UTC|\S+; (?:2025-06-04 )?04:30 UTC)$/);
    expect(field('Deadline').hasAttribute('aria-describedby')).toBe(false);
  });

  it('tells the embargo in the zone somebody chose, and keeps the clock when another is chosen', async () => {
    fields.set({ ...blankFields(), dateline: 'Islamabad', embargo: '2025-06-04T04:30:00.000Z', embargoZone: 'UTC' });
    await render(<StoryTab source={source} status={null} assignee={null} />);
    expect(field('Embargo').value).toBe('2025-06-04T04:30');
    const zones = field<HTMLSelectElement>('Time zone of the embargo');
    const likely = [...zones.querySelectorAll(':scope > option')].map((option) => option.textContent);
    expect(likely).toContain('Asia/Karachi — the dateline');
    await act(async () => {
      zones.value = 'Asia/Karachi';
      zones.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(fields.value).toMatchObject({ embargo: '2025-06-03T23:30:00.000Z', embargoZone: 'Asia/Karachi' });
    expect(field('Embargo').value).toBe('2025-06-04T04:30');
    expect(fieldsSchema.safeParse(fields.value).success).toBe(true);
  });

  it('notes the zone an embargo was typed in', async () => {
    await render(<StoryTab source={source} status={null} assignee={null} />);
    await type(field('Embargo'), '2025-06-04T06:00');
    expect(fields.value?.embargoZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  it('keeps an unknown language that came with an import', async () => {
    fields.set({ ...blankFields(), language: 'sd' });
    await render(<StoryTab source={source} status={null} assignee={null} />);
    expect(field<HTMLSelectElement>('Language').selectedOptions[0]?.textContent).toBe('Sindhi');
  });
});
