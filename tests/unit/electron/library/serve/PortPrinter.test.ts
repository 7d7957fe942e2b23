import { describe, expect, it } from 'vitest';
import { PortPrinter } from '../../../../../electron/library/serve/PortPrinter.ts';
import type { FromLibrary } from '../../../../../shared/ipc/portMessages.ts';

const ORDER = { html: '<p>Words</p>', pictures: [] };

describe('printing by main', () => {
  it('gives each page its own bytes, in whatever order they come', async () => {
    const asked: Extract<FromLibrary, { kind: 'print' }>[] = [];
    const printer = new PortPrinter((message) => void asked.push(message));
    const both = [printer.print(ORDER), printer.print({ ...ORDER, html: '<p>Others</p>' })];
    for (const { id, order } of asked.toReversed())
      printer.hear({ kind: 'printed', id, bytes: new TextEncoder().encode(order.html) });
    expect((await Promise.all(both)).map((bytes) => new TextDecoder().decode(bytes))).toEqual([
      '<p>Words</p>',
      '<p>Others</p>',
    ]);
  });

  it('says that it may be tried again where main could not print', async () => {
    const printer = new PortPrinter(({ id }) => printer.hear({ kind: 'printed', id, bytes: null }));
    await expect(printer.print(ORDER)).rejects.toMatchObject({ code: 'notPrinted', retryable: true });
  });
});
