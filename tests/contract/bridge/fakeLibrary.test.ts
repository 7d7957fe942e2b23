import { FakeLibrary } from '../../../renderer/bridge/FakeLibrary.ts';
import { describeLibrary } from './describeLibrary.ts';

describeLibrary('The library in memory', () =>
  Promise.resolve({ client: new FakeLibrary(), close: () => Promise.resolve() }),
);
