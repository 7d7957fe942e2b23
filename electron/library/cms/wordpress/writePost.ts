import type { ExportPictures } from '../../../../shared/export/exportPicture.ts';
import { postContent } from '../../../../shared/export/wordpress/postContent.ts';
import type { SiteFiles } from '../../../../shared/export/wordpress/wordPressBlock.ts';
import type { BlockId } from '../../../../shared/story/ids.ts';
import type { Story } from '../../../../shared/story/story.ts';
import type { RemoteText } from '../merge/remoteBase.ts';
import { postTexts } from './postFields.ts';
import { splitBlocks } from './splitBlocks.ts';

export interface WriteOptions {
  readonly pictures: ExportPictures;
  readonly site: SiteFiles;
  readonly hasByline: boolean;
  /** The figure that is left out of the text because the site shows it on top. */
  readonly onTop: BlockId | null;
  readonly key: string | null;
}

/** What we want a post to say. */
export function writePost(story: Story, options: WriteOptions): RemoteText {
  const written = postContent(story, options);
  // A recording brings a block for its description along.
  const pieces = written.flatMap(({ markup, sources }) => splitBlocks(markup).map((text) => ({ text, sources })));
  return {
    ...postTexts(story),
    blocks: pieces.map(({ text }) => text),
    sources: pieces.map(({ sources }) => sources),
  };
}
