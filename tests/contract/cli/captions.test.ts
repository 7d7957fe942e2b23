import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { captionListSchema } from '../../../shared/ipc/captionSchemas.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StetCommand } from './StetCommand.ts';

// A process for each command, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const PAGE = `<article><h1>Port</h1><p>Words of the port, some of them.</p>
<figure><img src="quay.jpg" alt="A quay"><figcaption>Élan boats on the quay. Photo: Imran Dars</figcaption></figure>
<p>More words.</p><figure><img src="sea.jpg" alt=""><figcaption>Ships on the sea</figcaption></figure></article>`;

let stet: StetCommand;
beforeAll(() => StetCommand.build(), 60_000);
beforeEach(() => {
  stet = new StetCommand();
});
afterEach(() => stet.remove());

describe('stet captions', () => {
  it('prints captions with these words, for people and for programs', async () => {
    writeFileSync(join(stet.home, 'port.html'), PAGE);
    await stet.text('import', 'port.html');
    expect(await stet.text('captions', 'elan quay')).toContain('Élan boats on the quay');
    const { total, items } = await stet.json(captionListSchema, ['captions', 'the on', '--limit', '1']);
    expect([total, items.length]).toEqual([2, 1]);
    expect((await stet.run('captions', 'nothing')).stderr).toContain('No captions.');
    expect((await stet.failure('captions', 'x', '--limit', '0'))[0]).toBe(64);
  });
});
