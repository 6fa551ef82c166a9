import type { EssayId } from '#contract/essay.ts';
import type { ChangeReason, EssayFindings, FileStatus } from '#contract/publishing.ts';

export interface FileGroup {
  readonly name: string;
  /** A sentence on what it means. */
  readonly about: string;
  readonly files: readonly FileStatus[];
}

/** Files that are not as the library has them, by how they stand; empty groups are left out. */
export function fileGroups(files: readonly FileStatus[]): FileGroup[] {
  return kinds
    .map(({ name, about, has }) => ({ name, about, files: files.filter(has) }))
    .filter((group) => group.files.length > 0);
}

const kinds: readonly (Omit<FileGroup, 'files'> & { has: (file: FileStatus) => boolean })[] = [
  {
    name: 'Changed by someone else',
    about: 'Publishing leaves these as they are, unless you say to write over them.',
    has: ({ isHeld }) => isHeld,
  },
  {
    name: 'New',
    about: 'Not published yet.',
    has: ({ state, isHeld }) => state === 'new' && !isHeld,
  },
  {
    name: 'Unpublished edits',
    about: 'Edited since they were published.',
    has: ({ state, reasons, isHeld }) => state === 'changed' && reasons.includes('text') && !isHeld,
  },
  {
    name: 'Changed',
    about: 'The essay is the same, what is around it is not.',
    has: ({ state, reasons, isHeld }) =>
      state === 'changed' && !reasons.includes('text') && !isHeld,
  },
  {
    name: 'Missing in the folder',
    about: 'They were published and are not there any more; publishing writes them again.',
    has: ({ state, isHeld }) => state === 'gone' && !isHeld,
  },
  {
    name: 'Removed',
    about: 'Their essays are no longer published, so publishing removes them.',
    has: ({ state, isHeld }) => state === 'removed' && !isHeld,
  },
];

/** How many files publishing would write or remove. */
export function countToPublish(files: readonly FileStatus[], replace: ReadonlySet<string>): number {
  return files.filter((file) => isTouched(file, replace)).length;
}

/** The essays whose words would go out. */
export function toCheck(files: readonly FileStatus[], replace: ReadonlySet<string>): EssayId[] {
  const ids = files
    .filter((file) => isTouched(file, replace) && file.state !== 'removed')
    .flatMap(({ essay }) => essay ?? []);
  return [...new Set(ids)];
}

function isTouched({ state, isHeld, path }: FileStatus, replace: ReadonlySet<string>): boolean {
  return state !== 'unchanged' && (!isHeld || replace.has(path));
}

/** Whether some finding keeps everything from going out. */
export function isBlocked(findings: {
  readonly kind: string;
  readonly value?: readonly EssayFindings[];
}): boolean {
  return countFindings(findings.value ?? [], 'blocking') > 0;
}

export function countFindings(
  essays: readonly EssayFindings[],
  weight: 'blocking' | 'advice',
): number {
  return essays.reduce(
    (sum, { findings }) => sum + findings.filter((each) => each.weight === weight).length,
    0,
  );
}

/** Why a file would come out otherwise; '' where its group says all. */
export function reasonWords({ reasons, state }: FileStatus): string {
  if (state !== 'changed') return '';
  return reasons.flatMap((reason) => words[reason] ?? []).join(', ');
}

const words: Readonly<Partial<Record<ChangeReason, string>>> = {
  surroundings: 'settings, or the essays around it',
  links: 'an essay it links to moved',
  diagrams: 'a diagram was drawn',
  preset: 'the way it is written',
  renderer: 'the way it is rendered',
};
