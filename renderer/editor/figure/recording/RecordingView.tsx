import { FileAudio, FileVideo, ImageUp, ImageOff, Replace, Camera } from 'lucide-react';
import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import type { Asset } from '../../../../shared/media/asset.ts';
import { isPicture } from '../../../../shared/media/medium.ts';
import type { AssetId, BlockId } from '../../../../shared/story/ids.ts';
import { byteSize } from '../../../ui/byteSize.ts';
import { playingTime } from '../../../ui/playingTime.ts';
import { Player } from '../../../ui/Player.tsx';
import { $selectBlock } from '../../blocks/selectBlock.ts';
import type { PictureFacts } from '../Pictures.ts';
import { usePictures } from '../PicturesContext.ts';
import { grabFrame } from './grabFrame.ts';
import './recording.css';

interface RecordingViewProps {
  readonly editor: LexicalEditor;
  readonly figureKey: NodeKey;
  readonly facts: PictureFacts & { readonly assetId: AssetId; readonly blockId: BlockId };
  /** The file cannot be had. */
  readonly onMissing: () => void;
}

/** Why a recording does not play here, or not all of it. */
type Silence = 'undecodable' | 'soundOnly';

const SENTENCES: Readonly<Record<Silence, string>> = {
  undecodable:
    'Stet cannot play this file, and many browsers cannot either. It stays in the story and goes out as it is. If readers should play it, ask for it as MP4 with H.264 video, or as MP3.',
  soundOnly:
    'Stet plays the sound of this video but cannot show its pictures, and many browsers cannot either (phones often record HEVC). It goes out as it is. If readers should see it, ask for it as MP4 with H.264 video.',
};

/** A video or an audio recording of a figure, played by the browser, with what can be done to it under it. */
export function RecordingView({ editor, figureKey, facts, onMissing }: RecordingViewProps) {
  const pictures = usePictures();
  const { assetId, medium, poster, name } = facts;
  const [silence, setSilence] = useState<Silence | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  useOwnKeys(frame);

  async function explain(): Promise<void> {
    if (await pictures.isThere(assetId)) setSilence('undecodable');
    else onMissing();
  }

  // The player remembers by the address that a file was not there; one that has just been read has another.
  const source = `media://asset/${assetId}?size=original${facts.read?.kind === 'read' ? '&read' : ''}`;
  return (
    <div className="recording" ref={frame}>
      {silence !== 'undecodable' && medium !== 'picture' && (
        <Player
          key={assetId}
          kind={medium}
          video={video}
          aria-label={name}
          crossOrigin="anonymous"
          poster={poster === null ? undefined : `media://asset/${poster}?size=page`}
          src={source}
          onError={() => void explain()}
          onLoadedMetadata={({ currentTarget }) =>
            setSilence(currentTarget instanceof HTMLVideoElement && currentTarget.videoWidth === 0 ? 'soundOnly' : null)
          }
        />
      )}
      {silence && (
        <p className="recording-silence" dir="auto">
          {SENTENCES[silence]}
        </p>
      )}
      <RecordingBar
        facts={facts}
        canGrab={silence === null}
        video={video}
        onSelect={() => {
          editor.update(() => {
            const figure = $getNodeByKey(figureKey);
            if (figure) $selectBlock(figure);
          });
          editor.getRootElement()?.focus({ preventScroll: true });
        }}
      />
    </div>
  );
}

interface RecordingBarProps {
  readonly facts: RecordingViewProps['facts'];
  readonly canGrab: boolean;
  readonly video: React.RefObject<HTMLVideoElement | null>;
  readonly onSelect: () => void;
}

/** “0:42 · 3.4 MB”. */
function recordingFacts(asset: Asset): string {
  const duration = isPicture(asset) ? null : asset.duration;
  return [...(duration ? [playingTime(duration)] : []), byteSize(asset.bytes)].join(' · ');
}

/** The file's name, length and size, by which it is selected, and its tools. */
function RecordingBar({ facts, canGrab, video, onSelect }: RecordingBarProps) {
  const pictures = usePictures();
  const { blockId, fileName, medium, poster, asset } = facts;
  const Icon = medium === 'video' ? FileVideo : FileAudio;

  async function takeFrame(): Promise<void> {
    const frame = video.current && (await grabFrame(video.current, fileName));
    if (frame) pictures.setPoster(blockId, frame);
    else pictures.tell('The video shows no picture yet. Play it to the frame you want, pause, and try again.');
  }

  return (
    <div className="recording-bar">
      <p className="recording-name" onClick={onSelect}>
        <Icon aria-hidden="true" size={14} strokeWidth={1.75} />
        <bdi>{fileName}</bdi>
        {asset && <bdi className="recording-size">{recordingFacts(asset)}</bdi>}
      </p>
      {medium === 'video' && (
        <button type="button" onClick={() => pictures.choosePoster(blockId)}>
          <ImageUp aria-hidden="true" size={14} /> <bdi>Choose poster…</bdi>
        </button>
      )}
      {medium === 'video' && canGrab && (
        <button type="button" onClick={() => void takeFrame()}>
          <Camera aria-hidden="true" size={14} /> <bdi>Use this frame</bdi>
        </button>
      )}
      {poster !== null && (
        <button type="button" onClick={() => pictures.setPoster(blockId, null)}>
          <ImageOff aria-hidden="true" size={14} /> <bdi>Remove poster</bdi>
        </button>
      )}
      <button type="button" onClick={() => pictures.chooseReplacement(blockId)}>
        <Replace aria-hidden="true" size={14} /> <bdi>Replace…</bdi>
      </button>
    </div>
  );
}

/** Keeps the keys of a player and its buttons from the page, where Enter and the arrows mean something else. */
function useOwnKeys(frame: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    const stop = (event: KeyboardEvent) => {
      const isShortcut = event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key);
      if (!isShortcut) event.stopPropagation();
    };
    element?.addEventListener('keydown', stop);
    return () => element?.removeEventListener('keydown', stop);
  }, [frame]);
}
