import { DeliveryError } from '../DeliveryError.ts';

/** The network or the site is away; nothing of the request has arrived. */
const AWAY = new Set([
  ...['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'ECONNREFUSED'],
]);
const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

/**
 * What a failure of the line means. Where the request may have arrived and only the answer was lost, the outcome is unknown:
 * whoever sends looks first before sending again.
 */
export function lineError(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOTFOUND')
    return new DeliveryError({ kind: 'offline' }, 'The site’s name is not known here: no network, or a wrong address.');
  if (AWAY.has(code)) return new DeliveryError({ kind: 'offline' }, 'The site cannot be reached.');
  if (CERTIFICATE.test(code) || code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'EPROTO')
    return new DeliveryError(
      { kind: 'person', code: 'tls', choices: ['retry', 'cancel'], isForAll: true },
      'The site’s certificate is not valid, so nothing was sent. Somebody may be listening, or the certificate ran out; check this computer’s clock, too.',
    );
  if (code.startsWith('HPE_'))
    return new DeliveryError(
      { kind: 'later', code: 'notHttp' },
      'What answers does not speak as a site does. Something else may stand at this address, or in between.',
    );
  if (code === 'ETIMEDOUT')
    return new DeliveryError({ kind: 'offline' }, 'The line went dead: nothing came for a while.');
  return new DeliveryError({ kind: 'offline' }, 'The connection broke off.');
}
