import { describe, expect, it } from 'vitest';
import { exportText } from '../../../../../shared/export/text/exportText.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import type { StoryFields } from '../../../../../shared/story/fields.ts';
import { HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';

const id = 'b00000000000' as BlockId;

function wire(fields: Partial<StoryFields>, ...blocks: Block[]): string {
  const bare = { slug: '', headline: '', deck: '', byline: '', dateline: '' };
  return exportText({ ...HARBOUR_STORY, fields: { ...HARBOUR_STORY.fields, ...bare, ...fields }, blocks }, new Map());
}

function words(text: string): Extract<Block, { type: 'paragraph' }>['content'] {
  return [{ type: 'text', text }];
}

describe('wire copy', () => {
  it('begins with its slug and embargo, and ends where the copy ends', () => {
    expect(
      wire(
        { slug: 'delta', embargo: '2031-01-02T03:04:05Z', headline: 'Salt' },
        { id, type: 'paragraph', content: words('One.') },
      ),
    ).toBe('SLUG: delta\nEMBARGO: not before 2031-01-02 03:04 UTC\n\nSalt\n\nOne.\n\n###\n');
  });

  it('is one line a paragraph, however long, and keeps the line ends somebody typed', () => {
    const long = 'word '.repeat(500).trim();
    const content = [...words(` ${long} `), { type: 'lineBreak' as const }, ...words('next')];
    expect(wire({}, { id, type: 'paragraph', content })).toBe(`${long}\nnext\n\n###\n`);
  });

  it('runs the dateline in, or gives it a line', () => {
    expect(wire({ dateline: 'Gaza' }, { id, type: 'paragraph', content: words('One.') })).toMatch(/^\[Gaza\] One\./);
    expect(wire({ dateline: 'Gaza' }, { id, type: 'heading', level: 2, content: words('One') })).toMatch(
      /^\[Gaza\]\n\nOne/,
    );
  });

  it('marks a quotation that has no marks of its own', () => {
    expect(wire({}, { id, type: 'quote', content: words('Not a word.') })).toMatch(/^“Not a word\.”\n/);
    expect(wire({}, { id, type: 'quote', content: words('«لا كلمة»') })).toMatch(/^«لا كلمة»\n/);
  });

  it('numbers lists from where they begin, with the inner ones under their item', () => {
    const inner = { kind: 'numbered' as const, items: [{ content: words('x') }, { content: words('y') }] };
    const items = [{ content: words('a'), list: inner }, { content: words('b') }];
    expect(wire({}, { id, type: 'list', kind: 'numbered', start: 9, items })).toMatch(
      /^9\. a\n {3}1\. x\n {3}2\. y\n10\. b\n/,
    );
  });
});
