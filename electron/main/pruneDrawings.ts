import { setImmediate } from 'node:timers/promises';
import { pruneDrawings } from '#library/drawings/drawings.ts';
import { essaysThatSay } from '#library/essays/essaysThatSay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import type { Library } from '#library/library.ts';
import { diagramSources } from '#markdown/diagrams/diagramSources.ts';

/**
 * Lets drawings go that no essay shows, the trash included; the past of an essay is drawn anew when it is looked at. Reads
 * one essay at a time, so that nobody waits for it. Throws where one cannot be read, and then nothing goes.
 */
export async function pruneUnusedDrawings(library: Library): Promise<number> {
  const shown = new Set<string>();
  for (const id of essaysThatSay(library, 'mermaid')) {
    for (const source of diagramSources(readEssay(library, id).body)) shown.add(source);
    await setImmediate();
  }
  return pruneDrawings(library, shown);
}
