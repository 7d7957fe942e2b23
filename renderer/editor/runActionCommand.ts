import { createCommand, type LexicalCommand } from 'lexical';
import type { ActionId } from '../../shared/actions/actions.ts';

/**
 * An action the user asked for, from a menu, a key, a button or the palette. Each feature registers for it and answers
 * true for the ones that are its own; what nobody takes means nothing to the editor.
 */
export const RUN_ACTION_COMMAND: LexicalCommand<ActionId> = createCommand('RUN_ACTION');
