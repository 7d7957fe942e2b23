import type { Command } from '../Command.ts';
import { answerCommand } from './answerCommand.ts';
import { askCommand } from './askCommand.ts';
import { backupCommand } from './backupCommand.ts';
import { captionsCommand } from './captionsCommand.ts';
import { checkCommand } from './checkCommand.ts';
import { diffCommand } from './diffCommand.ts';
import { exportCommand } from './exportCommand.ts';
import { importCommand } from './importCommand.ts';
import { linksCommand } from './linksCommand.ts';
import { listCommand } from './listCommand.ts';
import { logCommand } from './logCommand.ts';
import { mergeCommand } from './mergeCommand.ts';
import { newCommand } from './newCommand.ts';
import { openCommand } from './openCommand.ts';
import { queueCommand } from './queueCommand.ts';
import { receiptsCommand } from './receiptsCommand.ts';
import { renditionsCommand } from './renditionsCommand.ts';
import { showCommand } from './showCommand.ts';
import { stepCommand } from './stepCommand.ts';
import { submitCommand } from './submitCommand.ts';
import { verifyCommand } from './verifyCommand.ts';

/** Every command of `stet`, in the order the help lists them. */
export const COMMANDS: readonly Command[] = [
  newCommand,
  importCommand,
  listCommand,
  queueCommand,
  showCommand,
  logCommand,
  diffCommand,
  checkCommand,
  linksCommand,
  captionsCommand,
  exportCommand,
  renditionsCommand,
  receiptsCommand,
  stepCommand,
  submitCommand,
  openCommand,
  askCommand,
  answerCommand,
  mergeCommand,
  verifyCommand,
  backupCommand,
];
