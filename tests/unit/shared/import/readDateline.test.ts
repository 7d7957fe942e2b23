import { describe, expect, it } from 'vitest';
import { readDateline } from '../../../../shared/import/readDateline.ts';

describe('a dateline', () => {
  it.each([
    ['[Islamabad] Three years', 'Islamabad', 'Three years'],
    ['[Gaza City] — The', 'Gaza City', 'The'],
    ['[القدس] قال', 'القدس', 'قال'],
    ['[Sarand]The', 'Sarand', 'The'],
    ['ISLAMABAD: The', 'ISLAMABAD', 'The'],
    ['KABUL, Afghanistan (AP) — The', 'KABUL, Afghanistan (AP)', 'The'],
    ['NEW DELHI, Dec 5 (Reuters) - The', 'NEW DELHI, Dec 5 (Reuters)', 'The'],
    ['BEIRUT—The', 'BEIRUT', 'The'],
    ['ROME -- The', 'ROME', 'The'],
    ['TEL AVIV (JTA) — The', 'TEL AVIV (JTA)', 'The'],
    ['Beirut (AFP) – The', 'Beirut (AFP)', 'The'],
    ['إسلام آباد (رويترز) - قال', 'إسلام آباد (رويترز)', 'قال'],
    ['חיפה (רויטרס) – אמר', 'חיפה (רויטרס)', 'אמר'],
    ['کراچی (ایکسپریس نیوز) — کہا', 'کراچی (ایکسپریس نیوز)', 'کہا'],
    ['ÎLE-DE-FRANCE — Le', 'ÎLE-DE-FRANCE', 'Le'],
  ])('is read from %s', (text, place, rest) => {
    const dateline = readDateline(text);
    expect(dateline?.place).toBe(place);
    expect(text.slice(dateline?.length)).toBe(rest);
  });

  it.each([
    'Three years have passed',
    'KABUL-based analysts said',
    'NATO — the alliance — said',
    'ISRAEL–HAMAS war',
    'UPDATE: The bridge',
    'A — no',
    '[sic] he said',
    '[Editor’s note: updated]',
    '[1] The first',
    '[…] he said',
    'The ministry (which denies it) - said',
    'US-Iran talks',
    '',
  ])('is not seen in %s', (text) => {
    expect(readDateline(text)).toBeNull();
  });
});
