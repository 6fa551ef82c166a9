import type { Newest } from '#contract/about.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';
import { reportDefect } from './log.ts';

interface WeeklyLookOptions {
  /** The file that keeps when was looked last, from start to start. */
  readonly memory: string;
  /** Asked before each look: the writer may switch it on and off at any time. */
  readonly isOn: () => boolean;
  readonly look: () => Promise<Newest>;
  readonly found: (newest: Extract<Newest, { kind: 'newer' }>) => void;
}

/** Milliseconds. */
const hour = 3_600_000;
const week = 7 * 24 * hour;
const afterStart = 20_000;
/** A studio that stays open for weeks looks as well, and one without a network tries again. */
const seeEvery = 6 * hour;

/** Looks for a newer version about once a week, where that is switched on. Only a newer one is told. */
export function startWeeklyLook({ memory, isOn, look, found }: WeeklyLookOptions): {
  readonly stop: () => void;
} {
  const first = setTimeout(() => void lookIfDue(), afterStart).unref();
  const further = setInterval(() => void lookIfDue(), seeEvery).unref();

  async function lookIfDue(): Promise<void> {
    if (!isOn() || isRecent()) return;
    try {
      const newest = await look();
      writeJsonFile(memory, { lookedAt: Date.now() });
      if (newest.kind === 'newer') found(newest);
    } catch (thrown) {
      // Not being on a network is no news.
      reportDefect('looking for a newer version', thrown);
    }
  }

  /** By either sign: a clock that was set back must not keep the studio from looking. */
  function isRecent(): boolean {
    const stored = readJsonFile(memory) as { lookedAt?: unknown } | null | undefined;
    return typeof stored?.lookedAt === 'number' && Math.abs(Date.now() - stored.lookedAt) < week;
  }

  return {
    stop() {
      clearTimeout(first);
      clearInterval(further);
    },
  };
}
