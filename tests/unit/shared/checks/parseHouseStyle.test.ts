import { describe, expect, it } from 'vitest';
import { CopyText } from '../../../../shared/checks/CopyText.ts';
import { parseHouseStyle } from '../../../../shared/checks/style/parseHouseStyle.ts';
import { StetError } from '../../../../shared/lang/result.ts';

function copy(text: string, language = 'en') {
  return new CopyText({ in: 'field', field: 'deck' }, 'deck', text, language);
}

function found(style: string, text: string, language?: string) {
  return parseHouseStyle(style)
    .find(copy(text, language))
    .map(({ start, end, preferred }) => [text.slice(start, end), preferred]);
}

describe('parseHouseStyle', () => {
  it('reads YAML and JSON', () => {
    expect(found('entries:\n  - { term: fishermen, preferred: fishers }', 'Some Fishermen left.')).toEqual([
      ['Fishermen', 'Fishers'],
    ]);
    expect(found('{"entries":[{"term":"fishermen","preferred":"fishers"}]}', 'the fishermen')).toEqual([
      ['fishermen', 'fishers'],
    ]);
  });

  it('finds whole words only, and not what is right already', () => {
    const style = 'entries: [{ term: port, preferred: old port }]';
    expect(found(style, 'They support the old port, an airport.')).toEqual([]);
    expect(found(style, 'They saw the port.')).toEqual([['port', 'old port']]);
  });

  it('keeps exact case and other languages apart', () => {
    expect(found('entries: [{ term: Kiev, preferred: Kyiv, case: exact }]', 'kiev Kiev')).toEqual([['Kiev', 'Kyiv']]);
    expect(found('language: fr\nentries: [{ term: port, preferred: havre }]', 'the port')).toEqual([]);
    expect(found('language: "*"\nentries: [{ term: port }]', 'le port', 'fr')).toEqual([['port', null]]);
  });

  it('fills groups in', () => {
    expect(
      found('entries: [{ term: "less (boats|men)", preferred: fewer $1, pattern: true }]', 'with less boats'),
    ).toEqual([['less boats', 'fewer boats']]);
  });

  it.each([
    ['a: [', 'badStyle'],
    ['entries: [{ preferred: x }]', 'badStyle'],
    ['entries: [{ term: "…" }]', 'badStyle'],
    ['entries: [{ term: "(a", pattern: true }]', 'badPattern'],
    ['entries: [{ term: "(?=a)", pattern: true }]', 'badPattern'],
    ['a: &a [x]\nb: *a', 'badStyle'],
  ])('refuses %j with a sentence', (text, code) => {
    const refusal = () => parseHouseStyle(text);
    expect(refusal).toThrow(StetError);
    expect(refusal).toThrow(expect.objectContaining({ code }) as Error);
  });
});
