import { fieldName, isEmpty } from '../checks/style/requiredFields.ts';
import type { Asset } from '../media/asset.ts';
import { isPicture, figureMedium, MEDIUM_NOUNS, mediumOf } from '../media/medium.ts';
import type { Figure } from '../story/block.ts';
import type { AssetId } from '../story/ids.ts';
import { inlineText } from '../story/plainText.ts';
import type { Story } from '../story/story.ts';
import { takesFiles, type RequiredPart, type Target } from './target.ts';

type OfFigures = Extract<RequiredPart, 'caption' | 'credit' | 'alt'>;

const WORDS: Readonly<Record<OfFigures, string>> = { caption: 'a caption', credit: 'a credit', alt: 'an alt text' };

/**
 * Why a story cannot go to a target as it is, one sentence each: what the target requires of it and is not there, and what is
 * to stay here but lies in a file Stet cannot take it out of.
 */
export function refusals(target: Target, story: Story, assets: ReadonlyMap<AssetId, Asset>): string[] {
  const figures = story.blocks.filter((block) => block.type === 'figure');
  const wanted = target.profile.required.flatMap((part) => missing(part, story, figures));
  const sentences = wanted.map((words) => `“${target.name}” wants ${words}.`);
  return [...sentences, ...placed(target, figures, assets)];
}

function missing(part: RequiredPart, { fields }: Story, figures: readonly Figure[]): string[] {
  if (part === 'picture') return figures.some(({ assetId }) => assetId !== null) ? [] : ['a picture'];
  if (part !== 'caption' && part !== 'credit' && part !== 'alt') return isEmpty(fields[part]) ? [fieldName(part)] : [];
  const without = figures.filter(
    (figure) => (part === 'caption' ? inlineText(figure.caption) : figure[part]).trim() === '',
  );
  const [first] = without;
  if (!first) return [];
  const more = without.length > 1 ? ` and ${without.length - 1} more` : '';
  return [`${WORDS[part]} with every picture, and ${nameOf(first)}${more} has none`];
}

function nameOf(figure: Figure): string {
  return figure.fileName.trim() === '' ? `a ${MEDIUM_NOUNS[figureMedium(figure)]}` : `“${figure.fileName}”`;
}

/** Recordings go out as they came, so a place in one cannot be kept. */
function placed(target: Target, figures: readonly Figure[], assets: ReadonlyMap<AssetId, Asset>): string[] {
  if (!target.profile.private.includes('place') || !takesFiles(target)) return [];
  const known = new Set(figures.flatMap(({ assetId }) => assetId ?? []));
  return [...known].flatMap((id) => {
    const asset = assets.get(id);
    if (!asset || isPicture(asset) || !asset.embedded.hasLocation) return [];
    return [
      `The ${MEDIUM_NOUNS[mediumOf(asset.type)]} “${asset.fileName}” says where it was recorded, which is not to go to “${target.name}”. Take that out of the file, or let it go in the target’s settings.`,
    ];
  });
}
