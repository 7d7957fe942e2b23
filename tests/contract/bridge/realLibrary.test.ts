import { join } from 'node:path';
import { renderHere } from '../../../electron/cli/renderHere.ts';
import { makeTestFolder, TestLibrary } from '../../fixtures/library/TestLibrary.ts';
import { describeLibrary } from './describeLibrary.ts';

describeLibrary('The library on the disk', async () => {
  const folder = await makeTestFolder();
  const opened = new TestLibrary(join(folder.path, 'library'), { renderer: renderHere });
  return {
    client: opened.client,
    unlock: async (id) => void (await opened.ask('targets.unlock', { id, secret: 'quin cunx' })),
    close: () => {
      opened.library.close();
      return folder.remove();
    },
  };
});
