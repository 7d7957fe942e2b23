import { FakeLibrary } from '../../../renderer/bridge/FakeLibrary.ts';
import type { TargetId } from '../../../shared/targets/target.ts';
import { describeLibrary } from './describeLibrary.ts';

describeLibrary('The library in memory', () => {
  const client = new FakeLibrary();
  const unlock = (id: TargetId) => Promise.resolve(client.outbox.unlock(id, true));
  return Promise.resolve({ client, unlock, close: () => Promise.resolve() });
});
