import { describe, expect, it } from 'vitest';
import { NodePool } from '../../../../../../electron/library/cms/ghost/NodePool.ts';
import { nodeToken } from '../../../../../../electron/library/cms/ghost/nodeToken.ts';

const words = (text: string) => [{ type: 'extended-text', version: 1, format: 0, text }];
const heading = (text: string, own: object = {}) => ({
  type: 'extended-heading',
  tag: 'h3',
  children: words(text),
  ...own,
});

describe('the nodes behind tokens', () => {
  it('are those that are there first, each as often as it stands there', () => {
    const theirs = { ...heading('One'), direction: 'ltr' };
    const pool = new NodePool([theirs, heading('One'), heading('Two')]);
    const [one, two] = [nodeToken(theirs), nodeToken(heading('Two'))];
    const picked = pool.pick([one, two, one, one, 'nothing']);
    expect(picked.map((node) => node['direction'])).toEqual(['ltr', undefined, undefined, undefined]);
    expect(picked[0]).toBe(theirs);
  });

  it('take our change in, and keep what was set there', () => {
    const [was, now, stored] = [
      heading('One'),
      heading('Two'),
      heading('One', { tag: 'h4', format: 'center', x: { b: 1, a: 2 } }),
    ];
    const pool = new NodePool([stored, now]);
    const patched = pool.patch(nodeToken(was), nodeToken(now), nodeToken(stored));
    expect(pool.pick([patched ?? ''])).toEqual([{ ...stored, children: words('Two') }]);
  });

  it('take none in where both changed the same words, nor where several stand for one', () => {
    const [was, now, stored] = [heading('One'), heading('Two'), heading('Three')];
    const pool = new NodePool([stored, now]);
    expect(pool.patch(nodeToken(was), nodeToken(now), nodeToken(stored))).toBeNull();
    const two = `${nodeToken(now)}\n\n${nodeToken(now)}`;
    expect(pool.patch(nodeToken(was), two, nodeToken(stored))).toBeNull();
  });

  it('keep a picture theirs, whatever its caption calls the credit', () => {
    const image = (caption: string, own: object = {}) => ({ type: 'image', src: '', alt: 'A', caption, ...own });
    const stored = image('Low. Photo: Ali', { src: 'https://s.example/a.jpg', cardWidth: 'wide' });
    const now = image('High. Ali');
    const pool = new NodePool([stored, now]);
    const patched = pool.patch(nodeToken(image('Low. Ali')), nodeToken(now), nodeToken(stored));
    expect(pool.pick([patched ?? ''])).toEqual([{ ...stored, caption: 'High. Ali' }]);
  });
});
