import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolate, visibleLine, visibleText } from '../../../../../electron/cli/terminal/visibleText.ts';

describe('visibleText', () => {
  it('keeps lines, tabs and every letter', () => {
    expect(visibleText('a\tb\r\nمرحبا\u200fא\n')).toBe('a\tb\nمرحبا\u200fא\n');
  });

  it('shows a control in place of what a terminal would do at it', () => {
    expect(visibleText('\u001b]0;title\u0007\u009b2J\b')).toBe('\ufffd]0;title\ufffd\ufffd2J\ufffd');
  });
});

describe('visibleLine', () => {
  it('is one line with single spaces', () => {
    expect(visibleLine('  one\n two\u2029three\u00a0\u00a0four ')).toBe('one two three four');
  });

  it('never holds a control, nor a mark that turns around what follows', () => {
    const unit = fc.constantFrom('a', 'ا', '\u202e', '\u2066', '\u2069', '\u001b', '\u0085', '\n', ' ', '👩🏽‍🚒');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(visibleLine(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe('isolate', () => {
  it('wraps what holds right-to-left letters and nothing else', () => {
    expect(isolate('قصة 12')).toBe('\u2068قصة 12\u2069');
    expect(isolate('a שלום')).toBe('\u2068a שלום\u2069');
    expect(isolate('naïve, 東京, 12')).toBe('naïve, 東京, 12');
  });
});
