import type { Plays } from '../../nodes/FigureNode.ts';

/** What a file will probably play, by the type the system gives it; once it is read, its bytes decide. */
export function announcedPlays({ type }: { readonly type: string }): Plays {
  if (type.startsWith('video/')) return { medium: 'video' };
  return type.startsWith('audio/') ? { medium: 'audio' } : {};
}
