// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { PaneSeparator } from '../../../../renderer/ui/PaneSeparator.tsx';
import { press, render, the } from '../render.tsx';

async function separator(pane: 'left' | 'right') {
  const rested: number[] = [];
  let folded = 0;
  await render(
    <PaneSeparator
      label="Width"
      width={300}
      min={200}
      max={310}
      pane={pane}
      onMove={() => {}}
      onRest={(width) => rested.push(width)}
      onFold={() => {
        folded += 1;
      }}
    />,
  );
  return { line: the('[role="separator"]'), rested, folded: () => folded };
}

describe('PaneSeparator', () => {
  it('moves by the arrow keys, towards its own pane', async () => {
    const left = await separator('left');
    await press(left.line, 'ArrowLeft');
    expect(left.rested).toEqual([284]);
  });

  it('moves the other way for a pane on its right', async () => {
    const right = await separator('right');
    await press(right.line, 'ArrowRight');
    expect(right.rested).toEqual([284]);
  });

  it('stops at its limits', async () => {
    const { line, rested } = await separator('left');
    await press(line, 'ArrowRight');
    await press(line, 'Home');
    await press(line, 'End');
    expect(rested).toEqual([310, 200, 310]);
  });

  it('folds by Enter and tells its place', async () => {
    const { line, folded } = await separator('left');
    await press(line, 'Enter');
    expect(folded()).toBe(1);
    expect(line.getAttribute('aria-valuenow')).toBe('300');
  });
});
