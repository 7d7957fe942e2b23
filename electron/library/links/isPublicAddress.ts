import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Networks that are not the public internet (RFC 6890 and its registries), without the loopback. */
const OWN = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  OWN.addSubnet(network, prefix, 'ipv4');

/** What of IPv6 is given out to the world, without the tunnels that carry IPv4 inside. */
const WORLD = new BlockList();
WORLD.addSubnet('2000::', 3, 'ipv6');
const TUNNELS = new BlockList();
TUNNELS.addSubnet('2001::', 23, 'ipv6');
TUNNELS.addSubnet('2002::', 16, 'ipv6');

/** How mobile networks without IPv4 spell an IPv4 address (RFC 6052): its 32 bits at the end. */
const TRANSLATED = /^64:ff9b::(?:([\da-f]{1,4}):)?([\da-f]{1,4})$/i;

function untranslated(address: string): string | null {
  const parts = TRANSLATED.exec(address);
  if (!parts) return null;
  const [high, low] = [parts[1] ?? '0', parts[2] ?? '0'].map((part) => Number.parseInt(part, 16));
  return [high, low].flatMap((part = 0) => [part >> 8, part & 255]).join('.');
}

/** Whether an IP address (as a name lookup gives it) is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const plain = untranslated(address) ?? address;
  if (isIPv4(plain)) return !OWN.check(plain, 'ipv4');
  return isIPv6(address) && WORLD.check(address, 'ipv6') && !TUNNELS.check(address, 'ipv6');
}

/** Whether a URL's host name is this computer by its very letters: no name server is asked who `localhost` is. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'));
}
