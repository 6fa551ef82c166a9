const hour = 3_600_000;
const day = 24 * hour;
const week = 7 * day;

/** The last backup of each of so many hours, days and weeks in which one was made. */
const rules = [
  { span: hour, count: 24 },
  { span: day, count: 7 },
  { span: week, count: 9 },
] as const;

/**
 * Which of some backups are to be kept, given when each was made, in the order they were made. Hours, days and
 * weeks in which nothing was written do not count, and neither a pause nor a clock that was set wrong makes
 * more of them go than those that a new one takes the place of.
 */
export function backupsToKeep(moments: readonly number[]): ReadonlySet<number> {
  const kept = new Set<number>();
  for (const { span, count } of rules) {
    const seen = new Set<number>();
    for (let place = moments.length - 1; place >= 0 && seen.size < count; place--) {
      const slot = Math.floor((moments[place] ?? 0) / span);
      if (!seen.has(slot)) kept.add(place);
      seen.add(slot);
    }
  }
  return kept;
}
