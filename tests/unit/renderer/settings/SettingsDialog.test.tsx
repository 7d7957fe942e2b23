// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { FALLBACK_SETTINGS } from '../../../../renderer/app/Workspace.ts';
import { SettingsDialog } from '../../../../renderer/settings/SettingsDialog.tsx';
import { Signal } from '../../../../renderer/ui/Signal.ts';
import type { Settings } from '../../../../shared/ipc/mainContract.ts';
import type { Role } from '../../../../shared/workflow/role.ts';
import { click, field, render, type } from '../render.tsx';

let settings: Signal<Settings>;
let role: Signal<Role>;

const folderInUse = () => Promise.resolve('/home/ayesha/Stet');

async function open(): Promise<void> {
  await render(
    <SettingsDialog
      settings={settings}
      role={role}
      onRole={(next) => role.set(next)}
      languages={[
        ['en', 'English'],
        ['ur', 'Urdu'],
      ]}
      askFolderInUse={folderInUse}
      section="general"
      onSection={() => {}}
      targets={null}
      onChange={(change) => settings.set({ ...settings.value, ...change })}
      onChooseFolder={() => settings.set({ ...settings.value, libraryFolder: '/mnt/usb/Stet' })}
      onClose={() => {}}
    />,
  );
}

beforeEach(() => {
  role = new Signal<Role>('correspondent');
  settings = new Signal<Settings>({ ...FALLBACK_SETTINGS, libraryFolder: '/home/ayesha/Stet' });
});

describe('Settings', () => {
  it('take effect as they are typed', async () => {
    await open();
    await type(field('Name'), 'Ayesha Khan');
    await type(field('Dateline place'), 'Islamabad');
    expect(settings.value).toMatchObject({ name: 'Ayesha Khan', datelinePlace: 'Islamabad' });
  });

  it('offer light, dark and the system’s own look', async () => {
    await open();
    const looks = [...document.querySelectorAll<HTMLInputElement>('[name="appearance"]')];
    expect(looks.map((look) => look.value)).toEqual(['system', 'light', 'dark']);
    const dark = looks[2];
    if (!dark) throw new Error('No dark look.');
    await click(dark);
    expect(settings.value.appearance).toBe('dark');
  });

  it('choose what whoever sits here does in this library', async () => {
    await open();
    const roles = [...document.querySelectorAll<HTMLInputElement>('[name="role"]')];
    expect(roles.map(({ value, checked }) => [value, checked])).toEqual([
      ['correspondent', true],
      ['editor', false],
    ]);
    const editor = roles[1];
    if (!editor) throw new Error('No editor.');
    await click(editor);
    expect(role.value).toBe('editor');
  });

  it('say from when another folder counts', async () => {
    settings.set({ ...settings.value, libraryFolder: '/mnt/usb/Stet' });
    await open();
    expect(document.body.textContent).toContain(
      'From the next start. Until then stories are kept in /home/ayesha/Stet.',
    );
  });

  it('turn spelling off, and keep words that are words', async () => {
    await open();
    const box = document.querySelector<HTMLInputElement>('[type="checkbox"]');
    if (!box) throw new Error('There is no box.');
    await click(box);
    expect(settings.value.spelling).toBe(false);
    await type(field('My dictionary'), 'grobnik\n flimmer \n\nكتاب\ngrobnik');
    expect(settings.value.dictionary).toEqual(['grobnik', 'flimmer', 'كتاب']);
    await type(field('My dictionary'), 'grobnik\ntwo words');
    expect(settings.value.dictionary).toEqual(['grobnik', 'flimmer', 'كتاب']);
    expect(document.body.textContent).toContain('“two words” is not one word.');
  });
});
