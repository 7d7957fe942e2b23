import { Tooltip } from '@base-ui/react/tooltip';
import type { Action } from '../../../shared/actions/actions.ts';

/** The one tooltip all toolbar buttons share: cheaper than one each, and it glides from button to button. */
export const toolbarTooltip = Tooltip.createHandle<Action>();
