import { useEffect, useState } from 'react';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { Asset } from '../../shared/media/asset.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { AssetThumb } from './AssetThumb.tsx';
import './media.css';

interface MediaLibraryDialogProps {
  readonly library: LibraryClient;
  readonly onClose: () => void;
  readonly onChoose: (asset: Asset) => void;
}

/** Every picture and recording of the library, newest first, to place one again. */
export function MediaLibraryDialog({ library, onClose, onChoose }: MediaLibraryDialogProps) {
  const [assets, setAssets] = useState<readonly Asset[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  useEffect(() => {
    void library.request('media.list', { storyId: null, limit: 500 }).then((answer) => {
      if (answer.ok) setAssets(answer.value);
      else setProblem(answer.error.message);
    });
  }, [library]);
  const wanted = query.trim().toLowerCase();
  const shown = assets?.filter((asset) => wanted === '' || assetText(asset).includes(wanted));

  return (
    <Dialog title="Add from library" size="wide" onClose={onClose}>
      <div className="media-library">
        <input
          className="input"
          type="search"
          aria-label="Search pictures"
          placeholder="File name, caption or credit"
          dir="auto"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {problem && <p role="alert">{problem}</p>}
        {assets?.length === 0 && (
          <EmptyState title="No pictures in this library">
            <p>Drop one on the page; it is stored here once and can be placed again in any story.</p>
          </EmptyState>
        )}
        {assets && assets.length > 0 && shown?.length === 0 && <EmptyState title="Nothing found" />}
        <ul className="asset-grid">
          {shown?.map((asset) => (
            <li key={asset.id}>
              <button type="button" className="asset-choice" onClick={() => onChoose(asset)}>
                <AssetThumb asset={asset} />
                <span dir="auto">{asset.embedded.headline || asset.embedded.caption || asset.fileName}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function assetText({ fileName, embedded }: Asset): string {
  const { caption, headline, credit, creator, keywords } = embedded;
  return [fileName, caption, headline, credit, creator, ...(keywords ?? [])].join(' ').toLowerCase();
}
