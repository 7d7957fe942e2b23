import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressProblem, showsOtherAddress, withoutTracking } from '../../../../shared/checks/linkAddress.ts';
import { isEmptyLinkText } from '../../../../shared/checks/words/emptyLinkTexts.ts';

describe('addressProblem', () => {
  it.each([
    'https://example.org',
    'http://example.org:8080/a?b=c#d',
    'https://en.example.org/wiki/Keti_(port)',
    'https://example.org/wiki/Acme_Inc.',
    'https://example.org/wiki/E._U.',
    'https://مثال.إختبار/مرفأ',
    'https://93.184.216.34/',
    'https://web.example.org/web/2020/https://example.org/',
    'mailto:desk@example.org',
    'mailto:desk@example.org?subject=Boats',
    'tel:+92-21-555-0100',
    ' https://example.org/port ',
  ])('has nothing to say of %s', (url) => {
    expect(addressProblem(url)).toBeNull();
  });

  it.each([
    ['', /nowhere/],
    ['http://', /no host/],
    ['https:///port', /no host/],
    ['http:example.org', /lacks \/\//],
    ['https://a b.example.org', /space/],
    ['/port', /outside the site/],
    ['#boats', /outside the site/],
    ['../port', /outside the site/],
    ['port.html', /full address/],
    ['mailto:', /mail address/],
    ['mailto:desk', /mail address/],
    ['mailto:?subject=Boats', /mail address/],
    ['tel:', /telephone/],
    ['javascript:alert(1)', /cannot link/],
    ['file:///etc/hosts', /cannot link/],
    ['https://example', /host name/],
    ['http://localhost:3000/draft', /own network/],
    ['http://192.168.1.4/', /own network/],
    ['http://[::1]/', /own network/],
  ])('says what is wrong with “%s”', (url, message) => {
    expect(addressProblem(url)?.message).toMatch(message);
    expect(addressProblem(url)?.better).toBeUndefined();
  });

  it.each([
    ['http://https://example.org/port', 'https://example.org/port'],
    ['www.example.org/port', 'https://www.example.org/port'],
    ['//example.org/port', 'https://example.org/port'],
    ['https://example.org/port.', 'https://example.org/port'],
    ['https://example.org/port”).', 'https://example.org/port'],
    ['https://example.org/wiki/Keti_(port).', 'https://example.org/wiki/Keti_(port)'],
    ['https://example.org/port،', 'https://example.org/port'],
  ])('knows what %s was meant to be', (url, better) => {
    expect(addressProblem(url)?.better).toBe(better);
    expect(addressProblem(better)).toBeNull();
  });

  it('never offers an address it would complain about, whatever the address', () => {
    const part = fc.constantFrom(
      'http://',
      'https://',
      'www.',
      'example.org',
      '/',
      '.',
      ')',
      '(',
      '?',
      '…',
      ' ',
      'a',
      ':',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const better = addressProblem(parts.join(''))?.better;
        if (better !== undefined) expect(addressProblem(better)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});

describe('withoutTracking', () => {
  it('takes the parameters that follow readers, and nothing else, letter by letter', () => {
    expect(withoutTracking('https://example.org/a?utm_source=x&id=%7e2&fbclid=y#top')).toBe(
      'https://example.org/a?id=%7e2#top',
    );
    expect(withoutTracking('https://example.org/a?UTM_Medium=x')).toBe('https://example.org/a');
    for (const kept of [
      'https://example.org/?utm=1',
      'https://example.org/#utm_source=x',
      'mailto:a@example.org?utm_source=x',
    ])
      expect(withoutTracking(kept)).toBe(kept);
  });

  it('leaves every other parameter in its order, and does nothing the second time', () => {
    const pair = fc.constantFrom('id=1', 'q=a%20b', 'utm_term=x', 'gclid=7', 'mc_eid=', 'flag', 'x=utm_source');
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 8 }), (pairs) => {
        const cleaned = withoutTracking(`https://example.org/?${pairs.join('&')}`);
        const kept = pairs.filter((one) => !/^(?:utm_term|gclid|mc_eid)/.test(one));
        expect(new URL(cleaned).search.slice(1)).toBe(kept.join('&'));
        expect(withoutTracking(cleaned)).toBe(cleaned);
      }),
    );
  });
});

describe('showsOtherAddress', () => {
  it.each([
    ['the port', 'https://example.org/port'],
    ['example.org', 'https://www.example.org/port'],
    ['www.example.org/port…', 'https://example.org/port/of/keti'],
    ['https://example.org/port/', 'https://example.org/port?page=2'],
    ['example.org', 'https://news.example.org/'],
    ['Booking.com', 'https://example.org/about-booking'],
    ['report.pdf', 'https://example.org/files/1'],
    ['U.S.', 'https://example.org/us'],
    ['desk@example.org', 'mailto:Desk@example.org?subject=Boats'],
  ])('lets “%s” lead to %s', (text, url) => {
    expect(showsOtherAddress(text, url)).toBe(false);
  });

  it.each([
    ['www.example.org', 'https://example.com/'],
    ['https://example.org/port', 'https://example.org/ships'],
    ['example.org/port', 'https://evil.example/example.org/port'],
    ['bank.example.com', 'https://bank.example.com.evil.example/'],
    ['desk@example.org', 'mailto:other@example.org'],
    ['desk@example.org', 'https://example.com/desk'],
  ])('sees that “%s” does not lead to %s', (text, url) => {
    expect(showsOtherAddress(text, url)).toBe(true);
  });
});

describe('isEmptyLinkText', () => {
  it.each([
    'here',
    'Click here!',
    'READ MORE »',
    'هُنا',
    'اقرأ المزيد…',
    'לחצו כאן',
    'Cliquez ici',
    'En savoir plus',
    'یہاں',
  ])('knows “%s”', (text) => expect(isEmptyLinkText(text)).toBe(true));
  it.each(['the port here', 'more boats', 'lieutenant', 'هنا لاهور', '', '…'])('lets “%s” be', (text) =>
    expect(isEmptyLinkText(text)).toBe(false),
  );
});
