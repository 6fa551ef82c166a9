import { commandTable, type StudioCommand } from '#contract/commands.ts';

/** A command's key in Electron's notation, `CmdOrCtrl+Shift+D`; null where it has none. */
export function accelerator(command: StudioCommand): string | null {
  const { key } = commandTable[command];
  if (key === '') return null;
  return key
    .split(/-(?!$)/)
    .map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part.length === 1 ? part.toUpperCase() : part))
    .join('+');
}
