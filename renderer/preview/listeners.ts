/** Who listens to what: the events of a control that is not a DOM element. */
export interface Listeners<Events> {
  on<E extends keyof Events>(event: E, listener: (value: Events[E]) => void): () => void;
  tell<E extends keyof Events>(event: E, value: Events[E]): void;
  clear(): void;
}

export function createListeners<Events>(): Listeners<Events> {
  const listeners = new Map<keyof Events, Set<(value: never) => void>>();
  return {
    on(event, listener) {
      const those = listeners.get(event) ?? new Set();
      listeners.set(event, those.add(listener));
      return () => those.delete(listener);
    },
    tell(event, value) {
      for (const listener of listeners.get(event) ?? []) {
        (listener as (value: unknown) => void)(value);
      }
    },
    clear: () => listeners.clear(),
  };
}
