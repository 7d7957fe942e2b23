import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readAdminKey, signToken } from '../../../../../../electron/library/cms/ghost/adminKey.ts';

const SECRET = '0123456789abcdef'.repeat(4);
const KEY = `6489f1c2aa0d3c0001b2c3d4:${SECRET}`;

describe('an Admin API key', () => {
  it('signs tokens as RFC 7515 and Ghost have them, for five minutes', () => {
    const token = signToken(readAdminKey(` ${KEY}\n`), 1_700_000_000_900);
    const [head = '', said = '', signature] = token.split('.');
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(head)).toEqual({ alg: 'HS256', typ: 'JWT', kid: '6489f1c2aa0d3c0001b2c3d4' });
    expect(read(said)).toEqual({ iat: 1_700_000_000, exp: 1_700_000_300, aud: '/admin/' });
    const wanted = createHmac('sha256', Buffer.from(SECRET, 'hex')).update(`${head}.${said}`).digest('base64url');
    expect(signature).toBe(wanted);
  });

  it.each(['', '22444f78447824223cefc48062', KEY.slice(0, -1), `${KEY}0`, `x${KEY.slice(1)}`])(
    'is refused as “%s”, with a sentence that does not repeat it',
    (text) => {
      const read = () => readAdminKey(text);
      expect(read).toThrow(/no Admin API key/);
      if (text.length > 30) expect(read).not.toThrow(text.slice(30));
    },
  );
});
