import { createHmac } from 'node:crypto';
import { DeliveryError } from '../DeliveryError.ts';
import type { ConnectionParts } from '../Connection.ts';
import { SiteClient, type SiteAnswer, type SiteRequest } from '../http/SiteClient.ts';

/** A header takes no other signs. */
const TOKEN = /^[\x21-\x7e]+$/;

/**
 * Something that takes stories by POST, entered as its target says: with name and password (RFC 7617), with a token
 * (RFC 6750), or with a signature over the body as Superdesk’s receivers ask for it, which gives the secret to nobody.
 */
export class Receiver {
  readonly #client: SiteClient;

  constructor(private readonly parts: Pick<ConnectionParts, 'target' | 'secret'>) {
    const { target } = parts;
    this.#client = new SiteClient(new URL(target.address).origin, () => this.#authorization());
  }

  ask(request: SiteRequest): Promise<SiteAnswer> {
    const headers = { ...request.headers, accept: 'application/json, */*;q=0.5', ...this.#signature(request.body) };
    return this.#client.ask({ ...request, headers });
  }

  #authorization(): string | null {
    const { target, secret } = this.parts;
    const { account, profile } = target;
    if (secret === null || profile.entry === 'signature') return null;
    if (profile.entry === 'password') return `Basic ${Buffer.from(`${account}:${secret}`).toString('base64')}`;
    if (TOKEN.test(secret)) return `Bearer ${secret}`;
    throw new DeliveryError(
      { kind: 'person', code: 'unauthorised', choices: ['unlock', 'cancel'], isForAll: true },
      'The token holds a blank or another sign that no token has. Nothing was sent; give it again.',
    );
  }

  #signature(body: Buffer | undefined): Record<string, string> {
    const { target, secret } = this.parts;
    if (secret === null || target.profile.entry !== 'signature') return {};
    const mac = createHmac('sha1', secret).update(body ?? Buffer.alloc(0));
    return { 'x-superdesk-signature': `sha1=${mac.digest('hex')}` };
  }
}
