import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE, targetSchema, type Target } from '../../../../shared/targets/target.ts';
import { settleAddresses } from '../../../../shared/targets/targetAddress.ts';

const receiver: Target = targetSchema.parse({
  ...{ id: '00000000-0000-4000-8000-000000000001', name: 'Wire', kind: 'http', account: '', profile: DEFAULT_PROFILE },
  address: 'https://wire.example.org/push',
});

function settled(change: Partial<Target>, filesAddress = ''): unknown {
  const read = settleAddresses({ ...receiver, ...change, profile: { ...DEFAULT_PROFILE, filesAddress } });
  return read.ok ? [read.target.address, read.target.profile.filesAddress] : read.message;
}

describe('the addresses of a target', () => {
  it('are kept to the letter where something is posted', () => {
    expect(settled({ address: ' wire.example.org/push/ ' }, 'wire.example.org/push_binary')).toEqual([
      'https://wire.example.org/push/',
      'https://wire.example.org/push_binary',
    ]);
  });

  it('hold no query, which would be kept in the open', () => {
    expect(settled({ address: 'https://wire.example.org/push?key=1' })).toMatch(/Leave out/);
    expect(settled({}, 'https://wire.example.org/files?key=1')).toMatch(/Leave out/);
  });

  it('are on one site: the password goes to both', () => {
    expect(settled({}, 'https://files.example.org/push_binary')).toMatch(/same site/);
    expect(settled({}, 'https://wire.example.org:8443/files')).toMatch(/same site/);
    expect(settled({}, 'http://wire.example.org/files')).toMatch(/must begin with https/);
  });

  it('of a folder or a site say nothing of files', () => {
    expect(settled({ kind: 'folder', address: '/srv/wire' }, 'https://elsewhere.example')).toEqual(['/srv/wire', '']);
    expect(settled({ kind: 'wordpress', address: 'news.example.org/' }, 'junk')).toEqual([
      'https://news.example.org',
      '',
    ]);
  });

  it('that were kept before there were any for files are still read', () => {
    const { entry: _entry, filesAddress: _files, ...before } = DEFAULT_PROFILE;
    expect(targetSchema.parse({ ...receiver, kind: 'wordpress', profile: before }).profile).toEqual(DEFAULT_PROFILE);
  });
});
