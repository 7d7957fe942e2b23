import type { TargetKind } from '../../../shared/targets/target.ts';
import type { Connect } from './Connection.ts';
import { WordPressConnection } from './wordpress/WordPressConnection.ts';

/** How each kind of target is reached; the one place that knows them all. */
export const CONNECTIONS: Readonly<Partial<Record<TargetKind, Connect>>> = {
  wordpress: (parts) => new WordPressConnection(parts),
};
