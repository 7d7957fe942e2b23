import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../../../shared/actions/actions.ts';

function repeated(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

describe('the actions', () => {
  it('have a name each, and no key that does two things', () => {
    expect(repeated(ACTIONS.map(({ id }) => id))).toEqual([]);
    expect(repeated(ACTIONS.flatMap(({ accelerator }) => accelerator ?? []))).toEqual([]);
  });
});
