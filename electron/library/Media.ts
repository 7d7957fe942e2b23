import type { HostAnswer, HostPayload } from '../../shared/ipc/hostContract.ts';
import type { LibraryEventData } from '../../shared/ipc/libraryContract.ts';
import { StetError } from '../../shared/lang/result.ts';
import type { Asset } from '../../shared/media/asset.ts';
import type { AssetId, StoryId } from '../../shared/story/ids.ts';
import type { MediaAccess } from './libraryAccess.ts';

export type MediaProgress = Pick<LibraryEventData<'media.progressed'>, 'step' | 'share'>;

const notYet = (): never => {
  throw new StetError('notYet', 'Pictures cannot be stored yet.');
};

/** Stands in until pictures can be stored. */
export class NoMedia implements MediaAccess {
  add(_picture: Parameters<MediaAccess['add']>[0], _onProgress?: (progress: MediaProgress) => void): Promise<Asset> {
    return notYet();
  }
  find(_id: AssetId): Asset | null {
    return null;
  }
  pathOf(_id: AssetId): string | null {
    return null;
  }
  list(_query: { storyId: StoryId | null; limit: number }): Asset[] {
    return [];
  }
  locate(_wanted: HostPayload<'media.locate'>): Promise<HostAnswer<'media.locate'>> {
    return notYet();
  }
}
