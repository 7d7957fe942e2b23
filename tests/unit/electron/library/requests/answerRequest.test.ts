import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerRequests, type Answer } from '../../../../../electron/library/requests/answerRequest.ts';
import { hostRequests } from '../../../../../shared/ipc/hostContract.ts';
import { libraryRequests } from '../../../../../shared/ipc/libraryContract.ts';
import { newStoryId } from '../../../../../shared/story/ids.ts';
import { StetError } from '../../../../../shared/lang/result.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let test: TestLibrary;
let answer: Answer;
let logged: ReturnType<typeof vi.spyOn>;

/** What importing a document does in this test. */
let importFile = (path: string): Promise<never> => Promise.reject(new StetError('refused', `${path} is no document.`));

beforeEach(async () => {
  folder = await makeTestFolder();
  const notHere = () => Promise.reject(new StetError('notHere', 'Not in this test.'));
  test = new TestLibrary(folder.path, {
    formats: { importFile: (_library, path) => importFile(path), previewExport: notHere, writeExport: notHere },
  });
  answer = answerRequests(test.library);
  logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  logged.mockRestore();
  test.library.close();
  await folder.remove();
});

const create = { template: 'blank', byline: '', dateline: '', language: 'en' };

describe('a request', () => {
  it.each([
    [undefined, {}],
    [7, {}],
    ['', {}],
    ['stories.forget', {}],
    ['constructor', {}],
    ['__proto__', {}],
    ['toString', {}],
  ])('by the name %o is unknown', async (name, payload) => {
    for (const role of ['page', 'host'] as const)
      expect(await answer(role, name, payload)).toMatchObject({ ok: false, error: { code: 'unknownRequest' } });
  });

  it.each(Object.keys(hostRequests))('of main’s (%s) is as good as none to the page', async (name) => {
    const payload = {
      storyId: newStoryId(),
      target: 'text',
      path: '/etc/x',
      id: 'a'.repeat(64),
      size: 'page',
      folder: '/',
    };
    expect(await answer('page', name, payload)).toMatchObject({ ok: false, error: { code: 'unknownRequest' } });
    expect(test.library.isOpen).toBe(true);
  });

  it.each(Object.keys({ ...libraryRequests, ...hostRequests }))(
    'that is malformed (%s) is refused with a sentence',
    async (name) => {
      for (const payload of [undefined, null, 7, [], { id: '../../etc/passwd' }, { nonsense: true }]) {
        const refused = await answer('host', name, payload);
        expect(refused).toMatchObject({ ok: false, error: { code: 'badRequest', retryable: false } });
      }
      expect(logged).not.toHaveBeenCalled();
    },
  );

  it('that fails in a way nobody expected is answered calmly and logged in full', async () => {
    vi.spyOn(test.library.drafts, 'create').mockImplementation(() => {
      throw new TypeError('a mistake of ours');
    });
    const failed = await answer('page', 'stories.create', create);
    expect(failed).toMatchObject({ ok: false, error: { code: 'unexpected', retryable: false } });
    expect(JSON.stringify(failed)).not.toContain('a mistake of ours');
    expect(logged).toHaveBeenCalledWith('stories.create failed:', expect.any(TypeError));
  });

  it('that fails as expected says why', async () => {
    expect(await answer('page', 'stories.open', { id: newStoryId() })).toEqual({
      ok: false,
      error: { code: 'notFound', message: 'This story is not in the library any more.', retryable: false },
    });
    expect(logged).not.toHaveBeenCalled();
  });
});

describe('an import of several documents', () => {
  it('takes each for itself: one that is refused keeps no other out', async () => {
    importFile = (path) => {
      if (path.endsWith('b.docx')) throw new RangeError('a mistake of ours');
      return Promise.reject(new StetError('refused', `${path} is no document.`));
    };
    expect(await answer('page', 'imports.files', { paths: ['/x/a.txt', '/x/b.docx'] })).toEqual({
      ok: true,
      value: [
        { ok: false, fileName: 'a.txt', message: '/x/a.txt is no document.', code: 'refused' },
        {
          ...{ ok: false, fileName: 'b.docx', code: 'unexpected' },
          message: expect.stringContaining('Something went wrong') as string,
        },
      ],
    });
  });
});

describe('closing', () => {
  it('waits for what is being answered, and refuses what comes after', async () => {
    let finish = () => {};
    importFile = (path) =>
      new Promise((_done, fail) => {
        finish = () => fail(new StetError('refused', `${path} is no document.`));
      });
    const imported = answer('page', 'imports.files', { paths: ['/x/a.txt'] });
    const closed = answer('host', 'library.close', {});
    expect(await answer('page', 'stories.create', create)).toMatchObject({
      ok: false,
      error: { code: 'libraryAway', retryable: true },
    });
    expect(test.library.isOpen).toBe(true);
    finish();
    expect(await imported).toMatchObject({ ok: true });
    expect(await closed).toEqual({ ok: true, value: null });
    expect(test.library.isOpen).toBe(false);
  });
});
