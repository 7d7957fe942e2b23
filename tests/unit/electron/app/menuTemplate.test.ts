import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate, type MenuParts } from '../../../../electron/app/menuTemplate.ts';
import { ACTIONS, type ActionId } from '../../../../shared/actions/actions.ts';
import { newStoryId } from '../../../../shared/story/ids.ts';

function parts(change: Partial<MenuParts> = {}): MenuParts {
  return {
    isMac: false,
    allowDeveloperTools: false,
    recent: [],
    disabled: new Set(),
    choose: () => undefined,
    openStory: () => undefined,
    ...change,
  };
}

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

describe.each([false, true])('menuTemplate (mac: %s)', (isMac) => {
  it('has every action exactly once, with its accelerator', () => {
    const items = flatten(menuTemplate(parts({ isMac })));
    for (const action of ACTIONS) {
      const found = items.filter((item) => item.id === action.id);
      expect(found.map((item) => item.id)).toEqual([action.id]);
      expect(found[0]?.accelerator ?? null).toBe(action.accelerator);
    }
  });

  it('gives no key to two actions', () => {
    const keys = flatten(menuTemplate(parts({ isMac, allowDeveloperTools: true }))).flatMap(
      (item) => item.accelerator ?? [],
    );
    expect(keys.map(String)).toEqual([...new Set(keys.map(String))]);
  });
});

describe('menuTemplate', () => {
  it('chooses the action of the entry', () => {
    const chosen: ActionId[] = [];
    const items = flatten(menuTemplate(parts({ choose: (action) => chosen.push(action) })));
    const click = items.find((item) => item.id === 'insert.pullQuote')?.click as () => void;
    click();
    expect(chosen).toEqual(['insert.pullQuote']);
  });

  it('greys out what makes no sense now', () => {
    const items = flatten(menuTemplate(parts({ disabled: new Set<ActionId>(['story.export']) })));
    expect(items.find((item) => item.id === 'story.export')?.enabled).toBe(false);
    expect(items.find((item) => item.id === 'story.new')?.enabled).toBe(true);
  });

  it('lists recent stories, an ampersand in the headline and all', () => {
    const id = newStoryId();
    const opened: string[] = [];
    const recent = [{ id, title: 'Law & order' }];
    const items = flatten(menuTemplate(parts({ recent, openStory: (story) => opened.push(story) })));
    const entry = items.find((item) => item.label === 'Law && order');
    expect(entry).toBeDefined();
    (entry as { click: () => void }).click();
    expect(opened).toEqual([id]);
    expect(items.find((item) => item.id === 'recent')?.enabled).toBe(true);
  });

  it("has the developer's tools only where they are allowed", () => {
    const roles = (allow: boolean) =>
      flatten(menuTemplate(parts({ allowDeveloperTools: allow }))).map((item) => item.role);
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
    // Reloading is for a page that broke, and Stet does that itself.
    expect(roles(true)).not.toContain('reload');
  });

  it('leaves undo and redo to the one history of the page', () => {
    const roles = flatten(menuTemplate(parts({ isMac: true }))).map((item) => item.role);
    expect(roles).not.toContain('undo');
    expect(roles).not.toContain('redo');
    expect(roles).not.toContain('editMenu');
  });
});
