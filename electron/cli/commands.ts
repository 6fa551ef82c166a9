import type { Command } from './command.ts';
import { exportCommand } from './exportCommand.ts';
import { historyCommand } from './historyCommand.ts';
import { importCommand } from './importCommand.ts';
import { listCommand } from './listCommand.ts';
import { recoverCommand } from './recoverCommand.ts';
import { renderCommand } from './renderCommand.ts';
import { showCommand } from './showCommand.ts';
import { verifyCommand } from './verifyCommand.ts';

/** Every command, in the order the help lists them. */
export const commands: readonly Command[] = [
  importCommand,
  listCommand,
  showCommand,
  renderCommand,
  exportCommand,
  historyCommand,
  verifyCommand,
  recoverCommand,
];
