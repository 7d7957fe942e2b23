import { describe, expect, it } from 'vitest';
import { checkedAs } from '../../../../shared/targets/checkedAs.ts';
import { DEFAULT_PROFILE, WIRE_FORMATS } from '../../../../shared/targets/target.ts';

describe('A story on its way to a target', () => {
  it('is checked as the block markup that a WordPress site gets', () => {
    expect(checkedAs({ kind: 'wordpress', profile: DEFAULT_PROFILE })).toBe('wordpress');
  });

  it('is checked as a page where a Ghost gets it', () => {
    expect(checkedAs({ kind: 'ghost', profile: DEFAULT_PROFILE })).toBe('html');
  });

  it.each(['folder', 'http'] as const)('is checked as the very format a wire gets: %s', (kind) => {
    const asked = WIRE_FORMATS.map((format) => checkedAs({ kind, profile: { ...DEFAULT_PROFILE, format } }));
    expect(asked).toEqual(WIRE_FORMATS);
  });
});
