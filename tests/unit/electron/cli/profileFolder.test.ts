import { describe, expect, it } from 'vitest';
import { profileFolder } from '../../../../electron/cli/profileFolder.ts';

describe('profileFolder', () => {
  it.each([
    ['linux', {}, '/home/u/.config/Stet'],
    ['linux', { XDG_CONFIG_HOME: '/conf' }, '/conf/Stet'],
    ['linux', { XDG_CONFIG_HOME: '' }, '/home/u/.config/Stet'],
    ['freebsd', {}, '/home/u/.config/Stet'],
    ['darwin', { XDG_CONFIG_HOME: '/conf' }, '/home/u/Library/Application Support/Stet'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Stet'],
    ['win32', {}, '/home/u/AppData/Roaming/Stet'],
  ] as const)('on %s with %j is %s', (platform, env, folder) => {
    expect(profileFolder({ platform, env, home: '/home/u' })).toBe(folder);
  });
});
