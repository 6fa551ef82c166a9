import { EventEmitter } from 'node:events';

/** An emitter that knows its events: listening to another one throws by name instead of never calling back. */
export class ShellEmitter extends EventEmitter {
  constructor(owner: string, events: readonly string[]) {
    super();
    const known = new Set(['newListener', 'removeListener', 'error', ...events]);
    this.on('newListener', (event: string | symbol) => {
      if (typeof event === 'string' && !known.has(event)) {
        throw new Error(`the Chromium shell has no event '${event}' on ${owner}`);
      }
    });
  }

  /** Emits an event that listeners may prevent; true when one did. */
  emitPreventable(event: string, details: object, ...rest: unknown[]): boolean {
    let prevented = false;
    const value = {
      ...details,
      get defaultPrevented() {
        return prevented;
      },
      preventDefault() {
        prevented = true;
      },
    };
    this.emit(event, value, ...rest);
    return prevented;
  }
}
