import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeToken, readNodes, sayToken, writeNodes } from '../../../../../../electron/library/cms/ghost/nodeToken.ts';
import { ghostContent } from '../../../../../../shared/export/ghost/ghostContent.ts';
import { arbitraryStory } from '../../../../../fixtures/arbitraryStory.ts';

const OURS = {
  children: [
    { type: 'extended-text', version: 1, detail: 0, format: 1, mode: 'normal', style: '', text: 'It began' },
    { type: 'extended-text', version: 1, detail: 0, format: 0, mode: 'normal', style: '', text: ' here.' },
  ],
  ...{ direction: 'ltr', format: '', indent: 0, type: 'extended-heading', version: 1, tag: 'h2' },
};

describe('a node’s token', () => {
  it('is the same however Ghost’s editor spells it', () => {
    const theirs = {
      ...{
        tag: 'h2',
        type: 'heading',
        direction: null,
        format: '',
        indent: 0,
        version: 1,
        textFormat: 1,
        textStyle: '',
      },
      children: [
        { text: 'It', type: 'text', format: 1, detail: 0, mode: 'normal', style: '', version: 1 },
        { text: ' began', type: 'text', format: 1, detail: 0, mode: 'normal', style: '', version: 1 },
        { text: ' here.', type: 'text', format: 0, detail: 0, mode: 'normal', style: '', version: 1 },
      ],
    };
    expect(nodeToken(theirs)).toBe(nodeToken(OURS));
  });

  it('is the same for a caption its editor has wrapped, and for a card with the visibility everybody has', () => {
    const image = { type: 'image', version: 1, src: 'a.jpg', alt: 'A', caption: 'The bank <cite>Imran</cite>' };
    const saved = {
      ...{ type: 'image', version: 1, src: 'a.jpg', width: 4, height: 3, title: '', alt: 'A', href: '' },
      ...{ cardWidth: 'regular', caption: '<span style="white-space: pre-wrap;">The bank Imran</span>' },
    };
    expect(nodeToken(saved)).toBe(nodeToken(image));
    const visibility = {
      web: { nonMember: true, memberSegment: 'status:free,status:-free' },
      email: { memberSegment: 'status:free,status:-free' },
    };
    const html = { type: 'html', version: 1, html: '<p>x</p>' };
    expect(nodeToken({ ...html, visibility })).toBe(nodeToken(html));
    expect(nodeToken({ ...html, visibility: { web: { nonMember: false } } })).not.toBe(nodeToken(html));
  });

  it.each([
    { ...OURS, tag: 'h3' },
    { ...OURS, type: 'paragraph' },
    { ...OURS, children: OURS.children.slice(0, 1) },
    { ...OURS, children: [{ ...OURS.children[0], format: 3 }, OURS.children[1]] },
    { ...OURS, format: 'center' },
  ])('is another where a reader sees a difference', (other) => {
    expect(nodeToken(other as typeof OURS)).not.toBe(nodeToken(OURS));
  });

  it('is on one line, whatever is in it, so that several can stand in one text', () => {
    fc.assert(
      fc.property(arbitraryStory, (story) => {
        const options = { pictures: new Map(), site: new Map(), hasByline: true, leadTo: 'inText' as const };
        for (const { node } of ghostContent(story, options).pieces) expect(nodeToken({ ...node })).not.toContain('\n');
      }),
    );
  });

  it('says its words, and those of several', () => {
    const image = { type: 'image', caption: 'The <b>bank</b>', alt: 'A bank' };
    expect(sayToken([OURS, image].map(nodeToken).join('\n\n'))).toBe('It began here.\n\nThe bank');
    expect(sayToken('A headline')).toBe('A headline');
    expect(sayToken('{not json')).toBe('{not json');
    expect(sayToken('12345', 3)).toBe('123…');
  });
});

describe('a post’s text', () => {
  it('keeps nodes nobody here knows, and what it says of itself, to the byte', () => {
    const lexical =
      '{"root":{"children":[{"type":"signup","version":1,"x":{"b":1,"a":[null,1.5]}}],"direction":"rtl","y":2}}';
    expect(JSON.parse(writeNodes(readNodes(lexical), lexical))).toMatchObject(JSON.parse(lexical) as object);
    const last = '{"x":1,"version":1,"type":"signup"}';
    expect(JSON.stringify(readNodes(`{"root":{"children":[${last}]}}`)[0])).toBe(last);
    expect(writeNodes(readNodes(lexical), lexical)).toContain(
      '{"type":"signup","version":1,"x":{"b":1,"a":[null,1.5]}}',
    );
  });

  it.each([null, '', '{"root":', '[]', '{"root":{"children":[{"no":"type"}]}}'])('has no nodes as %s', (lexical) => {
    expect(readNodes(lexical)).toEqual([]);
  });

  it('is never without any paragraph', () => {
    expect(readNodes(writeNodes([]))).toMatchObject([{ type: 'paragraph' }]);
  });
});
