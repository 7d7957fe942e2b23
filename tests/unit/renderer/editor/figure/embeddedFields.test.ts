import { describe, expect, it } from 'vitest';
import { embeddedFields } from '../../../../../renderer/editor/figure/embeddedFields.ts';

describe('what a picture says about itself', () => {
  it.each([
    [{ creator: 'A. Qureshi', credit: 'AFP' }, 'A. Qureshi / AFP'],
    [{ creator: 'A. Qureshi', credit: 'A. Qureshi/AFP' }, 'A. Qureshi/AFP'],
    [{ creator: 'AFP', credit: 'AFP' }, 'AFP'],
    [{ creator: 'A. Qureshi', source: 'Getty' }, 'A. Qureshi / Getty'],
    [{ credit: 'AFP', source: 'Getty' }, 'AFP'],
    [{ creator: '  ' }, ''],
    [{}, ''],
  ])('%o gives the credit %s', (embedded, credit) => {
    expect(embeddedFields(embedded).credit).toBe(credit);
  });

  it('takes caption and alt text as they are, without the space around them', () => {
    expect(embeddedFields({ caption: ' A crowd. ', alt: 'Flags\n' })).toMatchObject({
      caption: 'A crowd.',
      alt: 'Flags',
    });
  });
});
