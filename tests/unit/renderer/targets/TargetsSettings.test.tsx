// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBridge, type FakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import { TargetsSettings } from '../../../../renderer/targets/TargetsSettings.tsx';
import { fail } from '../../../../shared/lang/result.ts';
import { someJob } from '../outbox/someJob.ts';
import { button, click, field, render, the, type } from '../render.tsx';
import { someTarget } from './someTarget.ts';

const target = someTarget();

let bridge: FakeBridge;
let opened: string[];

const page = () => document.body.textContent ?? '';
const settle = (look: () => void) => act(async () => vi.waitFor(look));
const open = async () => {
  await render(<TargetsSettings bridge={bridge} onOpen={(url) => opened.push(url)} />);
  await settle(() => expect(button('Add a target…')).toBeTruthy());
};
const kept = () => bridge.library.outbox.targets;
const choose = (select: HTMLSelectElement, value: string) =>
  act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
const invalid = () => [...document.querySelectorAll<HTMLElement>('[aria-invalid="true"]')];
const saidUnder = (input: HTMLElement) =>
  document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent;

beforeEach(() => {
  bridge = fakeBridge();
  opened = [];
});

describe('Targets in the settings', () => {
  it('are added with all that becomes of a story, and the password is the next step', async () => {
    await open();
    await click(button('Add a target…'));
    expect(document.activeElement).toBe(field('Name'));
    await type(field('Name'), 'News desk');
    await type(field('Address'), 'news.example.org/blog/');
    await type(field('User name'), 'ayesha');
    await click(button('Add a category'));
    await type(field('Category 1 in the story'), 'World');
    await type(field('Category 1 on the site'), 'International');
    await click(button('Add a category'));
    await type(field('Category 2 in the story'), 'Half a row');
    await click(field('Keywords become tags'));
    await click(button('Save'));
    await settle(() => expect(kept()).toHaveLength(1));
    expect(kept()[0]).toMatchObject({
      ...{ name: 'News desk', kind: 'wordpress', address: 'https://news.example.org/blog', account: 'ayesha' },
      profile: { status: 'draft', tags: false, categories: { World: 'International' } },
    });
    expect(document.activeElement).toBe(button('Password…'));
    expect(page()).toContain('Application password needed');
  });

  it('of the kind Ghost take a key in place of a name, and know no review', async () => {
    await open();
    await click(button('Add a target…'));
    await choose(field<HTMLSelectElement>('A sent story becomes'), 'pending');
    await click(the('input[value="ghost"]'));
    expect(document.querySelector('form')?.textContent).not.toContain('User name');
    expect(field('A sent story becomes')).toMatchObject({ value: 'draft' });
    await type(field('Name'), 'Coast');
    await type(field('Address'), 'coast.example.org/ghost/');
    await click(button('Open the integrations on the site'));
    expect(opened).toEqual(['https://coast.example.org/ghost/#/settings/integrations']);
    await click(button('Save'));
    await settle(() => expect(kept()).toHaveLength(1));
    expect(kept()[0]).toMatchObject({ kind: 'ghost', account: '', profile: { status: 'draft' } });
    expect(page()).toContain('Admin API key needed');
    expect(document.activeElement).toBe(button('Key…'));
  });

  it('refuse an address a password must not go to, under the field', async () => {
    await open();
    await click(button('Add a target…'));
    await type(field('Name'), 'News desk');
    await type(field('Address'), 'http://news.example.org');
    await click(button('Save'));
    expect(invalid()).toEqual([field('Address')]);
    expect(saidUnder(field('Address'))).toMatch(/must begin with https/);
    expect(kept()).toEqual([]);
  });

  it('say under the address what the library has against it, too', async () => {
    await open();
    await click(button('Add a target…'));
    await type(field('Name'), 'News desk');
    await type(field('Address'), 'https://news.example.org');
    bridge.library.failWith('targets.save', fail('badAddress', 'Not this one.'));
    await click(button('Save'));
    await settle(() => expect(saidUnder(field('Address'))).toBe('Not this one.'));
  });

  it('want a name', async () => {
    await open();
    await click(button('Add a target…'));
    await type(field('Address'), 'https://news.example.org');
    await click(button('Save'));
    expect(invalid()).toEqual([field('Name')]);
  });

  it('lead to the page where an application password is made, once there is an address', async () => {
    await open();
    await click(button('Add a target…'));
    expect(page()).not.toContain('Open my profile');
    await type(field('Address'), 'news.example.org');
    await click(button('Open my profile on the site'));
    expect(opened).toEqual(['https://news.example.org/wp-admin/profile.php#application-passwords-section']);
  });

  it('can be a folder, chosen in the system’s dialog, with a format', async () => {
    await open();
    await click(button('Add a target…'));
    await click(the('[value="folder"]'));
    await type(field('Name'), 'Wire');
    await click(button('Save'));
    expect(saidUnder(field('Folder path'))).toBe('Choose a folder.');
    await click(button('Choose…'));
    await click(button('Save'));
    await settle(() => expect(kept()).toHaveLength(1));
    expect(kept()[0]).toMatchObject({ kind: 'folder', address: '/home/ayesha/Wire', profile: { format: 'ninjs' } });
    expect(page()).not.toContain('Password');
  });

  it('can be a receiver of the wire, with an address for files on the same site', async () => {
    await open();
    await click(button('Add a target…'));
    await click(the('[value="http"]'));
    await type(field('Name'), 'Night wire');
    await type(field('Address'), 'wire.example.org/push/');
    await type(field('Address for files'), 'https://other.example.org/push_binary');
    await type(field('User name'), 'stringer');
    await click(button('Save'));
    expect(saidUnder(field('Address for files'))).toMatch(/same site/);
    expect(kept()).toEqual([]);
    await type(field('Address for files'), 'https://wire.example.org/push_binary');
    await choose(field<HTMLSelectElement>('It knows you by'), 'token');
    expect([...document.querySelectorAll('label')].map((label) => label.textContent)).not.toContain('User name');
    await click(button('Save'));
    await settle(() => expect(kept()).toHaveLength(1));
    expect(kept()[0]).toMatchObject({
      ...{ kind: 'http', address: 'https://wire.example.org/push/', account: '' },
      profile: { entry: 'token', filesAddress: 'https://wire.example.org/push_binary' },
    });
    expect(page()).toContain('Password or token needed');
  });

  it('say what a story must have, what stays here, and how large pictures go', async () => {
    bridge.library.outbox.targets = [target];
    await open();
    await click(button('Edit'));
    await click(field('Deck'));
    await click(field('Keywords'));
    await type(field('Longest side of pictures, in pixels'), '12');
    await click(button('Save'));
    expect(saidUnder(field('Longest side of pictures, in pixels'))).toBe('No less than 100 pixels.');
    await type(field('Longest side of pictures, in pixels'), '1200 px');
    await click(button('Save'));
    await settle(() => expect(kept()[0]?.profile.longestSide).toBe(1200));
    expect(kept()[0]?.profile).toMatchObject({ required: ['deck'], private: ['priority', 'place', 'keywords'] });
  });

  it('say where the password is kept, and forget it', async () => {
    bridge.library.outbox.targets = [target];
    bridge.secretPlace = 'session';
    await open();
    await click(button('Password…'));
    await settle(() => expect(page()).toContain('Kept until Stet ends'));
    expect(page()).not.toContain('password needed');
    await click(button('Forget password'));
    await settle(() => expect(page()).toContain('password needed'));
  });

  it('never send a password through the page: it is asked for by the target’s id alone', async () => {
    bridge.library.outbox.targets = [target];
    await open();
    await click(button('Password…'));
    expect(bridge.asked.at(-1)).toEqual({ name: 'secrets.ask', payload: { targetId: target.id } });
  });

  it('are tested, and say line by line what works and what is not allowed', async () => {
    bridge.library.outbox.targets = [target];
    bridge.library.outbox.unlocked.add(target.id);
    bridge.library.outbox.report = {
      site: 'The News, WordPress 6.5',
      lines: [
        { state: 'works', words: 'Pictures can be uploaded.' },
        { state: 'notAllowed', words: 'New categories cannot be made.' },
      ],
    };
    await open();
    await click(button('Test'));
    await settle(() => expect(page()).toContain('The News, WordPress 6.5'));
    const lines = [...document.querySelectorAll('.target-report li')].map((line) => line.textContent);
    expect(lines).toEqual(['Works: Pictures can be uploaded.', 'Not allowed: New categories cannot be made.']);
    expect(the('.target-report').closest('[aria-live="polite"]')).not.toBeNull();
  });

  it('say why they could not be tested', async () => {
    bridge.library.outbox.targets = [target];
    bridge.library.failWith('targets.test', fail('offline', 'The site does not answer.'));
    await open();
    await click(button('Test'));
    await settle(() => expect(the('[role="alert"]').textContent).toBe('The site does not answer.'));
  });

  it('are changed in place, and the keyboard comes back to them', async () => {
    bridge.library.outbox.targets = [target];
    bridge.library.outbox.unlocked.add(target.id);
    await open();
    await click(button('Edit'));
    await type(field('Name'), 'Night desk');
    await click(button('Save'));
    await settle(() => expect(kept().map(({ name }) => name)).toEqual(['Night desk']));
    expect(document.activeElement).toBe(button('Edit'));
  });

  it('go only when somebody says so twice, and not while a story is on its way there', async () => {
    bridge.library.outbox.targets = [target];
    bridge.library.outbox.jobs = [someJob({ targetId: target.id })];
    await open();
    await click(button('Remove'));
    expect(document.activeElement).toBe(button('Keep it'));
    await click(button('Remove it'));
    await settle(() => expect(the('[role="alert"]').textContent).toMatch(/on its way/));
    bridge.library.outbox.jobs = [];
    await click(button('Remove it'));
    await settle(() => expect(kept()).toEqual([]));
    expect(document.activeElement).toBe(button('Add a target…'));
  });
});
