/** What a window remembers for itself between runs: nothing a writer would miss. */
export interface WindowMemory {
  /** The remembered value, or null when there is none or it is not to be had. */
  read(name: string): unknown;
  write(name: string, value: unknown): void;
}

/** Keeps values in the browser's own storage; where that is closed, only for this run. */
export function createWindowMemory(storage: Storage | null): WindowMemory {
  const kept = new Map<string, string>();
  return {
    read(name) {
      try {
        return JSON.parse(kept.get(name) ?? storage?.getItem(`longhand.${name}`) ?? 'null');
      } catch {
        return null;
      }
    },
    write(name, value) {
      const text = JSON.stringify(value);
      kept.set(name, text);
      try {
        storage?.setItem(`longhand.${name}`, text);
      } catch {
        // A full or closed storage costs only the memory of the next run.
      }
    },
  };
}
