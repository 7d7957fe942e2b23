import { describe, expect, it } from 'vitest';
import { Fuse, writeFuses } from '../../../../build/electron/fuseWire.mjs';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

function binary(fuses: string, version = 1): Buffer {
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([version, fuses.length]), Buffer.from(fuses)]);
  return Buffer.concat([Buffer.from('code before'), wire, Buffer.from('code after')]);
}

describe('writeFuses', () => {
  it('changes the named fuses and not one other byte', () => {
    const found = binary('00000010');
    writeFuses(found, { [Fuse.nodeCliInspectArguments]: true, [Fuse.loadBrowserProcessSpecificV8Snapshot]: false });
    expect(found).toEqual(binary('00010000'));
  });

  it.each([
    ['no wire', Buffer.from('just code')],
    ['two wires', Buffer.concat([binary('00000000'), binary('00000000')])],
    ['a wire of another version', binary('00000000', 2)],
    ['a wire that is too short', binary('000')],
    ['a removed fuse', binary('000r0000')],
  ])('refuses %s', (_what, found) => {
    expect(() => writeFuses(found, { [Fuse.nodeCliInspectArguments]: true })).toThrow(/wire/);
  });
});
