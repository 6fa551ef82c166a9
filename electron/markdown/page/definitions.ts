import type { Definitions } from './renderBlock.ts';
import type { Reference, SourceBlock } from './splitBlocks.ts';

/** What the document defines, and a record of who asked for what. */
export interface DefinitionTable {
  /** Runs a rendering; returns the names it looked up, found or not, or null when it looked up none. */
  readonly namesAskedBy: (render: (lookup: Definitions) => void) => ReadonlySet<string> | null;
  /** Takes the definitions of these blocks, in order, the first of a name winning; returns the names that mean something else now. */
  readonly replace: (blocks: Iterable<SourceBlock>) => ReadonlySet<string>;
}

/** An empty table; `given` is what a block may ask beside it. */
export function createDefinitions(
  given: Pick<Definitions, 'image' | 'diagram' | 'typeset'>,
): DefinitionTable {
  let references = new Map<string, Reference>();
  let notes = new Set<string>();
  let asked: Set<string> | null = null;
  const ask = (name: string) => {
    asked ??= new Set();
    asked.add(name);
  };
  const lookup: Definitions = {
    references: new Proxy(Object.create(null) as Record<string, Reference>, {
      get(_, label) {
        if (typeof label !== 'string') return undefined;
        ask(label);
        return references.get(label);
      },
    }),
    isNote: (label) => {
      ask(noteName(label));
      return notes.has(label);
    },
    ...given,
  };
  return {
    namesAskedBy: (render) => {
      asked = null;
      render(lookup);
      return asked;
    },
    replace: (blocks) => {
      const before = { references, notes };
      references = new Map();
      notes = new Set();
      for (const block of blocks) {
        for (const [label, reference] of block.references ?? []) {
          if (!references.has(label)) references.set(label, reference);
        }
        for (const label of block.notes ?? []) notes.add(label);
      }
      return changedNames(before, { references, notes });
    },
  };
}

interface Named {
  readonly references: ReadonlyMap<string, Reference>;
  readonly notes: ReadonlySet<string>;
}

/** Footnotes and references have names of their own; a reference's holds no NUL. */
function noteName(label: string): string {
  return `\0${label}`;
}

/** The labels of footnotes among the names that were asked for. */
export function notesAskedFor(names: ReadonlySet<string> | null): string[] {
  return [...(names ?? [])].filter((name) => name.startsWith('\0')).map((name) => name.slice(1));
}

function changedNames(before: Named, after: Named): Set<string> {
  const changed = new Set<string>();
  for (const [label, reference] of after.references) {
    const old = before.references.get(label);
    if (old?.href !== reference.href || old.title !== reference.title) changed.add(label);
  }
  for (const label of before.references.keys()) {
    if (!after.references.has(label)) changed.add(label);
  }
  for (const label of after.notes) if (!before.notes.has(label)) changed.add(noteName(label));
  for (const label of before.notes) if (!after.notes.has(label)) changed.add(noteName(label));
  return changed;
}
