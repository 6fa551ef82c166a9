import type { Session } from '#renderer/history/sessions.ts';

/** A row of the timeline, and the moment it leads to: a session to its end, a name to what it names. */
export type TimelineRow =
  | { readonly kind: 'session'; readonly session: number; readonly moment: number }
  | { readonly kind: 'name'; readonly moment: number };

/** The newest first: each session, and under it the versions named in it. */
export function timelineRows(sessions: readonly Session[]): TimelineRow[] {
  return sessions
    .map((session, index): TimelineRow[] => [
      { kind: 'session', session: index, moment: session.last },
      ...session.names.toReversed().map((moment) => ({ kind: 'name', moment }) as const),
    ])
    .toReversed()
    .flat();
}
