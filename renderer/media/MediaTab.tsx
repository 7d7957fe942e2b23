import { useEffect, useState } from 'react';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { Asset, PictureField } from '../../shared/media/asset.ts';
import { MEDIUM_NAMES, type Medium } from '../../shared/media/medium.ts';
import type { BroughtWords, PictureWords } from '../../shared/media/pictureWords.ts';
import type { Focus } from '../../shared/story/block.ts';
import type { AssetId, BlockId } from '../../shared/story/ids.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useSignal, type Signal } from '../ui/Signal.ts';
import { AssetCard } from './AssetCard.tsx';
import './media.css';

/** A heading, figure or pull-quote of the story, as the page tells it. */
interface Outlined {
  readonly blockId: BlockId;
  readonly type: 'heading' | 'figure' | 'pullQuote';
  readonly text: string;
  readonly picture?: {
    readonly assetId: AssetId | null;
    readonly words: PictureWords;
    readonly medium: Medium;
    readonly point: Focus | null;
  };
}

interface MediaTabProps {
  readonly library: LibraryClient;
  readonly outline: Signal<readonly Outlined[]>;
  readonly reveal: (blockId: BlockId) => void;
  readonly onAdd: () => void;
  /** Puts words of the picture's own into a figure. */
  readonly onTake: (blockId: BlockId, field: PictureField, words: BroughtWords) => void;
  readonly onReplace: (blockId: BlockId) => void;
  /** Asks a colleague for the files that are not here. */
  readonly onAsk: () => void;
}

const KIND: Readonly<Record<Outlined['type'], string>> = {
  heading: 'Heading',
  figure: 'Picture',
  pullQuote: 'Pull quote',
};

/** The story's pictures and recordings with what their files say, and its outline to jump by. */
export function MediaTab({ library, outline, reveal, onAdd, onTake, onReplace, onAsk }: MediaTabProps) {
  const entries = useSignal(outline);
  const ids = [...new Set(entries.flatMap(({ picture }) => picture?.assetId ?? []))];
  const [assets, setAssets] = useState<ReadonlyMap<AssetId, Asset>>(new Map());
  const [problem, setProblem] = useState<string | null>(null);

  // By what stands on the page, which the library may hear of a moment later.
  const missing = ids.filter((id) => !assets.has(id)).join();
  useEffect(() => {
    let isCurrent = true;
    const wanted = missing === '' ? [] : (missing.split(',') as AssetId[]);
    // All at once: a picture that comes by itself would have the others asked for again.
    void Promise.all(wanted.map((id) => library.request('media.read', { id }))).then((answers) => {
      const found = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
      if (!isCurrent || found.length === 0) return;
      setAssets((known) => new Map([...known, ...found.map((asset) => [asset.id, asset] as const)]));
    });
    return () => {
      isCurrent = false;
    };
  }, [library, missing]);

  const all = ids.join();
  const [away, setAway] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const asked = all === '' ? [] : (all.split(',') as AssetId[]);
    void Promise.all(asked.map((id) => library.request('media.isThere', { id }))).then((answers) => {
      if (isCurrent) setAway(answers.filter((answer) => answer.ok && !answer.value).length);
    });
    return () => {
      isCurrent = false;
    };
  }, [library, all]);

  async function remember(id: AssetId, field: PictureField, words: string | null): Promise<Asset | null> {
    const answer = await library.request('media.remember', { id, field, words });
    setProblem(answer.ok ? null : answer.error.message);
    if (!answer.ok) return null;
    setAssets((known) => new Map(known).set(id, answer.value));
    return answer.value;
  }

  const actionsFor = (asset: Asset) => (blockId: BlockId) => ({
    take: (field: PictureField, words: BroughtWords) => onTake(blockId, field, words),
    remember: (field: PictureField, words: string | null) => {
      void remember(asset.id, field, words).then((kept) => {
        // The words here are now those that are remembered.
        if (kept && words !== null) onTake(blockId, field, { text: words, origin: 'house' });
      });
    },
  });

  const shown = ids.flatMap((id) => assets.get(id) ?? []);

  return (
    <div className="tab-body">
      <section aria-labelledby="media-pictures">
        <div className="section-head">
          <h3 className="section-name" id="media-pictures">
            In this story
          </h3>
          <Button look="link" onClick={onAdd}>
            Add from library…
          </Button>
        </div>
        {problem && <p role="alert">{problem}</p>}
        {away > 0 && (
          <div className="media-away">
            <p>{countText(away, 'file of this story is', 'files of this story are')} elsewhere.</p>
            <Button look="link" onClick={onAsk}>
              Ask for {away === 1 ? 'it' : 'them'}…
            </Button>
          </div>
        )}
        {ids.length === 0 && (
          <EmptyState title="No pictures yet">
            <p>
              Drop one on the page, paste it, or press the button in the toolbar. Its caption and credit come with it.
            </p>
          </EmptyState>
        )}
        <ul className="asset-list">
          {shown.map((asset) => (
            <AssetCard
              key={asset.id}
              asset={asset}
              uses={entries.flatMap(({ blockId, picture }) =>
                picture?.assetId === asset.id ? [{ blockId, words: picture.words, point: picture.point }] : [],
              )}
              actionsFor={actionsFor(asset)}
              onReplace={onReplace}
            />
          ))}
        </ul>
      </section>
      {entries.length > 0 && (
        <section aria-labelledby="media-outline">
          <h3 className="section-name" id="media-outline">
            Outline
          </h3>
          <ul className="outline">
            {entries.map((entry) => (
              <li key={entry.blockId}>
                <button
                  type="button"
                  className="outline-entry"
                  data-type={entry.type}
                  onClick={() => reveal(entry.blockId)}
                >
                  <span className="outline-kind">
                    {entry.picture ? MEDIUM_NAMES[entry.picture.medium] : KIND[entry.type]}
                  </span>
                  <span className="outline-text" dir="auto">
                    {entry.text.trim() || 'Empty'}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
