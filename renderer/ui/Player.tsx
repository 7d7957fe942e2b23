import type { VideoHTMLAttributes, Ref } from 'react';

interface PlayerProps extends VideoHTMLAttributes<HTMLMediaElement> {
  readonly kind: 'video' | 'audio';
  /** The video's element, for whoever reads its pictures. */
  readonly video?: Ref<HTMLVideoElement>;
}

/**
 * A video or sound with the browser's own controls, which never begins by itself. Its file has no captions of its own: what
 * is said or seen stands beside it, and its name here says it in short.
 */
export function Player({ kind, video, poster, preload = 'metadata', ...media }: PlayerProps) {
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- recordings come without a file of captions
  if (kind === 'audio') return <audio controls preload={preload} {...media} />;
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- the same
    <video ref={video} controls disableRemotePlayback playsInline poster={poster} preload={preload} {...media} />
  );
}
