import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isDocument, ownArguments, readCommandLine } from '../../../../electron/app/commandLine.ts';

const HERE = resolve('/home/ayesha');

describe('readCommandLine', () => {
  it('reads the library and the documents, relative ones from where the user stands', () => {
    const read = readCommandLine(['--library=desk', 'story.docx', '/tmp/x.STET'], HERE);
    expect(read).toEqual({
      library: resolve(HERE, 'desk'),
      files: [resolve(HERE, 'story.docx'), resolve('/tmp/x.STET')],
      selfCheck: false,
    });
  });

  it("leaves Chromium's switches and other words alone", () => {
    const args = ['--no-sandbox', '--inspect=0', '--user-data-dir=/tmp/u.txt', '-x', 'word', 'photo.jpg'];
    expect(readCommandLine(args, HERE)).toEqual({ library: null, files: [], selfCheck: false });
  });

  it('knows the self check', () => {
    expect(readCommandLine(['--self-check'], HERE).selfCheck).toBe(true);
  });
});

describe('ownArguments', () => {
  it("leaves out Electron's own first word when it runs from the source", () => {
    expect(ownArguments(['electron', '--no-sandbox', '.', 'a.md'], false)).toEqual(['--no-sandbox', 'a.md']);
    expect(ownArguments(['electron', '/app', '/app'], false)).toEqual(['/app']);
    expect(ownArguments(['stet', 'a.md'], true)).toEqual(['a.md']);
  });
});

describe('isDocument', () => {
  it.each(['a.stet', 'A.DOCX', 'خبر.md', 'x.markdown', 'p.htm', 'p.html', 'n.txt'])('%s is one', (name) => {
    expect(isDocument(name)).toBe(true);
  });

  it.each(['', '.', 'a', 'a.exe', 'stet', '.docx'])('%j is not', (name) => {
    expect(isDocument(name)).toBe(false);
  });
});
