import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkup, writeMarkup } from '../../../../../electron/library/cms/wordpress/markupTokens.ts';
import { patchMarkup } from '../../../../../electron/library/cms/wordpress/patchMarkup.ts';

const paragraph = (words: string) => `<!-- wp:paragraph -->\n<p>${words}</p>\n<!-- /wp:paragraph -->`;

describe('a change put into a block as the site keeps it', () => {
  it('keeps what we do not know of a paragraph', () => {
    const stored =
      '<!-- wp:paragraph {"dropCap":true,"style":{"color":{"text":"#a00"}}} -->\n<p class="has-drop-cap" style="color:#a00">The salt stayed.</p>\n<!-- /wp:paragraph -->';
    expect(patchMarkup(paragraph('The salt stayed.'), paragraph('The salt is here to stay.'), stored)).toBe(
      stored.replace('salt stayed', 'salt is here to stay'),
    );
    expect(patchMarkup(paragraph('The salt stayed.'), paragraph('Our salt stayed.'), stored)).toBe(
      stored.replace('The', 'Our'),
    );
  });

  it('changes a caption and keeps the size and the place of the picture', () => {
    const ours = (caption: string) =>
      `<!-- wp:image {"id":7,"sizeSlug":"full","linkDestination":"none"} -->\n<figure class="wp-block-image size-full"><img src="https://a.example/w.jpg" alt="A wall" class="wp-image-7"/><figcaption class="wp-element-caption">${caption}</figcaption></figure>\n<!-- /wp:image -->`;
    const stored =
      '<!-- wp:image {"id":7,"width":300,"sizeSlug":"large","align":"wide"} -->\n<figure class="wp-block-image alignwide size-large"><a href="https://a.example/"><img src="https://a.example/w-1024x683.jpg" alt="A wall" class="wp-image-7" width="300" /></a><figcaption class="wp-element-caption">The wall</figcaption></figure>\n<!-- /wp:image -->';
    expect(patchMarkup(ours('The wall'), ours('The sea wall'), stored)).toBe(
      stored.replace('The wall', 'The sea wall'),
    );
    expect(patchMarkup(ours('The wall'), ours('The wall').replace('A wall', 'A sea wall'), stored)).toBe(
      stored.replace('A wall', 'A sea wall'),
    );
  });

  it('changes words inside a group', () => {
    const stored = `<!-- wp:group {"layout":{"type":"constrained"}} -->\n<div class="wp-block-group">${paragraph('One way.')}\n\n${paragraph('Or another.')}</div>\n<!-- /wp:group -->`;
    const [was, now] = [
      [paragraph('One way.'), paragraph('Or another.')].join('\n\n'),
      [paragraph('One road.'), paragraph('Or another.')].join('\n\n'),
    ];
    expect(patchMarkup(was, now, stored)).toBe(stored.replace('way', 'road'));
  });

  it('changes a word in a text without blocks, and puts no block into it', () => {
    const was = [paragraph('First words here.'), paragraph('Second words.')].join('\n\n');
    const stored = 'First words here.\n\nSecond words.';
    expect(patchMarkup(was, was.replace('First', 'Our'), stored)).toBe('Our words here.\n\nSecond words.');
    expect(patchMarkup(was, `${was}\n\n${paragraph('Third.')}`, stored)).toBeNull();
  });

  it('says no where both touch the same piece', () => {
    expect(
      patchMarkup(paragraph('One two'), paragraph('One three'), paragraph('One <em>two</em>').replace('two', 'tw')),
    ).toBeNull();
  });

  it('says no where the tags would cross', () => {
    const stored = paragraph('a <b>c d</b> e');
    expect(patchMarkup(paragraph('a c d e'), paragraph('a c <i>d e</i>'), stored)).toBeNull();
  });

  const word = fc.stringMatching(/^[a-z<>&"'{},:\s/-]{0,12}$/);
  it('reads and writes any text as it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            word,
            fc.constantFrom(
              ...['<!-- wp:image {"id":7,"a":{"b":[1,2]},"c":"x,\\"}"} -->', '<!-- wp:more /-->', '<!--more-->'],
              ...[
                '<!-- /wp:image -->',
                '<!-- wp:x {"a": 1} -->',
                '<img src="a>b" alt=\'c\' data-x />',
                '</p>',
                '__proto__',
              ],
            ),
          ),
        ),
        (pieces) => {
          const text = pieces.join('');
          expect(writeMarkup(readMarkup(text))).toBe(text);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is our words or nothing, whatever is changed', () => {
    const words = fc.array(fc.constantFrom('salt', 'sea', 'wall', 'tide', 'the', 'of'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const [was, now] = [paragraph(before.join(' ')), paragraph(after.join(' '))];
        const stored = was.replace('<p>', '<p class="lead">');
        expect(patchMarkup(was, now, stored)).toBe(now.replace('<p>', '<p class="lead">'));
      }),
    );
  });
});
