import { StudioError } from '#contract/errors.ts';
import { listTargets } from '#library/targets/readTargets.ts';
import { isRendered } from '#publish/plan/piecesFor.ts';
import type { LibraryHost } from './libraryHost.ts';
import { reportDefect } from './log.ts';

interface RenderingAheadOptions {
  readonly host: LibraryHost;
  /** Renders what is not kept yet, in a thread, until it is done or `signal` says so. */
  readonly run: (libraryPath: string, signal: AbortSignal) => Promise<number>;
}

/** The pages of essays that go to a site, rendered before anybody publishes them. */
export interface RenderingAhead {
  /** Stops at once, as something is being published or checked; goes on after the next pause. */
  readonly giveWay: () => void;
  readonly stop: () => void;
}

/** Milliseconds. */
const lookEvery = 5_000;
/** Longer than for other work that waits for a pause: few pages are rendered in a moment when they are published. */
const idleAfter = 60_000;
const listenEvery = 250;

/**
 * Once nobody has written for a minute, has the pages rendered that a publish would ask for, where essays go out as
 * pages, so that the first publish after an import or an upgrade finds them. Does so once after each time that something
 * was written, and stops as soon as somebody writes.
 */
export function startRenderingAhead({ host, run }: RenderingAheadOptions): RenderingAhead {
  const looking = setInterval(look, lookEvery);
  looking.unref();
  let gaveWay = 0;
  let done: string | null = null;
  let working: AbortController | null = null;

  /** Which library it is, as it was written last. */
  const state = () => `${host.lastWrite()} ${host.path()}`;

  function look(): void {
    const status = host.status();
    const isIdle = Date.now() - Math.max(host.lastWrite(), gaveWay) >= idleAfter;
    if (working || !isIdle || status.kind !== 'open' || status.readOnly || done === state()) return;
    try {
      if (listTargets(host.library()).some(isRendered)) void render();
    } catch (thrown) {
      reportDefect('looking for what to render ahead', thrown);
    }
  }

  async function render(): Promise<void> {
    const before = state();
    const stopping = new AbortController();
    working = stopping;
    const listening = setInterval(() => {
      if (state() !== before) stopping.abort();
    }, listenEvery);
    listening.unref();
    try {
      await run(host.path(), stopping.signal);
      done = before;
    } catch (thrown) {
      if (thrown instanceof StudioError && thrown.code === 'cancelled') return;
      // It is no loss, and would fail again until something is written.
      done = before;
      reportDefect('rendering ahead', thrown);
    } finally {
      clearInterval(listening);
      working = null;
    }
  }

  return {
    giveWay() {
      gaveWay = Date.now();
      working?.abort();
    },
    stop() {
      clearInterval(looking);
      working?.abort();
    },
  };
}
