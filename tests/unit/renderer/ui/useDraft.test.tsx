// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { useDraft } from '../../../../renderer/ui/useDraft.ts';
import { render, the, type } from '../render.tsx';

let sent: string[];

function Box({ value }: { readonly value: string }) {
  const [text, setText] = useDraft(value, (typed) => sent.push(typed));
  return <input value={text} onChange={(event) => setText(event.target.value)} />;
}

const shown = () => the<HTMLInputElement>('input').value;

beforeEach(() => {
  sent = [];
});

describe('useDraft', () => {
  it('shows a key at once, before it has come back', async () => {
    await render(<Box value="" />);
    await type(the<HTMLInputElement>('input'), 'a');
    expect(shown()).toBe('a');
    expect(sent).toEqual(['a']);
  });

  it('is not thrown back by echoes that come late', async () => {
    const { draw } = await render(<Box value="" />);
    await type(the<HTMLInputElement>('input'), 'a');
    await type(the<HTMLInputElement>('input'), 'ab');
    await draw(<Box value="a" />);
    expect(shown()).toBe('ab');
    await draw(<Box value="ab" />);
    expect(shown()).toBe('ab');
  });

  it('follows a change from outside, such as undo', async () => {
    const { draw } = await render(<Box value="" />);
    await type(the<HTMLInputElement>('input'), 'a');
    await draw(<Box value="a" />);
    await draw(<Box value="" />);
    expect(shown()).toBe('');
  });
});
