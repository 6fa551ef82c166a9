import { checkCommand } from './checkCommand.ts';
import type { Command } from './command.ts';
import { exportCommand } from './exportCommand.ts';
import { historyCommand } from './historyCommand.ts';
import { imagesCommand } from './imagesCommand.ts';
import { importCommand } from './importCommand.ts';
import { listCommand } from './listCommand.ts';
import { namesCommand } from './namesCommand.ts';
import { publishCommand } from './publishCommand.ts';
import { recoverCommand } from './recoverCommand.ts';
import { renderCommand } from './renderCommand.ts';
import { showCommand } from './showCommand.ts';
import { statusCommand } from './statusCommand.ts';
import { targetCommand } from './targetCommand.ts';
import { verifyCommand } from './verifyCommand.ts';

/** Every command, in the order the help lists them. */
export const commands: readonly Command[] = [
  importCommand,
  listCommand,
  showCommand,
  renderCommand,
  exportCommand,
  imagesCommand,
  targetCommand,
  statusCommand,
  checkCommand,
  publishCommand,
  namesCommand,
  historyCommand,
  verifyCommand,
  recoverCommand,
];
