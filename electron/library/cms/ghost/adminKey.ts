import { createHmac } from 'node:crypto';
import { askSecret } from '../DeliveryError.ts';

/** An Admin API key of a Ghost integration: its name, and what tokens are signed with. */
export interface AdminKey {
  readonly id: string;
  readonly secret: Buffer;
}

const FORM = /^([0-9a-f]{24}):([0-9a-f]{64})$/i;
/** Ghost takes no token that is older, however long it says it holds. */
const LIFE_S = 5 * 60;

/** Reads a key as Ghost shows it, `id:secret`. Throws DeliveryError where it is none. */
export function readAdminKey(text: string): AdminKey {
  const [, id, secret] = FORM.exec(text.trim()) ?? [];
  if (id === undefined || secret === undefined)
    throw askSecret(
      'What Stet was given is no Admin API key: that is 24 letters and digits, a colon, and 64 more. Copy it from Ghost’s settings, under Integrations; the Content API key next to it does not do.',
    );
  return { id, secret: Buffer.from(secret, 'hex') };
}

/** A token that says to Ghost who asks, for the next five minutes (JWT, HS256). `now` is the site’s time, in ms. */
export function signToken({ id, secret }: AdminKey, now: number): string {
  const iat = Math.floor(now / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ alg: 'HS256', typ: 'JWT', kid: id });
  const said = `${head}.${part({ iat, exp: iat + LIFE_S, aud: '/admin/' })}`;
  return `${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`;
}
