import { beforeEach, describe, expect, it } from 'vitest';
import { Notices } from '../../../../renderer/app/Notices.ts';
import { Originals } from '../../../../renderer/app/Originals.ts';
import { StoryDesk } from '../../../../renderer/app/StoryDesk.ts';
import { fakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import { fail } from '../../../../shared/lang/result.ts';
import { newStoryId } from '../../../../shared/story/ids.ts';

let notices: Notices;
let bridge: ReturnType<typeof fakeBridge>;
let name: string;
let [opened, written] = [0, 0];
let offered: readonly string[];
let originals: Originals;
const said = () => notices.list.value.map(({ kind, message }) => `${kind}: ${message}`);

beforeEach(() => {
  [notices, bridge, name, opened, written] = [new Notices(), fakeBridge(), 'Amna', 0, 0];
  originals = new Originals({
    ...{ bridge, notices, desk: new StoryDesk(bridge.library), name: () => name },
    chooseSeal: (_storyId, names) => (offered = names),
    openSettings: () => (opened += 1),
    onWritten: () => (written += 1),
  });
});

describe('asking for originals, and sending them', () => {
  it('says what was written', async () => {
    const id = newStoryId();
    await originals.askFor(id);
    expect(offered).toEqual(['Leila', 'Noor']);
    expect(bridge.asked).toEqual([]);
    expect(await originals.saveRequest(id, ['Leila'])).toBe(true);
    expect(await originals.send('r1', ['Noor'])).toBe(true);
    expect(said()).toEqual([
      expect.stringContaining('note: The request for 2 files is written.'),
      expect.stringContaining('note: One file Leila asked for went out'),
    ]);
    expect(bridge.asked.map(({ payload }) => (payload as { sealFor: string[] }).sealFor)).toEqual([
      ['Leila'],
      ['Noor'],
    ]);
    expect(written).toBe(1);
  });

  it('says why not, and writes nothing', async () => {
    bridge.failMain('media.saveAnswer', fail('nothingToSend', 'None of the files is here.'));
    expect(await originals.send('r1', [])).toBe(false);
    expect(said()).toEqual(['error: None of the files is here.']);
    expect(written).toBe(0);
  });

  it('needs a name to sign with, and leads to where it is given', async () => {
    name = '';
    await originals.askFor(newStoryId());
    expect(bridge.asked).toEqual([]);
    notices.list.value[0]?.way?.run();
    expect(opened).toBe(1);
  });
});
