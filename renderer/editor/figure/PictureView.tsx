import { ImageOff, RotateCcw, Search, Trash2 } from 'lucide-react';
import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import { useRef, useState, useSyncExternalStore, type MouseEvent } from 'react';
import { PICTURE_TYPES } from '../../../shared/media/asset.ts';
import { $selectBlock } from '../blocks/selectBlock.ts';
import { FramedImage } from '../../ui/FramedImage.tsx';
import type { PictureFacts } from './Pictures.ts';
import { usePictures } from './PicturesContext.ts';
import { PictureTools } from './PictureTools.tsx';

interface PictureViewProps {
  readonly editor: LexicalEditor;
  readonly figureKey: NodeKey;
}

/** The picture of a figure, or what stands in for it while it is read, or when it is missing. */
export function PictureView({ editor, figureKey }: PictureViewProps) {
  const pictures = usePictures();
  const facts = useSyncExternalStore(pictures.subscribe, () => pictures.facts(figureKey));
  const { assetId, read } = facts;
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

  if (read?.kind === 'reading') return <Reading fileName={read.fileName} share={read.share} />;
  if (read?.kind === 'failed') return <Trouble facts={facts} message={read.message} canRetry={read.retryable} />;
  if (assetId === null || missing === shown) {
    return <Trouble facts={facts} message="The picture’s file is missing." canRetry={false} />;
  }
  return (
    <>
      <FramedImage
        src={`media://asset/${assetId}?size=page`}
        alt={facts.name}
        framing={facts.framing}
        // Its room is known before it is there, so that nothing below it jumps.
        sides={facts.asset}
        draggable={false}
        decoding="async"
        onClick={select}
        onError={() => setMissing(shown)}
      />
      {facts.blockId !== null && <PictureTools id={facts.blockId} stands={facts.stands} />}
    </>
  );
}

function Reading({ fileName, share }: { readonly fileName: string; readonly share: number }) {
  return (
    <div className="picture-stand-in" data-kind="reading">
      <p dir="auto">{fileName}</p>
      <progress aria-label="Reading the picture" max={1} value={share} />
    </div>
  );
}

interface TroubleProps {
  readonly facts: PictureFacts;
  readonly message: string;
  readonly canRetry: boolean;
}

/** Says why there is no picture and offers the ways on; caption and credit stay where they are. */
function Trouble({ facts, message, canRetry }: TroubleProps) {
  const pictures = usePictures();
  const input = useRef<HTMLInputElement>(null);
  const { blockId, fileName } = facts;
  if (blockId === null) return null;
  return (
    <div className="picture-stand-in" data-kind="trouble">
      <ImageOff aria-hidden="true" size={28} strokeWidth={1.5} />
      <p role="img" aria-label={`Missing picture ${fileName}`.trim()} dir="auto">
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
        aria-label="Picture file"
        accept={PICTURE_TYPES.join()}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) pictures.replace(blockId, file);
        }}
      />
    </div>
  );
}
