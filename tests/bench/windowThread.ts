import type { Page } from '@playwright/test';

/** What an event took of the window's one thread, in ms that the thread ran. */
export interface ThreadTime {
  /** From the event until the frame that shows it was drawn, with whatever else ran in between. */
  readonly drawn: number;
  /** With what follows it, until the next event. */
  readonly all: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, what the thread ran, in µs. */
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly type?: string } };
}

/** What each event of a type took of the window's thread while `act` brought them about. */
export async function threadTimes(
  page: Page,
  type: 'keydown' | 'pointermove' | 'pointerdown',
  act: () => Promise<unknown>,
): Promise<ThreadTime[]> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  const ended = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
    },
  });
  await act();
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  return timesOf(events, type);
}

function timesOf(events: readonly TraceEvent[], type: string): ThreadTime[] {
  const first = events.find((event) => isOf(event, type));
  if (!first) throw new Error(`No ${type} came to the window.`);
  const own = events
    .filter(({ pid, tid }) => pid === first.pid && tid === first.tid)
    .sort((a, b) => a.ts - b.ts);
  const tasks = own.filter(({ name, ph }) => name === 'RunTask' && ph === 'X');
  const commits = own.filter(({ name, ph }) => name === 'Commit' && ph === 'X');
  const starts = own.filter((event) => isOf(event, type)).map(({ ts }) => ts);
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const commit = commits.find(({ ts }) => ts > start) ?? { ts: Number.POSITIVE_INFINITY };
    const ran = (until: number) =>
      tasks
        .filter(({ ts, dur = 0 }) => ts + dur > start && ts < until)
        .reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
    return { drawn: ran(Math.min(commit.ts, next)), all: ran(next) };
  });
}

function isOf(event: TraceEvent, type: string): boolean {
  return event.name === 'EventDispatch' && event.args.data?.type === type;
}
