import { isBlank } from '../../../shared/export/cleanText.ts';
import { isEmptyBlock } from '../../../shared/export/isEmptyBlock.ts';
import type { ExportReview, ExportTarget } from '../../../shared/ipc/librarySchemas.ts';
import { momentText } from '../../../shared/lang/zoneTime.ts';
import { isPicture, figureMedium, MEDIUM_NOUNS, mediumOf } from '../../../shared/media/medium.ts';
import type { Asset } from '../../../shared/media/asset.ts';
import type { PictureProfile } from '../../../shared/media/pictureProfile.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import { STATUS_LABELS } from '../../../shared/story/statusLabels.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { PictureFile } from '../packages/PictureCopy.ts';

/** What is read off a page: nothing in it plays. */
const PAPER: ReadonlySet<ExportTarget> = new Set(['docx', 'pdf']);

interface Leaving {
  readonly target: ExportTarget;
  /** The pictures whose bytes are there. */
  readonly found: ReadonlyMap<AssetId, PictureFile>;
  /** How the house has pictures go out. */
  readonly profile: PictureProfile;
  readonly review?: ExportReview;
}

/** What somebody should read before the story leaves, one sentence each, none twice. */
export function exportWarnings(story: Story, { target, found, profile, review }: Leaving): string[] {
  const { fields, blocks } = story;
  const warnings: string[] = [];
  if (fields.embargo !== null)
    warnings.push(`This story is under embargo until ${momentText(fields.embargo, fields.embargoZone)}.`);
  if (fields.status === 'killed' || fields.status === 'onHold')
    warnings.push(`This story is marked “${STATUS_LABELS[fields.status]}”.`);
  if (isBlank(fields.headline)) warnings.push('This story has no headline.');
  if (blocks.every(isEmptyBlock)) warnings.push('There are no words in this story yet.');
  const said = review !== undefined && review !== 'none' && target === 'docx' ? countNotes(story) : 0;
  if (said > 0)
    warnings.push(
      `${said === 1 ? 'A comment stands' : `${said} comments stand`} in its margin, with who wrote ${said === 1 ? 'it' : 'them'} and when.`,
    );
  for (const block of blocks) {
    if (block.type !== 'figure') continue;
    const noun = MEDIUM_NOUNS[figureMedium(block)];
    const name = isBlank(block.fileName)
      ? `${block.medium === 'audio' ? 'An' : 'A'} ${noun}`
      : `The ${noun} “${block.fileName}”`;
    const file = block.assetId === null ? undefined : found.get(block.assetId);
    if (file) {
      if (isPicture(file.asset) && file.asset.standsFor !== undefined)
        warnings.push(`${name} is here as a smaller copy: that goes out, until the original comes.`);
      // Renditions are cut; a package keeps the picture and how it is shown, each for itself.
      const isOriginal = profile.size === 'original' && target !== 'text' && target !== 'package';
      if ((block.crop || block.turn) && isOriginal)
        warnings.push(`${name} is cropped or turned on the page only: the whole picture goes out.`);
      continue;
    }
    warnings.push(`${name} is not in the library: its place, caption and credit go out without it.`);
  }
  const assets = Array.from(found.values(), ({ asset }) => asset);
  if (PAPER.has(target) && !assets.every(isPicture))
    warnings.push('Videos and audio recordings stay behind: their posters, captions and credits go out.');
  // Wire copy travels without its pictures, paper without its recordings.
  if (target !== 'text')
    warnings.push(...fileWarnings(PAPER.has(target) ? assets.filter(isPicture) : assets, { target, profile }));
  if (target === 'wordpress' && found.size > 0)
    warnings.push('WordPress shows the pictures once they are uploaded there: the markup names them by file.');
  if ((target === 'ninjs-superdesk' || target === 'nitf-superdesk') && found.size > 0)
    warnings.push(
      'The file names its pictures by their place beside it; Superdesk fetches pictures only from the web.',
    );
  return [...new Set(warnings)];
}

/** How many comments and answers say something. */
function countNotes({ review }: Story): number {
  return (review?.threads ?? []).flatMap(({ notes }) => notes).filter(({ text }) => text !== '').length;
}

/** What a file says of itself that goes out, where it goes out as it came or the house keeps places. */
function fileWarnings(assets: readonly Asset[], { target, profile }: Pick<Leaving, 'target' | 'profile'>): string[] {
  const isAsItCame = target === 'package' || profile.size === 'original';
  const warnings: string[] = [];
  if (target !== 'package' && profile.size === 'original' && assets.some(isPicture)) {
    warnings.push(
      'The house style sends pictures out as they came: serial numbers, the camera owner’s name and whatever else they say go out too.',
    );
  }
  if (!assets.every(isPicture)) {
    warnings.push(
      'Videos and audio recordings go out as they are: a place, a device or a name that a phone wrote into them is not taken out.',
    );
  }
  for (const asset of assets) {
    if (!asset.embedded.hasLocation || (isPicture(asset) && !isAsItCame && !profile.keepPlace)) continue;
    const made = isPicture(asset) ? 'taken' : 'recorded';
    const noun = MEDIUM_NOUNS[mediumOf(asset.type)];
    warnings.push(`The ${noun} “${asset.fileName}” says where it was ${made}, and that goes out with it.`);
  }
  return warnings;
}
