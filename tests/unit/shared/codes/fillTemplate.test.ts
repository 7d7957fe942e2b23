import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate, TEMPLATE_FIELDS } from '../../../../shared/codes/fillTemplate.ts';

describe('fillTemplate', () => {
  it('sets what the picture says and puts the caret where the braces are empty', () => {
    const facts = { city: 'Quetta', country: 'Pakistan', date: 'March 3, 2026', creator: 'Anneliese Noor' };
    const filled = fillTemplate('{} in {city}, {country}, on {date}. ({creator})', facts);
    expect(filled).toEqual({ text: ' in Quetta, Pakistan, on March 3, 2026. (Anneliese Noor)', caret: 0 });
  });

  it('leaves TK where the picture says nothing, for the checks to find', () => {
    expect(fillTemplate('in {city}, {country}', { city: 'Quetta', country: ' ' }).text).toBe('in Quetta, TK country');
    expect(fillTemplate('{date}', {}).text).toBe('TK date');
  });

  it('leaves other braces as they are, and those that are empty after the first', () => {
    expect(fillTemplate('a {} b {} {who} {City} }{', {})).toEqual({ text: 'a  b {} {who} {City} }{', caret: 2 });
  });

  it('fills nothing into what was filled in', () => {
    expect(fillTemplate('{caption} {city}', { caption: '{city} {}', city: 'Quetta' }).text).toBe('{city} {} Quetta');
  });

  it('changes no text without holes, and always says a caret within its words', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('{}', ...TEMPLATE_FIELDS.map((name) => `{${name}}`)));
    fc.assert(
      fc.property(fc.array(part), fc.dictionary(fc.constantFrom(...TEMPLATE_FIELDS), fc.string()), (parts, facts) => {
        const template = parts.join('');
        const { text, caret } = fillTemplate(template, facts);
        if (!template.includes('{')) expect(text).toBe(template);
        expect(caret).toBeGreaterThanOrEqual(0);
        expect(caret).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
