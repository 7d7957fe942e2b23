import type { Asset, PictureField } from '../../shared/media/asset.ts';
import { MEDIUM_NOUNS, mediumOf } from '../../shared/media/medium.ts';
import { fileWords, type BroughtWords, type PictureWords } from '../../shared/media/pictureWords.ts';
import { Button } from '../ui/Button.tsx';

/** What can be done with the words of one use of a picture. */
export interface UseActions {
  /** Puts the picture's own words into the story. */
  readonly take: (field: PictureField, words: BroughtWords) => void;
  /** Has the library remember words for the picture's next uses; null forgets them. */
  readonly remember: (field: PictureField, words: string | null) => void;
}

interface PictureUseProps extends UseActions {
  readonly asset: Asset;
  /** What the story says of the picture. */
  readonly words: PictureWords;
}

type Labelled = readonly [field: PictureField, label: string, inSentence: string];

const SAID: readonly Labelled[] = [
  ['caption', 'Caption', 'caption'],
  ['credit', 'Credit', 'credit'],
];
const PICTURE_FIELDS: readonly Labelled[] = [...SAID, ['alt', 'Alt text', 'alt text']];
const RECORDING_FIELDS: readonly Labelled[] = [...SAID, ['alt', 'Description', 'description']];
/** Alt text is read out in one go; beyond this many characters it should be shorter. */
const LONG_ALT = 125;

function isSame(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}

/** How the story's words stand to the picture's own, in a few words. */
function stateOf(words: string, file: string, house: string): string {
  if (house !== '' && isSame(words, house)) return 'as remembered';
  if (words.trim() === '') return file === '' && house === '' ? 'none' : 'left empty here';
  if (file !== '' && isSame(words, file)) return 'the file’s own';
  return file === '' ? 'written here; the file has none' : 'differs from the file';
}

/** Tells for each field of one use whether its words are the file's, and takes them over either way. */
export function PictureUse({ asset, words, take, remember }: PictureUseProps) {
  const file = fileWords(asset.embedded);
  const medium = mediumOf(asset.type);
  return (
    <dl className="picture-use">
      {(medium === 'picture' ? PICTURE_FIELDS : RECORDING_FIELDS).map(([field, label, inSentence]) => {
        const house = asset.house?.[field] ?? '';
        const here = words[field];
        const length = here.trim().length;
        const isRemembered = house !== '' && isSame(here, house);
        const canRemember = length > 0 && !isRemembered && !isSame(here, house === '' ? file[field] : '');
        return (
          <div key={field} className="picture-use-field">
            <dt>{label}</dt>
            <dd>
              <span>{stateOf(here, file[field], house)}</span>
              {field === 'alt' && medium === 'picture' && length > 0 && (
                <span className="alt-count" data-long={length > LONG_ALT || undefined}>
                  {length} {length === 1 ? 'character' : 'characters'}
                  {length > LONG_ALT && ', long to be read out in one go'}
                </span>
              )}
              {file[field] !== '' && !isSame(here, file[field]) && (
                <Button look="link" onClick={() => take(field, { text: file[field], origin: 'embedded' })}>
                  Use the file’s {inSentence}
                </Button>
              )}
              {house !== '' && !isRemembered && (
                <Button look="link" onClick={() => take(field, { text: house, origin: 'house' })}>
                  Use the remembered {inSentence}
                </Button>
              )}
              {canRemember && (
                <Button look="link" onClick={() => remember(field, here)}>
                  Remember this {inSentence} for the {MEDIUM_NOUNS[medium]}
                </Button>
              )}
              {house !== '' && (
                <Button look="link" onClick={() => remember(field, null)}>
                  Forget the remembered {inSentence}
                </Button>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
