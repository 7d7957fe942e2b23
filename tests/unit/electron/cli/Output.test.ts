import { describe, expect, it } from 'vitest';
import { EXIT } from '../../../../electron/cli/exitCodes.ts';
import { Output, type OutputStream } from '../../../../electron/cli/Output.ts';

/** Keeps what is written; fails every write if it is given an error. */
class Sink implements OutputStream {
  text = '';
  readonly #error: Error | null;
  readonly isTTY: boolean;
  readonly columns = 100;

  constructor({ error = null, isTTY = false }: { error?: Error | null; isTTY?: boolean } = {}) {
    this.#error = error;
    this.isTTY = isTTY;
  }

  write(text: string, done: (error?: Error | null) => void): void {
    if (!this.#error) this.text += text;
    setImmediate(done, this.#error);
  }

  on(): void {}
}

const refusal = { code: 'notFound', message: 'There is no such story.', retryable: false };

describe('Output', () => {
  it('prints lines for people and nothing else on stdout', async () => {
    const [out, err] = [new Sink(), new Sink()];
    const output = new Output(out, err);
    output.line('one');
    output.answer({ one: 1 });
    output.note('by the way');
    await output.flush();
    expect(out.text).toBe('one\n');
    expect(err.text).toBe('stet: by the way\n');
  });

  it('has colours on a terminal, unless NO_COLOR is set to anything', () => {
    const has = (isTTY: boolean, env = {}) => new Output(new Sink({ isTTY }), new Sink(), env).hasColour;
    expect([has(true), has(false), has(true, { NO_COLOR: '' }), has(true, { NO_COLOR: '1' })]).toEqual([
      ...[true, false, true, false],
    ]);
  });

  it('prints one line of JSON and nothing else on stdout with --json', async () => {
    const [out, err] = [new Sink(), new Sink()];
    const output = new Output(out, err);
    output.isJson = true;
    output.line('one');
    output.answer({ text: 'two\nlines' });
    await output.flush();
    expect(out.text).toBe('{"ok":true,"value":{"text":"two\\nlines"}}\n');
  });

  it('says a failure to people, and to programs as well', async () => {
    const [out, err] = [new Sink(), new Sink()];
    const output = new Output(out, err);
    output.failure(refusal);
    output.isJson = true;
    output.failure(refusal);
    await output.flush();
    expect(err.text).toBe('stet: There is no such story.\n'.repeat(2));
    expect(JSON.parse(out.text)).toEqual({ ok: false, error: refusal });
  });

  it('lets no sentence break its line or reach the terminal with controls', async () => {
    const err = new Sink();
    const output = new Output(new Sink(), err);
    output.note('evil\u001b[2J\nname');
    await output.flush();
    expect(err.text).toBe('stet: evil [2J name\n');
  });

  it('writes a document exactly, but never lets a terminal act on it', async () => {
    const [file, terminal] = [new Sink(), new Sink({ isTTY: true })];
    for (const sink of [file, terminal]) {
      const output = new Output(sink, new Sink());
      output.document('a\u001b[31mb\r\n');
      await output.flush();
    }
    expect(file.text).toBe('a\u001b[31mb\r\n');
    expect(terminal.text).toBe('a\ufffd[31mb\n');
  });

  it('knows how wide a terminal is, and that a file is not', () => {
    expect(new Output(new Sink({ isTTY: true }), new Sink()).width).toBe(100);
    expect(new Output(new Sink(), new Sink()).width).toBeNull();
  });

  it('takes a reader that went away for no error', async () => {
    const output = new Output(new Sink({ error: Object.assign(new Error('gone'), { code: 'EPIPE' }) }), new Sink());
    output.line('one');
    await expect(output.flush()).resolves.toBeUndefined();
  });

  it('fails when what it wrote did not arrive, once', async () => {
    const output = new Output(new Sink({ error: Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }) }), new Sink());
    output.line('one');
    await expect(output.flush()).rejects.toMatchObject({ code: 'outputFailed', exitCode: EXIT.cannotWrite });
    await expect(output.flush()).resolves.toBeUndefined();
  });

  it('does not mind a stderr that cannot be written', async () => {
    const output = new Output(new Sink(), new Sink({ error: new Error('closed') }));
    output.note('nobody hears this');
    await expect(output.flush()).resolves.toBeUndefined();
  });
});
