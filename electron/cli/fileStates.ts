import type { ChangeReason, FileStatus } from '#contract/publishing.ts';

/** How a file stands, in a word of a status line. */
export function stateWord({ state, isHeld, reasons }: FileStatus): string {
  if (isHeld) return state === 'occupied' ? 'occupied' : 'edited-there';
  if (state === 'changed' && reasons.includes('text')) return 'edited';
  return state;
}

/** Why a file would be made anew, for a reader; '' where its word says all. */
export function reasonWords({ reasons }: FileStatus): string {
  return reasons.map((reason) => words[reason]).join(', ');
}

const words: Readonly<Record<ChangeReason, string>> = {
  text: 'the essay was edited',
  surroundings: 'the settings or the essays around it changed',
  links: 'an essay it links to moved',
  diagrams: 'a diagram was drawn',
  preset: 'the way it is written changed',
  renderer: 'the way it is rendered changed',
};
