import { ImageOff, RotateCcw, Search, Trash2, VideoOff, VolumeOff, type LucideIcon } from 'lucide-react';
import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import { useRef, useState, useSyncExternalStore, type MouseEvent } from 'react';
import { isPicture, MEDIUM_NAMES, MEDIUM_NOUNS, type Medium } from '../../../shared/media/medium.ts';
import { $selectBlock } from '../blocks/selectBlock.ts';
import { FramedImage } from '../../ui/FramedImage.tsx';
import { ACCEPTED } from './chooseFiles.ts';
import type { PictureFacts } from './Pictures.ts';
import { usePictures } from './PicturesContext.ts';
import { PictureTools } from './PictureTools.tsx';
import { RecordingView } from './recording/RecordingView.tsx';

interface PictureViewProps {
  readonly editor: LexicalEditor;
  readonly figureKey: NodeKey;
}

/** The picture or recording of a figure, or what stands in for it while it is read, or when it is missing. */
export function PictureView({ editor, figureKey }: PictureViewProps) {
  const pictures = usePictures();
  const facts = useSyncExternalStore(pictures.subscribe, () => pictures.facts(figureKey));
  const { assetId, blockId, medium, read, asset } = facts;
  // A file that was found and read again counts as another picture, even if its bytes are the same.
  const shown = `${assetId} ${read?.kind === 'read'}`;
  const [missing, setMissing] = useState<string | null>(null);

  function select(event: MouseEvent): void {
    event.preventDefault();
    editor.update(() => {
      const figure = $getNodeByKey(figureKey);
      if (figure) $selectBlock(figure);
    });
    editor.getRootElement()?.focus({ preventScroll: true });
  }

  if (read?.kind === 'reading') return <Reading fileName={read.fileName} share={read.share} medium={medium} />;
  if (read?.kind === 'failed') return <Trouble facts={facts} message={read.message} canRetry={read.retryable} />;
  if (assetId === null || missing === shown) {
    return <Trouble facts={facts} message={`The ${MEDIUM_NOUNS[medium]}’s file is missing.`} canRetry={false} />;
  }
  if (medium !== 'picture') {
    if (blockId === null) return null;
    return (
      <RecordingView
        key={shown}
        editor={editor}
        figureKey={figureKey}
        facts={{ ...facts, assetId, blockId }}
        onMissing={() => setMissing(shown)}
      />
    );
  }
  return (
    <>
      <FramedImage
        src={`media://asset/${assetId}?size=page`}
        alt={facts.name}
        framing={facts.framing}
        // Its room is known before it is there, so that nothing below it jumps.
        sides={asset && isPicture(asset) ? asset : undefined}
        draggable={false}
        decoding="async"
        onClick={select}
        onError={() => setMissing(shown)}
      />
      {asset && isPicture(asset) && asset.standIn !== undefined && (
        <p className="picture-elsewhere">Smaller copy: the original is elsewhere</p>
      )}
      {blockId !== null && <PictureTools id={blockId} stands={facts.stands} />}
    </>
  );
}

interface ReadingProps {
  readonly fileName: string;
  readonly share: number;
  readonly medium: Medium;
}

function Reading({ fileName, share, medium }: ReadingProps) {
  return (
    <div className="picture-stand-in" data-kind="reading">
      <p dir="auto">{fileName}</p>
      <progress aria-label={`Reading the ${MEDIUM_NOUNS[medium]}`} max={1} value={share} />
    </div>
  );
}

const MISSING_ICONS: Readonly<Record<Medium, LucideIcon>> = { picture: ImageOff, video: VideoOff, audio: VolumeOff };

interface TroubleProps {
  readonly facts: PictureFacts;
  readonly message: string;
  readonly canRetry: boolean;
}

/** Says why there is no picture and offers the ways on; caption and credit stay where they are. */
function Trouble({ facts, message, canRetry }: TroubleProps) {
  const pictures = usePictures();
  const input = useRef<HTMLInputElement>(null);
  const { blockId, fileName, medium } = facts;
  if (blockId === null) return null;
  const MissingIcon = MISSING_ICONS[medium];
  return (
    <div className="picture-stand-in" data-kind="trouble">
      <MissingIcon aria-hidden="true" size={28} strokeWidth={1.5} />
      <p role="img" aria-label={`Missing ${MEDIUM_NOUNS[medium]} ${fileName}`.trim()} dir="auto">
        {fileName}
      </p>
      <p className="picture-message">{message}</p>
      <div className="picture-ways-on">
        {canRetry && (
          <button type="button" onClick={() => pictures.retry(blockId)}>
            <RotateCcw aria-hidden="true" size={14} /> Try again
          </button>
        )}
        <button type="button" onClick={() => input.current?.click()}>
          <Search aria-hidden="true" size={14} /> Find file…
        </button>
        <button type="button" onClick={() => pictures.remove(blockId)}>
          <Trash2 aria-hidden="true" size={14} /> Remove
        </button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={`${MEDIUM_NAMES[medium]} file`}
        accept={ACCEPTED[medium]}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) pictures.replace(blockId, file);
        }}
      />
    </div>
  );
}
