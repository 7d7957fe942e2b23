// @vitest-environment jsdom
import { act } from 'react';
import { expect, it } from 'vitest';
import { AssigneeField } from '../../../../renderer/workflow/AssigneeField.tsx';
import { field, press, render, type } from '../render.tsx';

it('gives the story to somebody once the name is finished, and once only', async () => {
  const given: string[] = [];
  let does = true;
  let release = () => {};
  // The library takes a moment, in which the keyboard goes elsewhere.
  const held = new Promise<void>((done) => {
    release = done;
  });
  await render(
    <AssigneeField
      assignee="Amna"
      names={['Amna', 'Leila']}
      onAssign={(name) => {
        given.push(name);
        return held.then(() => does);
      }}
    />,
  );
  const input = field('Assigned to');
  expect([...document.querySelectorAll('option')].map(({ value }) => value)).toEqual(['Amna', 'Leila']);
  await type(input, 'Lei');
  await type(input, 'Leila ');
  expect(given).toEqual([]);
  await press(input, 'Enter');
  await act(async () => {
    input.focus();
    input.blur();
  });
  expect(given).toEqual(['Leila']);
  release();
  await act(() => held);

  // The same name again is no step; one that was refused stays to be tried again.
  await type(input, 'Amna');
  await press(input, 'Enter');
  does = false;
  await type(input, 'Zain');
  await press(input, 'Enter');
  expect(given).toEqual(['Leila', 'Zain']);
  expect(input.value).toBe('Zain');
});
