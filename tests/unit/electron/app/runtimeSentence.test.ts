import { describe, expect, it } from 'vitest';
import { runtimeSentence } from '../../../../electron/app/runtimeSentence.ts';

describe('runtimeSentence', () => {
  it('says which Electron runs and, if it is another, why', () => {
    expect(runtimeSentence('45.4.1', '45.4.1')).toBe('Electron 45.4.1, the version Stet is made with.');
    expect(runtimeSentence('45.4.2', '45.4.1')).toBe('Electron 45.4.2; Stet is made with 45.4.1.');
    expect(runtimeSentence('33.2.1', '45.4.1')).toBe(
      'Electron 33.2.1, for development only: Electron 45.4.1 could not be had on this machine.',
    );
  });
});
