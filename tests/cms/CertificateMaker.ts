import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate and its key, as a server takes them. */
export interface Identity {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Makes certificates with openssl, signed by an authority of its own. */
export class CertificateMaker {
  readonly #folder = mkdtempSync(join(tmpdir(), 'stet-tls-'));

  /** Whether there is an openssl here. */
  static get isHere(): boolean {
    return spawnSync('openssl', ['version']).status === 0;
  }

  constructor() {
    this.#run(
      'req',
      '-x509',
      ...this.#newKey('authority'),
      '-subj',
      '/CN=An authority of a test',
      '-out',
      this.authority,
    );
  }

  /** The authority's own certificate, a file. */
  get authority(): string {
    return this.#at('authority.pem');
  }

  /** A certificate for a host (`IP:127.0.0.1`, `DNS:…`), good for so many days; fewer than none: it ran out. */
  signed(name: string, host: string, days: number): Identity {
    this.#run('req', ...this.#newKey(name), '-subj', `/CN=${name}`, '-out', this.#at(`${name}.csr`));
    writeFileSync(this.#at(`${name}.ext`), `subjectAltName=${host}\n`);
    this.#run(
      ...['x509', '-req', '-in', this.#at(`${name}.csr`), '-CA', this.authority, '-CAkey', this.#at('authority.key')],
      ...[
        '-CAcreateserial',
        '-days',
        String(days),
        '-extfile',
        this.#at(`${name}.ext`),
        '-out',
        this.#at(`${name}.pem`),
      ],
    );
    return this.#read(name);
  }

  /** A certificate nobody vouches for. */
  selfSigned(): Identity {
    const host = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    this.#run('req', '-x509', ...this.#newKey('own'), ...host, '-out', this.#at('own.pem'));
    return this.#read('own');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #newKey(name: string): string[] {
    return ['-newkey', 'rsa:2048', '-nodes', '-keyout', this.#at(`${name}.key`)];
  }

  #read(name: string): Identity {
    return { cert: readFileSync(this.#at(`${name}.pem`)), key: readFileSync(this.#at(`${name}.key`)) };
  }

  #at(name: string): string {
    return join(this.#folder, name);
  }

  #run(...args: readonly string[]): void {
    const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`);
  }
}
