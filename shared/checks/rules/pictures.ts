import { figureMedium, type Medium } from '../../media/medium.ts';
import { readGluedCredit } from '../../media/gluedCredit.ts';
import type { Figure } from '../../story/block.ts';
import { isSameFraming } from '../../story/framing.ts';
import { withGalleries } from '../../story/galleries.ts';
import { inlineText } from '../../story/plainText.ts';
import type { Slot } from '../finding.ts';
import { storyRule, textRule, type Rule, type Spot, type StorySpot, type StoryView } from '../rule.ts';
import type { WrittenDate } from '../writtenDate.ts';
import { findDates, isSameDay } from '../writtenDates.ts';

function figures({ story }: StoryView): Figure[] {
  return story.blocks.filter((block) => block.type === 'figure');
}

function recordings(view: StoryView): Figure[] {
  return figures(view).filter(({ medium }) => medium !== undefined);
}

const UNNAMED: Readonly<Record<Medium, string>> = {
  picture: 'A picture',
  video: 'A video',
  audio: 'An audio recording',
};

function nameOf(figure: Figure): string {
  return figure.fileName === '' ? UNNAMED[figureMedium(figure)] : figure.fileName;
}

/** What is missing for those who cannot see a picture, or cannot see or hear what plays. */
const UNDESCRIBED: Readonly<Record<Medium, string>> = {
  picture: 'has no alt text for readers who cannot see it',
  video: 'has no description for those who cannot see or hear it: say what happens, or what is said',
  audio: 'has no description for those who cannot hear it: say what is heard, or what is said',
};

function at(figure: Figure, slot: Slot, message: string): StorySpot {
  return { place: { in: 'block', blockId: figure.id, slot, start: 0, end: 0 }, message };
}

/** Pictures of the same file, shown in the same way, behind the first. */
function repeated(gallery: readonly Figure[]): Figure[] {
  return gallery.filter((figure, index) =>
    gallery
      .slice(0, index)
      .some((other) => figure.assetId !== null && other.assetId === figure.assetId && isSameFraming(other, figure)),
  );
}

/** Every picture with its truth attached. */
export const PICTURE_RULES: readonly Rule[] = [
  storyRule({
    id: 'picture-missing',
    level: 'warn',
    title: 'Picture without its file',
    why: 'A picture whose bytes never arrived leaves a hole on the page.',
    judge: (_, view) =>
      figures(view)
        .filter((figure) => figure.assetId === null)
        .map((figure) => at(figure, 'picture', `${nameOf(figure)}: the file is missing.`)),
  }),
  storyRule({
    id: 'caption-missing',
    level: 'warn',
    title: 'No caption',
    why: 'A picture without a caption says what the reader guesses.',
    judge: (_, view) =>
      figures(view)
        .filter((figure) => inlineText(figure.caption).trim() === '')
        .map((figure) => at(figure, 'caption', `${nameOf(figure)} has no caption.`)),
  }),
  storyRule({
    id: 'credit-missing',
    level: 'warn',
    title: 'No credit',
    why: 'A picture is not ours to print until it says whose it is.',
    isBinding: true,
    judge: (_, view) =>
      figures(view)
        .filter((figure) => figure.credit.trim() === '')
        .map((figure) => at(figure, 'credit', `${nameOf(figure)} has no credit.`)),
  }),
  storyRule({
    id: 'alt-missing',
    level: 'warn',
    title: 'No alt text',
    why: 'Readers who cannot see the picture get its alt text; of a recording, they get its description.',
    judge: (_, view) =>
      figures(view)
        .filter((figure) => figure.alt.trim() === '')
        .map((figure) => at(figure, 'alt', `${nameOf(figure)} ${UNDESCRIBED[figureMedium(figure)]}.`)),
  }),
  storyRule({
    id: 'poster-missing',
    level: 'note',
    title: 'Video without a poster',
    why: 'Until a video plays, most readers see a black field where its poster would be.',
    judge: (_, view) =>
      recordings(view)
        .filter(({ medium, assetId, poster }) => medium === 'video' && assetId !== null && poster === undefined)
        .map((figure) => at(figure, 'picture', `${nameOf(figure)} has no poster picture.`)),
  }),
  storyRule({
    id: 'recording-place',
    level: 'note',
    title: 'Recording says where it was made',
    why: 'Recordings go out as they are. A place a phone wrote into one goes out with it, and may endanger a source.',
    judge: (_, view) =>
      recordings(view)
        .filter(({ assetId }) => view.assets.get(assetId ?? '')?.embedded.hasLocation)
        .map((figure) =>
          at(figure, 'picture', `${nameOf(figure)} says where it was recorded, and that goes out with it.`),
        ),
  }),
  storyRule({
    id: 'gallery-picture-twice',
    level: 'note',
    title: 'The same picture twice in a gallery',
    why: 'A picture chosen twice by mistake takes the place of another; one shown in two crops is meant.',
    judge: (_, { story }) =>
      withGalleries(story.blocks)
        .flatMap((part) => (part.type === 'gallery' ? repeated(part.figures) : []))
        .map((figure) => at(figure, 'picture', `${nameOf(figure)} stands in this gallery before.`)),
  }),
  textRule({
    id: 'caption-credit-glued',
    level: 'warn',
    title: 'Credit inside the caption',
    why: 'A credit kept in the caption gets lost when either is changed; it has a field of its own.',
    look: (copy): Spot[] => {
      const glued = copy.kind === 'caption' ? readGluedCredit(copy.text) : null;
      if (!glued) return [];
      const { end: start, credit } = glued;
      const message = `This caption ends in a credit, “${credit}”. Move it to the credit field?`;
      return [{ start, end: copy.text.length, message, fix: { credit } }];
    },
  }),
  storyRule<WrittenDate>({
    id: 'caption-date',
    level: 'warn',
    title: 'Caption and picture disagree on the date',
    why: 'The date a caption gives should be the day the picture says it was taken.',
    gather: (copy) => (copy.kind === 'caption' ? findDates(copy).filter((date) => date.year !== null) : []),
    judge: (sightings, view) =>
      sightings.flatMap(({ copy, fact }) => {
        const { part } = copy;
        const figure = figures(view).find((block) => part.in === 'block' && block.id === part.blockId);
        const taken = view.assets.get(figure?.assetId ?? '')?.embedded.dateCreated;
        const day = taken && /^(\d{4})[-:]?(\d{2})[-:]?(\d{2})/.exec(taken);
        // A caption may also name the day of something else: with two dates nobody can tell which is the picture's.
        const isOnly = sightings.filter((other) => other.copy === copy).length === 1;
        if (!day || !isOnly || isSameDay(fact, Number(day[1]), Number(day[2]), Number(day[3]))) return [];
        const message = `The caption says ${fact.text}, the picture’s own data ${day[1]}-${day[2]}-${day[3]}.`;
        return [{ copy, start: fact.start, end: fact.end, message }];
      }),
  }),
];
