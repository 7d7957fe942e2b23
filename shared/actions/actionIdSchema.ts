import { z } from 'zod';
import { ACTIONS, type ActionId } from './actions.ts';

/** An action's name from another process. Apart from the list, so that the page does not carry a schema library for it. */
export const actionIdSchema = z.enum(ACTIONS.map((action) => action.id) as [ActionId, ...ActionId[]]);
