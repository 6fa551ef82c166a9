import type { EssayId, EssayRow } from '#contract/essay.ts';
import type { Heading } from '#markdown/types.ts';
import type { CommandId, CommandInfo } from './commands.ts';
import { type FuzzyMatch, foldQuery, foldText, matchFolded } from './fuzzy.ts';
import { titleWords } from './titleWords.ts';

interface Entry {
  readonly label: string;
  /** Runs of the label that answer the query. */
  readonly marks: readonly (readonly [number, number])[];
  /** The key of a command; '' for anything else. */
  readonly key: string;
  /** What it is, where no key says so. */
  readonly from: string;
}

/** A line of the palette. */
export type PaletteEntry = Entry &
  (
    | { readonly kind: 'command'; readonly id: CommandId }
    | { readonly kind: 'essay'; readonly id: EssayId }
    | { readonly kind: 'heading'; readonly id: string; readonly line: number }
  );

export interface PaletteSources {
  readonly commands: readonly CommandInfo[];
  readonly recent: readonly CommandId[];
  readonly essays: readonly EssayRow[];
  readonly outline: readonly Heading[];
}

/** The palette's lines for a query, best first. */
export type Palette = (query: string) => PaletteEntry[];

const most = 60;
const mostUnasked = 6;

/**
 * A palette of what there is. For no query: the commands run lately, then all of them, then the essays changed
 * last. For a query, among equals commands come before headings, and those before essays.
 */
export function createPalette(sources: PaletteSources): Palette {
  const commands = recentFirst(sources.commands, sources.recent).map(commandEntry);
  const essays = sources.essays.map(essayEntry);
  const entries = [...commands, ...sources.outline.map(headingEntry), ...essays];
  const searched = entries.map(({ label }) => foldText(label));

  return (query) => {
    if (query.trim() === '') return [...commands, ...essays.slice(0, mostUnasked)];
    const wanted = foldQuery(query);
    const found: { entry: PaletteEntry; match: FuzzyMatch }[] = [];
    entries.forEach((entry, index) => {
      const match = matchFolded(wanted, searched[index]!);
      if (match) found.push({ entry, match });
    });
    return found
      .sort((one, other) => other.match.score - one.match.score)
      .slice(0, most)
      .map(({ entry, match }) => ({ ...entry, marks: match.ranges }));
  };
}

function recentFirst(
  commands: readonly CommandInfo[],
  recent: readonly CommandId[],
): readonly CommandInfo[] {
  const place = (id: CommandId) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return [...commands].sort((one, other) => place(one.id) - place(other.id));
}

function commandEntry({ id, label, key, group }: CommandInfo): PaletteEntry {
  return { kind: 'command', id, label, key, from: group, marks: [] };
}

function essayEntry({ id, title }: EssayRow): PaletteEntry {
  return { kind: 'essay', id, label: titleWords(title), key: '', from: 'Essay', marks: [] };
}

function headingEntry({ id, text, line }: Heading): PaletteEntry {
  return { kind: 'heading', id, label: text, line, key: '', from: 'Heading', marks: [] };
}
