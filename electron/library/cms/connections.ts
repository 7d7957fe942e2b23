import type { TargetKind } from '../../../shared/targets/target.ts';
import type { Connect } from './Connection.ts';
import { FolderConnection } from './folder/FolderConnection.ts';
import { GhostConnection } from './ghost/GhostConnection.ts';
import { PostConnection } from './post/PostConnection.ts';
import { WordPressConnection } from './wordpress/WordPressConnection.ts';

/** How each kind of target is reached; the one place that knows them all. */
export const CONNECTIONS: Readonly<Record<TargetKind, Connect>> = {
  folder: (parts) => new FolderConnection(parts),
  ghost: (parts) => new GhostConnection(parts),
  http: (parts) => new PostConnection(parts),
  wordpress: (parts) => new WordPressConnection(parts),
};
