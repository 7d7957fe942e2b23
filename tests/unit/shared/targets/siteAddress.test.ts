import { describe, expect, it } from 'vitest';
import { siteAddress } from '../../../../shared/targets/siteAddress.ts';

describe('the address of a site', () => {
  it.each([
    ['https://news.example.org', 'https://news.example.org'],
    ['  news.example.org/ ', 'https://news.example.org'],
    ['https://example.org/newsroom/', 'https://example.org/newsroom'],
    ['https://example.org/wp/?p=1#top', 'https://example.org/wp'],
    ['https://EXAMPLE.org:8443', 'https://example.org:8443'],
    ['http://127.0.0.1:8089', 'http://127.0.0.1:8089'],
    ['http://localhost/wp', 'http://localhost/wp'],
    ['http://[::1]:80/', 'http://[::1]'],
  ])('%s is %s', (typed, address) => {
    expect(siteAddress(typed)).toEqual({ ok: true, address });
  });

  it.each([
    ['', /Give the address|no web address/],
    ['not a site', /no web address/],
    ['http://news.example.org', /must begin with https/],
    ['http://127.0.0.1.evil.example', /must begin with https/],
    ['http://localhost.evil.example', /must begin with https/],
    ['ftp://news.example.org', /begins with https/],
    ['javascript://news.example.org/%0aalert(1)', /begins with https/],
    ['https://editor:secret@news.example.org', /Leave name and password out/],
  ])('%s is refused with a sentence', (typed, message) => {
    expect(siteAddress(typed)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });
});
