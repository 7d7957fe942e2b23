import { describe, expect, it } from 'vitest';
import { isLoopbackHost, isPublicAddress } from '../../../../../electron/library/links/isPublicAddress.ts';

describe('isPublicAddress', () => {
  it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:2800:220:1::1', '64:ff9b::5db8:d822'])(
    'lets %s be asked',
    (ip) => {
      expect(isPublicAddress(ip)).toBe(true);
    },
  );

  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '192.168.1.1', '224.0.0.1'],
    ...['255.255.255.255', '::', '::1', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8'],
    ...['2002:7f00:1::', '2001:0:1::', '64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe', 'localhost', ''],
  ])('keeps away from %s', (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });

  it('knows this computer by its letters alone', () => {
    for (const host of ['localhost', '127.0.0.1', '127.9.9.9', '[::1]']) expect(isLoopbackHost(host)).toBe(true);
    for (const host of ['127.0.0.1.example.org', 'localhost.example.org', '10.0.0.1', ''])
      expect(isLoopbackHost(host)).toBe(false);
  });
});
