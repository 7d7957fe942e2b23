import { Menu } from 'electron';
import type { ActionId } from '../../shared/actions/actions.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { menuTemplate, type MenuParts, type RecentStory } from './menuTemplate.ts';

/** The application's menus: built once, rebuilt only when the recent stories are others. */
export class AppMenu {
  #recent: readonly RecentStory[] = [];
  #disabled: ReadonlySet<ActionId> = new Set();

  constructor(private readonly parts: Pick<MenuParts, 'allowDeveloperTools' | 'choose' | 'openStory'>) {
    this.#build();
  }

  /** Shows these as the recent stories, newest first. */
  showRecent(recent: readonly { readonly id: StoryId; readonly title: string }[]): void {
    const isSame =
      recent.length === this.#recent.length &&
      recent.every(
        (story, index) => story.id === this.#recent[index]?.id && story.title === this.#recent[index]?.title,
      );
    if (isSame) return;
    this.#recent = recent;
    this.#build();
  }

  /** Greys out what makes no sense now; an entry that is grey does not answer to its accelerator either. */
  disable(actions: readonly ActionId[]): void {
    this.#disabled = new Set(actions);
    const menu = Menu.getApplicationMenu();
    for (const item of menu?.items.flatMap((top) => top.submenu?.items ?? []) ?? []) {
      if (item.id?.includes('.')) item.enabled = !this.#disabled.has(item.id as ActionId);
    }
  }

  #build(): void {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          ...this.parts,
          isMac: process.platform === 'darwin',
          recent: this.#recent,
          disabled: this.#disabled,
        }),
      ),
    );
  }
}
