import { describe, expect, it } from 'vitest';
import { CopyText } from '../../../../shared/checks/CopyText.ts';
import { houseStyleOf } from '../../../../shared/checks/style/houseStyleOf.ts';
import { HouseStyle } from '../../../../shared/checks/style/houseStyle.ts';
import { parseHouseStyle } from '../../../../shared/checks/style/parseHouseStyle.ts';
import { StetError } from '../../../../shared/lang/result.ts';

function copy(text: string, language = 'en') {
  return new CopyText({ in: 'field', field: 'deck' }, 'deck', text, language);
}

function found(style: string, text: string, language?: string) {
  return new HouseStyle(parseHouseStyle(style))
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

  it.each([
    [
      'name: Tide\nentries:\n  - { term: port }\n  - { term: quay, level: loud }',
      /in line 4: “entries\.1\.level” is not right/,
    ],
    ['name: Tide\nentires: []', /in line 2: nothing is called “entires” in a style file\.$/],
    ['rules:\n  headline-long: off\n  headline-longer: off', /in line 3: there is no rule “headline-longer”\.$/],
    ['entries:\n  - { term: port }\n  - { term: "(a", pattern: true }', /in line 3: /],
    ['name: Tide\n\n"', /in line 3: this is not YAML\. /],
    ['{ "name": "Tide",\n "gate": "locked" }', /in line 2: “gate” is not right/],
  ])('says in which line %j is wrong', (text, sentence) => {
    expect(() => parseHouseStyle(text)).toThrow(sentence);
  });

  it('turns rules off and on, and stands on the starter style where it says so', () => {
    const style = houseStyleOf(
      parseHouseStyle('starter: true\nrules: { headline-long: off }\nentries: [{ term: quay }]'),
    );
    expect(style.rules).toEqual({ 'headline-long': 'off' });
    expect(style.find(copy('The goverment left the quay.')).map(({ preferred }) => preferred)).toEqual(
      [null, 'government'].toReversed(),
    );
  });

  it('gives hostile patterns no more time than honest ones', () => {
    const hostile = Array.from({ length: 200 }, (_, i) => ({
      term: `(a|a|b?){1,${1 + (i % 90)}}(a?){40}x`,
      pattern: true,
    }));
    const style = new HouseStyle(parseHouseStyle(JSON.stringify({ entries: hostile })));
    expect(style.find(copy('a'.repeat(5_000)))).toEqual([]);
    expect(style.find(copy('the quay'))).toEqual([]);
  });
});
